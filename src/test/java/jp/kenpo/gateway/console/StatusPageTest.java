package jp.kenpo.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import jp.kenpo.gateway.operations.TrialInstallation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusPageTest {

    @TempDir
    private static Path folder;

    private static TrialConsole console;
    private static TrialInstallation.Moved moved;

    @BeforeAll
    static void starts() {
        moved = new TrialInstallation(folder).moved("<script>alert(1)</script>\u202e.CSV");
        console = TrialConsole.start(folder);
    }

    @AfterAll
    static void stops() {
        console.close();
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
        var request = HttpRequest.newBuilder(console.address(path))
                .header("Accept-Language", languages)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
