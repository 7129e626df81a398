package jp.kenpo.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.kenpo.gateway.configuration.ConfigurationRejectedException;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.configuration.Problem;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Each setting that would open the gateway to others is refused, with what to write instead. */
class SafetyCheckTest {

    @TempDir
    Path temp;

    private final Map<String, String> properties = new HashMap<>();

    @Test
    void findsNothingWrongWithTheShippedSettings() {
        assertThat(unsafe()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "server.address, 0.0.0.0, 127.0.0.1, every address",
        "server.address, ::, 127.0.0.1, every address",
        "server.address, 192.0.2.1, 192.0.2.1, counterparties reach the SFTP server",
        "server.address, 192.0.2.1, 0.0.0.0, counterparties reach the SFTP server",
        "management.server.address, 0.0.0.0, 127.0.0.1, every address",
        "management.server.address, 192.0.2.1, 192.0.2.1, counterparties reach the SFTP server",
        "management.server.address, '', 192.0.2.1, every address"
    })
    void keepsOperatorsPagesAwayFromCounterparties(String name, String address, String sftp, String said) {
        properties.put("management.server.port", "8081");
        properties.put("management.server.address", "127.0.0.1");
        properties.put("gateway.sftp.address", sftp);
        properties.put(name, address);

        assertRefused("settings", name, said, "Write 127.0.0.1");
    }

    @Test
    void letsOperatorsHaveAnAddressOfTheirOwn() {
        properties.put("gateway.sftp.address", "192.0.2.1");
        properties.put("server.address", "198.51.100.1");
        assertThat(unsafe()).isEmpty();
    }

    @Test
    void keepsTheBrokerOnThisMachine() {
        properties.put("gateway.broker.address", "0.0.0.0");
        assertRefused("settings", "gateway.broker.address", "in clear", "TLS tunnel");
    }

    @ParameterizedTest
    @CsvSource({
        "tcp://broker.example:61616, in clear, sslEnabled=true",
        "tcp://broker.example:61616?sslEnabled=false, in clear, sslEnabled=true",
        "'(tcp://127.0.0.1:61616,tcp://broker.example:61616)?ha=true', in clear, sslEnabled=true",
        "'(tcp://one.example:1?sslEnabled=true,tcp://other.example:1)?ha=true', in clear, sslEnabled=true",
        "tcp://broker.example:61616?sslEnabled=true&sslEnabled=false, in clear, sslEnabled=true",
        "tcp://broker.example:61616?sslEnabled=true&trustAll=true, does not verify, trust-store",
        "tcp://broker.example:61616?sslEnabled=true&verifyHost=false, does not verify, trust-store",
        "tcp://127.0.0.1:61616?password=x, holds a password, password-file",
        "tcp://127.0.0.1:61616?trustStorePassword=x, holds a password, trust-store-password-file",
        "vm://0, is no address of an Artemis server, tcp://host:port",
        "broker.example, is no address of an Artemis server, tcp://host:port"
    })
    void keepsTheWayToABrokerOutsideClosed(String url, String said, String remedy) {
        properties.put("gateway.broker.url", url);
        assertRefused("settings", "gateway.broker.url", said, remedy);
        assertThat(unsafe()).noneMatch(problem -> problem.toString().contains("=x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp://127.0.0.1:61616",
                "tcp://[::1]:61616",
                "tcp://broker.example:61616?sslEnabled=true",
                "(tcp://one.example:61616,tcp://other.example:61616)?ha=true&sslEnabled=true"
            })
    void letsABrokerOutsideBeReachedOverTls(String url) {
        properties.put("gateway.broker.url", url);
        assertThat(unsafe()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost/kenpo?password=x",
                "jdbc:postgresql://localhost/kenpo?user=a&password=x",
                "jdbc:postgresql://kenpo:x@localhost/kenpo"
            })
    void wantsNoPasswordInTheUrlOfTheDatabase(String url) {
        properties.put("gateway.database.url", url);
        assertRefused("settings", "gateway.database.url", "holds a password", "gateway.database.password-file");
        assertThat(unsafe())
                .noneMatch(problem ->
                        problem.toString().contains("=x") || problem.toString().contains(":x"));
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db.example/kenpo, true",
        "jdbc:postgresql://db.example:5432/kenpo?sslmode=require, true",
        "'jdbc:postgresql://localhost,db.example/kenpo', true",
        "jdbc:postgresql://db.example/kenpo?sslmode=verify-full&sslrootcert=ca.pem, false",
        "jdbc:postgresql://127.0.0.1:5432/kenpo, false",
        "jdbc:postgresql://[::1]:5432/kenpo, false",
        "jdbc:postgresql:kenpo, false"
    })
    void wantsTheServerOfTheDatabaseVerified(String url, boolean refused) {
        properties.put("gateway.database.url", url);
        if (refused) {
            assertRefused("settings", "gateway.database.url", "does not verify the server", "sslmode=verify-full");
        } else {
            assertThat(unsafe()).isEmpty();
        }
    }

