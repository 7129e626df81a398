package jp.kenpo.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import jp.kenpo.gateway.operations.TrialInstallation;
import jp.kenpo.gateway.testing.Browser;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.StaleElementReferenceException;

/** The operators' page as a real browser shows it. */
class StatusPageIT {

    private static final String SILENT = "The gateway does not answer.";

    @TempDir
    private Path folder;

    private TrialInstallation.Moved moved;

    @BeforeEach
    void somethingMoved() {
        moved = new TrialInstallation(folder).moved("<script>document.title='taken'</script>.CSV");
    }

    @Test
    void renewsItselfInPlace() throws Exception {
        try (var console = TrialConsole.start(folder);
                var browser = Browser.start("en")) {
            browser.open(console.address("/"));
            assertThat(browser.text()).contains(moved.in(), moved.out()).doesNotContain(SILENT);
            browser.run("window.mark = 'here'; window.scrollTo(0, 150)");

            String another = console.another(moved);

            soon().until(() -> browser.text().contains(another));
            assertThat(browser.run("return window.mark + ' ' + window.scrollY")).isEqualTo("here 150");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void leavesASelectionAlone() throws Exception {
        try (var console = TrialConsole.start(folder);
                var browser = Browser.start("en")) {
            browser.open(console.address("/"));
            browser.run("getSelection().selectAllChildren(document.querySelector('#status .id'))");
            String another = console.another(moved);
            browser.run("renew()");
            assertThat(browser.text()).doesNotContain(another);

            browser.run("getSelection().removeAllRanges()");
            soon().until(() -> browser.text().contains(another));
        }
    }

    @Test
    void saysThatTheGatewayIsSilentUntilItAnswersAgain() throws Exception {
        try (var browser = Browser.start("en")) {
            int port;
            try (var console = TrialConsole.start(folder)) {
                port = console.port();
                browser.open(console.address("/"));
            }
            soon().until(() -> browser.text().contains(SILENT));
            assertThat(browser.text()).contains(moved.in());

            try (var again = TrialConsole.start(folder, port)) {
                soon().until(() -> !browser.text().contains(SILENT));
                String another = again.another(moved);
                soon().until(() -> browser.text().contains(another));
            }
        }
    }

    @Test
    void saysThatTheGatewayIsSilentAlsoWhenItHangs() throws Exception {
        try (var browser = Browser.start("en")) {
            int port;
            try (var console = TrialConsole.start(folder)) {
                port = console.port();
                browser.open(console.address("/"));
            }
            try (var hangs = new ServerSocket(port)) {
                assertThat(hangs.isBound()).isTrue();
                soon().until(() -> browser.text().contains(SILENT));
            }
        }
    }

    @Test
    void staysInTheLanguageThatIsAskedFor() throws Exception {
        try (var console = TrialConsole.start(folder);
                var browser = Browser.start("ja")) {
            browser.open(console.address("/"));
            assertThat(browser.text()).contains("相手先");

            browser.follow("English");
            assertThat(browser.text()).contains("Counterparty").doesNotContain("相手先");
            String another = console.another(moved);
            soon().until(() -> browser.text().contains(another));
            assertThat(browser.text()).contains("Counterparty").doesNotContain("相手先");
            assertThat(browser.run("return document.documentElement.lang")).isEqualTo("en");
        }
    }

    @Test
    void runsNoScriptOfAFileName() throws Exception {
        try (var console = TrialConsole.start(folder);
                var browser = Browser.start("en")) {
            browser.open(console.address("/"));
            assertThat(browser.text()).contains("<script>document.title='taken'</script>.CSV");
            assertThat(browser.run("return document.title")).isEqualTo("kenpo-gateway");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void saysWhatARefusalMeansInTheReadersLanguage() throws Exception {
        try (var console = TrialConsole.start(folder);
                var browser = Browser.start("ja")) {
            console.refuse("not-verified: nobody verified who sent the inquiry");
            browser.open(console.address("/"));
            assertThat(browser.text()).contains("照会元の確認（相手先確認）がまだ済んでいません。", "not-verified: nobody verified");

            browser.follow("English");
            assertThat(browser.text()).contains("Nobody has verified yet who asks.", "not-verified: nobody verified");
        }
    }

    @Test
    void fitsATelephone() throws Exception {
        try (var console = TrialConsole.start(folder);
                var browser = Browser.start("ja")) {
            browser.resize(500, 800);
            browser.open(console.address("/"));
            var beyond = browser.run("return document.documentElement.scrollWidth - innerWidth");
            assertThat((Long) beyond).isLessThanOrEqualTo(0);
        }
    }

    @Test
    void renewsItselfWithoutScripts() throws Exception {
        try (var console = TrialConsole.start(folder);
                var browser = Browser.withoutScripts("en")) {
            browser.open(console.address("/"));
            assertThat(browser.text()).contains(moved.in()).doesNotContain(SILENT);
            String another = console.another(moved);
            soon().until(() -> browser.text().contains(another));
        }
    }

    private static ConditionFactory soon() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                // the page may be renewed while it is read
                .ignoreExceptionsInstanceOf(StaleElementReferenceException.class);
    }
}
