package jp.kenpo.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import org.springframework.context.annotation.Configuration;

class StatusPageTest {

    @TempDir
    private static Path folder;

    private static ServletWebServerApplicationContext server;
    private static TrialInstallation.Moved moved;

    @Configuration(proxyBeanMethods = false)
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
        Installation installation() {
            return new TrialInstallation(folder).running();
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

    @BeforeAll
    static void starts() {
        moved = new TrialInstallation(folder).moved("<script>alert(1)</script>\u202e.CSV");
        server = (ServletWebServerApplicationContext) new SpringApplicationBuilder(Web.class).run("--server.port=0");
    }

    @AfterAll
    static void stops() {
        server.close();
    }

    @Test
    void showsRoutesWithTheirPurposeAndTheLatestTransfers() throws Exception {
        var page = get("/", "en");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("taisho-audit.receipt-check-request", "Entrustment", "Nothing waits for a person.")
                .contains("title=\"点検を委託し、疑義は支払基金へ再審査を依頼する\"")
                .contains(moved.in(), moved.out());
    }

    @Test
    void showsAHostileFileNameAsText() throws Exception {
        assertThat(get("/", "en").body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;\uFFFD.CSV")
                .doesNotContain("<script>alert", "\u202e");
    }

    @Test
    void speaksTheLanguageOfTheReader() throws Exception {
        assertThat(get("/", "ja,en;q=0.5").body()).contains("lang=\"ja\"", "相手先", "委託");
        assertThat(get("/", "de,en;q=0.5").body()).contains("lang=\"en\"", "Counterparty");
        assertThat(get("/?lang=ja", "en").body()).contains("相手先");
    }

    @Test
    void tellsBrowsersToLoadNothingFromElsewhere() throws Exception {
        for (var path : new String[] {"/", "/console.css", "/api/v1/routes", "/nowhere"}) {
            var headers = get(path, "en").headers();
            assertThat(headers.firstValue("Content-Security-Policy")).as(path).hasValueSatisfying(policy -> assertThat(
                            policy)
                    .contains("default-src 'self'", "frame-ancestors 'none'"));
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void answersProgramsWithTheJsonOfTheCommands() throws Exception {
        assertThat(get("/api/v1/routes", "en").body()).contains("\"legalCharacter\" : \"entrustment\"");
        assertThat(get("/api/v1/transfers?state=received", "en").body())
                .contains(moved.in())
                .doesNotContain("announced");
        assertThat(get("/api/v1/transfers/" + moved.in(), "en").body()).contains("\"chain\"", moved.out());
        assertThat(get("/api/v1/transfers?state=bogus", "en").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/transfers/x", "en").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/transfers/01ARZ3NDEKTSV4RRFFQ69G5FAV", "en").statusCode())
                .isEqualTo(404);
    }

    private static HttpResponse<String> get(String path, String languages) throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + server.getWebServer().getPort() + path);
        var request = HttpRequest.newBuilder(address)
                .header("Accept-Language", languages)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