    @Test
    void wantsPasswordFilesToBeReadByTheirOwnerOnly() throws IOException {
        properties.put("gateway.database.url", "jdbc:postgresql://localhost/kenpo");
        properties.put(
                "gateway.database.password-file",
                file("database.password", "x", "rw-r-----").toString());
        properties.put(
                "gateway.broker.password-files.core-system",
                file("core.password", "x", "rw----r--").toString());

        assertThat(unsafe())
                .extracting(Problem::file)
                .containsExactly("gateway.database.password-file", "gateway.broker.password-files.core-system");
        assertThat(unsafe()).allSatisfy(problem -> assertThat(problem.toString())
                .contains("is open to others than its owner", "chmod 600"));
    }

    @Test
    void wantsAPasswordInThePasswordFile() throws IOException {
        properties.put(
                "gateway.broker.password-files.core-system",
                file("core.password", "\n", "rw-------").toString());
        assertRefused("gateway.broker.password-files.core-system", "", "is empty", "Write the password alone");
    }

    @Test
    void wantsItsOwnKeysToBeReadByTheirOwnerOnly() throws IOException {
        Files.createDirectories(temp.resolve("var/keys"));
        file("var/keys/payload.json", "{}", "rw-r--r--");
        file("var/keys/ledger.json", "{}", "rw-------");
        file("var/keys/sftp-host-key.pub", "ssh-ed25519 AAAA", "rw-r--r--");

        assertRefused("keys", "payload.json", "is open to others", "chmod 600");
    }

    @Test
    void wantsThePrivateKeyOfAConnectionToBeReadByItsOwnerOnly() throws IOException {
        remote(file("key", privateKey(), "rw-r--r--"), file("known_hosts", "host ssh-ed25519 AAAA", "rw-r--r--"));
        assertRefused("config/counterparties/payer-fund.yaml", "key", "is open to others", "chmod 600");
    }

    @Test
    void wantsNoPasswordWhereAKeyBelongs() throws IOException {
        remote(file("key", "a password\n", "rw-------"), file("known_hosts", "host ssh-ed25519 AAAA", "rw-r--r--"));
        assertRefused("config/counterparties/payer-fund.yaml", "private-key", "holds no private key", "ssh-keygen");
    }

    @Test
    void wantsHostKeysBesideThePrivateKey() throws IOException {
        remote(file("key", privateKey(), "rw-------"), temp.resolve("known_hosts"));
        assertRefused("config/counterparties/payer-fund.yaml", "known-hosts", "does not exist", "host key");

        file("known_hosts", "# none yet\n\n", "rw-r--r--");
        assertRefused("config/counterparties/payer-fund.yaml", "known-hosts", "without a host key", "host key");

        file("known_hosts", "host ssh-ed25519 AAAA\n", "rw-r--rw-");
        assertRefused("config/counterparties/payer-fund.yaml", "known_hosts", "anybody on this machine", "chmod 644");
    }

    @Test
    void wantsNoPrivateKeyOfACounterparty() throws IOException {
        properties.put(
                "gateway.taisho-audit.public-key",
                file("key", privateKey(), "rw-r--r--").toString());
        assertRefused("config/counterparties/taisho-audit.yaml", "public-keys", "with a private key", ".pub");
    }

    /** There is no key for the unsafe side: whoever writes one is told that it is none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "strict-host-key-checking: no",
                "strictHostKeyChecking: no",
                "host-key-check: false",
                "ignore-host-key: true",
                "password: x",
                "password-file: x",
                "use-user-known-hosts-file: false"
            })
    void knowsNoKeyThatSwitchesACheckOff(String line) throws IOException {
        Path config = temp.resolve("config");
        try (Stream<Path> files = Files.walk(Path.of("config"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = config.resolve(Path.of("config").relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Path file = config.resolve("counterparties/payer-fund.yaml");
        Files.writeString(
                file, Files.readString(file).replace("  remote-sftp:\n", "  remote-sftp:\n    " + line + "\n"));
        properties.put("gateway.config-dir", config.toString());

        Assertions.assertThatThrownBy(this::unsafe)
                .isInstanceOf(ConfigurationRejectedException.class)
                .hasMessageContaining("unknown key \"" + line.substring(0, line.indexOf(':')) + "\"");
    }

    private static String privateKey() {
        return "-----BEGIN OPENSSH " + "PRIVATE KEY-----\nAAAA\n";
    }

    private void remote(Path key, Path knownHosts) {
        properties.put("gateway.payer-fund.private-key", key.toString());
        properties.put("gateway.payer-fund.known-hosts", knownHosts.toString());
    }

    private Path file(String name, String content, String mode) throws IOException {
        Path file = Files.writeString(temp.resolve(name), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private void assertRefused(String where, String name, String what, String remedy) {
        assertThat(unsafe()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(where);
            assertThat(problem.what()).contains(name).contains(what);
            assertThat(problem.remedy()).contains(remedy);
        });
    }

    private List<Problem> unsafe() {
        properties.putIfAbsent("gateway.data-dir", temp.resolve("var").toString());
        GatewaySettings settings = new Binder(new MapConfigurationPropertySource(properties))
                .bind("gateway", GatewaySettings.class)
                .get();
        try (Installation installation = Installation.besideRunning(settings, this::property, Clock.systemUTC())) {
            return installation.unsafe();
        }
    }

    private String property(String nameAndDefault) {
        int colon = nameAndDefault.indexOf(':');
        String name = nameAndDefault.substring(0, colon);
        String value = properties.get(name);
        return value != null ? value : nameAndDefault.substring(colon + 1);
    }
}
