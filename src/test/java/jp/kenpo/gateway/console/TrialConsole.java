package jp.kenpo.gateway.console;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jp.kenpo.gateway.operations.Installation;
import jp.kenpo.gateway.operations.TrialInstallation;
import jp.kenpo.gateway.watch.BrokerLink;
import jp.kenpo.gateway.watch.Circuits;
import jp.kenpo.gateway.watch.LedgerLink;
import jp.kenpo.gateway.watch.Pollers;
import jp.kenpo.gateway.watch.Pressure;
import jp.kenpo.gateway.watch.RefusedQueues;
import jp.kenpo.gateway.watch.Stoppages;
import jp.kenpo.gateway.watch.UnreadQueues;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The pages over a trial installation, without routes, broker and SFTP server. */
final class TrialConsole implements AutoCloseable {

    private final ServletWebServerApplicationContext server;

    private TrialConsole(ServletWebServerApplicationContext server) {
        this.server = server;
    }

    /** Starts on a free port. */
    static TrialConsole start(Path dataDir) {
        return start(dataDir, 0);
    }

    static TrialConsole start(Path dataDir, int port) {
        return new TrialConsole((ServletWebServerApplicationContext)
                new SpringApplicationBuilder(Web.class).run("--server.port=" + port, "--trial.data-dir=" + dataDir));
    }

    int port() {
        return server.getWebServer().getPort();
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** Records one more transfer, and returns its id. */
    String another(TrialInstallation.Moved moved) {
        return TrialInstallation.another(server.getBean(Installation.class), moved);
    }

    /** Records one that the gate refused. */
    void refuse(String error) {
        TrialInstallation.refused(server.getBean(Installation.class), error);
    }

    @Override
    public void close() {
        server.close();
    }

    /** Not annotated as a configuration: else tests that start the whole gateway would find it. */
    @ComponentScan({"jp.kenpo.gateway.console", "jp.kenpo.gateway.operations"})
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        ThymeleafAutoConfiguration.class
    })
    static class Web {

        @Bean
        Installation installation(@Value("${trial.data-dir}") Path dataDir) {
            return new TrialInstallation(dataDir).running();
        }

        @Bean
        Pollers pollers() {
            return new Pollers(Clock.systemUTC(), System::nanoTime, new Random(1));
        }

        @Bean
        Circuits circuits() {
            return new Circuits(Map.of());
        }

        @Bean
        Pressure pressure() {
            return new Pressure(() -> 1, () -> 0, 0, 1);
        }

        @Bean
        BrokerLink brokerLink() {
            return new BrokerLink(Clock.systemUTC(), System::nanoTime);
        }

        @Bean
        LedgerLink ledgerLink() {
            return new LedgerLink(Clock.systemUTC(), System::nanoTime);
        }

        @Bean
        Stoppages stoppages() {
            return new Stoppages(List::of);
        }

        @Bean
        RefusedQueues refusedQueues() {
            return new RefusedQueues();
        }

        @Bean
        UnreadQueues unreadQueues() {
            return new UnreadQueues(
                    List.of(),
                    () -> {
                        throw new IllegalStateException("no broker here");
                    },
                    since -> true);
        }
    }
}
