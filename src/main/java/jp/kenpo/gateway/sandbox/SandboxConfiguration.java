package jp.kenpo.gateway.sandbox;

import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import jp.kenpo.gateway.sandbox.agreed.Agreed;
import jp.kenpo.gateway.sandbox.contents.Subjects;
import jp.kenpo.gateway.sandbox.peer.KeyFiles;
import jp.kenpo.gateway.sandbox.peer.SandboxPeers;
import jp.kenpo.gateway.sandbox.simulator.Behaviours;
import jp.kenpo.gateway.sandbox.simulator.BusinessDays;
import jp.kenpo.gateway.sandbox.simulator.Cast;
import jp.kenpo.gateway.sandbox.simulator.GatewaySftp;
import jp.kenpo.gateway.sandbox.simulator.Surroundings;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/** Puts the simulated parties together, in the profile {@code sandbox} only. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
@EnableConfigurationProperties(SandboxSettings.class)
class SandboxConfiguration {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** In place of the gateway's own clock: its time is that of the parties around it. */
    @Bean
    @Primary
    SandboxClock sandboxClock(
            @Qualifier("clock") Clock clock, SandboxSettings settings, @Value("${gateway.data-dir:var}") Path data)
            throws IOException {
        return settings.begin() == null
                ? SandboxClock.running(clock, settings.factor(), new SandboxFolders(data).clock())
                : SandboxClock.standing(
                        clock, settings.begin().atZone(clock.getZone()).toInstant());
    }

    @Bean
    SandboxSimulators sandboxSimulators(
            SandboxSettings settings,
            SandboxClock clock,
            @Value("${gateway.data-dir:var}") Path data,
            @Value("${gateway.config-dir:config}") Path config,
            @Value("${gateway.routes-dir:routes}") Path routes,
            @Value("${gateway.sftp.port:2222}") int port)
            throws IOException {
        SandboxFolders folders = new SandboxFolders(data);
        FictionalSociety society = new FictionalSociety(settings.seed(), settings.members());
        Agreed agreed = Agreed.in(config, routes);
        Surroundings surroundings = new Surroundings(
                agreed,
                Behaviours.over(agreed),
                BusinessDays.in(config),
                society,
                new Subjects(society),
                clock,
                settings.mistakes(),
                settings.begin() == null);
        boolean byThemselves = settings.simulators() && settings.begin() == null;
        return new SandboxSimulators(
                Cast.of(surroundings, new Logins(folders, port, broker(settings))),
                PAUSE,
                byThemselves,
                () -> clock.keep(folders.clock()));
    }

    /** For a month that is played; in a sandbox that runs by itself nobody asks for it. */
    @Bean
    @Lazy
    SandboxMonth sandboxMonth(SandboxSimulators simulators, SandboxClock clock) {
        return new SandboxMonth(simulators.simulators(), clock);
    }

    /** For a measurement; in a sandbox that runs by itself nobody asks for it. */
    @Bean
    @Lazy
    TransferLoad transferLoad(
            @Value("${gateway.data-dir:var}") Path data,
            @Value("${gateway.sftp.port:2222}") int port,
            SandboxPeers peers) {
        return new TransferLoad(new SandboxFolders(data), port, peers.port());
    }

    private static ConnectionFactory broker(SandboxSettings settings) {
        return new ActiveMQConnectionFactory(settings.brokerUrl(), settings.brokerUser(), settings.brokerPassword());
    }

    private record Logins(SandboxFolders folders, int port, ConnectionFactory broker) implements Cast.Logins {

        @Override
        public GatewaySftp hosted(String party) throws IOException {
            return new GatewaySftp(
                    new GatewaySftp.Address("127.0.0.1", port, folders.knownHosts()),
                    party,
                    KeyFiles.keyPair(folders.key(party), party + "@sandbox"));
        }

        @Override
        public Path disk(String counterparty) {
            return folders.disk(counterparty);
        }

        @Override
        public Path folder(String counterparty) {
            return folders.memory(counterparty);
        }
    }
}
