package jp.kenpo.gateway.sandbox;

import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import jp.kenpo.gateway.sandbox.peer.KeyFiles;
import jp.kenpo.gateway.sandbox.simulator.CoreSystem;
import jp.kenpo.gateway.sandbox.simulator.GatewaySftp;
import jp.kenpo.gateway.sandbox.simulator.PayerFund;
import jp.kenpo.gateway.sandbox.simulator.Selections;
import jp.kenpo.gateway.sandbox.simulator.TaishoAudit;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Puts the simulated parties together, in the profile {@code sandbox} only. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
@EnableConfigurationProperties(SandboxSettings.class)
class SandboxConfiguration {

    private static final Duration MONTH = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);

    @Bean
    SandboxSimulators sandboxSimulators(
            SandboxSettings settings,
            Clock clock,
            @Value("${gateway.data-dir:var}") Path data,
            @Value("${gateway.sftp.port:2222}") int port)
            throws IOException {
        SandboxFolders folders = new SandboxFolders(data);
        Duration pause = sped(PAUSE, settings.speed());
        return new SandboxSimulators(
                List.of(
                        payerFund(folders, settings, clock),
                        new TaishoAudit(
                                folders.disk(SandboxPreparation.TAISHO_AUDIT),
                                gateway(folders, port, SandboxPreparation.TAISHO_AUDIT)),
                        new CoreSystem(
                                broker(settings),
                                gateway(folders, port, SandboxPreparation.CORE_SYSTEM),
                                folders.disk(SandboxPreparation.CORE_SYSTEM),
                                new Selections(clock))),
                pause.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : pause,
                settings.simulators());
    }

    private static PayerFund payerFund(SandboxFolders folders, SandboxSettings settings, Clock clock)
            throws IOException {
        return new PayerFund(
                folders.disk(SandboxPreparation.PAYER_FUND),
                folders.memory(SandboxPreparation.PAYER_FUND),
                new FictionalSociety(settings.seed(), settings.members()),
                settings.mistakes(),
                sped(MONTH, settings.speed()),
                clock);
    }

    private static GatewaySftp gateway(SandboxFolders folders, int port, String party) throws IOException {
        KeyPair key = KeyFiles.keyPair(folders.key(party), party + "@sandbox");
        return new GatewaySftp(new GatewaySftp.Address("127.0.0.1", port, folders.knownHosts()), party, key);
    }

    private static ConnectionFactory broker(SandboxSettings settings) {
        return new ActiveMQConnectionFactory(settings.brokerUrl(), settings.brokerUser(), settings.brokerPassword());
    }

    private static Duration sped(Duration duration, double speed) {
        return Duration.ofMillis(Math.round(duration.toMillis() / speed));
    }
}
