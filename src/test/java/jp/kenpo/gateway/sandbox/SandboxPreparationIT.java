package jp.kenpo.gateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

class SandboxPreparationIT {

    @TempDir
    Path data;

    @Test
    void leadsTheGatewayToTheSandbox() throws IOException {
        Map<String, Object> properties = prepare(2222);

        assertThat(properties)
                .containsEntry("gateway.sftp.port", 2222)
                .containsEntry("gateway.payer-fund.user", "payer-fund")
                .containsEntry("gateway.payer-fund.private-key", file("sandbox/keys/payer-fund"))
                .containsEntry("gateway.payer-fund.known-hosts", file("sandbox/known_hosts"))
                .containsEntry("gateway.taisho-audit.public-key", file("sandbox/keys/taisho-audit.pub"))
                .containsEntry("gateway.core-system.public-key", file("sandbox/keys/core-system.pub"));
        assertThat(Path.of(file("keys/sftp-host-key"))).exists();
        Object port = properties.get("gateway.payer-fund.port");
        List<String> hosts = Files.readAllLines(Path.of(file("sandbox/known_hosts"))).stream()
                .map(line -> line.split(" ")[0])
                .toList();
        assertThat(hosts)
                .containsExactly("[127.0.0.1]:2222", "[localhost]:2222", "[127.0.0.1]:" + port, "[localhost]:" + port);
    }

    @Test
    void choosesAFreePortForTheGateway() throws IOException {
        Object port = prepare(0).get("gateway.sftp.port");
        assertThat((Integer) port).isPositive();
        assertThat(Path.of(file("sandbox/known_hosts"))).content().startsWith("[127.0.0.1]:" + port + " ");
    }

    @Test
    void keepsKeysAndPasswordsOverARestart() throws IOException {
        Object password = prepare(2222).get("sandbox.broker-password");
        String key = Files.readString(Path.of(file("sandbox/keys/core-system")));

        assertThat(prepare(2222).get("sandbox.broker-password")).isEqualTo(password);
        assertThat(Path.of(file("sandbox/keys/core-system"))).hasContent(key);
    }

    @Test
    void happensInTheProfileSandboxOnly() {
        try (ConfigurableApplicationContext context = start("production")) {
            assertThat(context.getEnvironment().getProperty("gateway.payer-fund.port"))
                    .isNull();
        }
        assertThat(data.resolve("sandbox")).doesNotExist();
    }

    @Test
    void happensBeforeTheGatewayStarts() {
        try (ConfigurableApplicationContext context = start("sandbox")) {
            assertThat(context.getEnvironment().getProperty("gateway.payer-fund.port", Integer.class))
                    .isPositive();
        }
        assertThat(data.resolve("sandbox/README.txt")).content().contains("keys/taisho-audit");
    }

    private Map<String, Object> prepare(int port) throws IOException {
        SandboxSettings settings = new SandboxSettings(true, 10, 1, 1, 0, 0, "vm://0", "core-system", null, null);
        SandboxPreparation preparation = SandboxPreparation.prepare(
                new SandboxFolders(data), settings, ReachedParties.in(Path.of("config")), port);
        preparation.peers().close();
        return preparation.properties();
    }

    private ConfigurableApplicationContext start(String profile) {
        SpringApplication application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setAdditionalProfiles(profile);
        return application.run("--gateway.data-dir=" + data, "--sandbox.remote-port=0");
    }

    private String file(String name) {
        return data.resolve(name).toString();
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}
