package jp.kenpo.gateway.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.kenpo.gateway.configuration.Problem;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.gate.GateChecks.Outcome;
import jp.kenpo.gateway.purpose.PurposeRegister;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class GateChecksTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static final String CHECK = """
              - it: letters leave
                interchange: %s
                purpose: %s
                on: 2026-03-01
                category: person
                fields: {only: [person.name]}
                expect: %s
            """;

    private static final String ALL_GRANTED = "checks:\n" + CHECK.formatted("vendor.letters", "1-1", "granted")
            + CHECK.formatted("vendor.closed-letters", "1-2", "granted")
            + CHECK.formatted("vendor.answers", "1-1", "granted")
            + CHECK.formatted("core.letters", "1-1", "granted");

    @TempDir
    private Path configDir;

    /** Every check beside the configuration, and every interchange that has none, is a test of its own. */
    @TestFactory
    Stream<DynamicTest> checksOfTheInstallation() {
        var config = Path.of("config");
        var purposes = PurposeRegister.load(config);
        var counterparties = CounterpartyRegister.load(config, purposes, text -> text.substring(text.indexOf(':') + 1));
        var gate = new Gate(purposes, counterparties);
        return new GateChecks(purposes, counterparties, gate)
                .run(config, TODAY).stream()
                        .map(each -> DynamicTest.dynamicTest(
                                each.it(), () -> assertThat(each.problem()).isNull()));
    }

    @Test
    void passesWhenTheGateAnswersAsExpected() throws IOException {
        assertThat(run(ALL_GRANTED)).hasSize(4).allMatch(Outcome::passed);
    }

    @Test
    void saysWhatDiffersAndWhere() throws IOException {
        var outcomes = run(ALL_GRANTED
                + CHECK.formatted("vendor.letters", "1-2", "granted")
                + CHECK.formatted("vendor.letters", "1-1", "refused") + "    reason: my-number\n"
                + CHECK.formatted("vendor.letters", "1-2", "refused") + "    reason: my-number\n"
                + CHECK.formatted("vendor.letters", "1-1", "granted") + "    removed: [person.address]\n");

        assertThat(problems(outcomes))
                .containsExactly(
                        problem(
                                30,
                                "expected granted, but it is refused: purpose-not-agreed, vendor.letters is not"
                                        + " agreed for purpose 1-2 (" + configDir + "/counterparties/vendor.yaml:16)"),
                        problem(37, "expected refused: my-number, but it is granted"),
                        problem(
                                45,
                                "expected refused: my-number, but it is refused: purpose-not-agreed, vendor.letters"
                                        + " is not agreed for purpose 1-2 (" + configDir
                                        + "/counterparties/vendor.yaml:16)"),
                        problem(53, "expected that person.address is removed, but nothing is"));
    }

    @Test
    void failsForAnInterchangeThatNoCheckExpectsToBeGranted() throws IOException {
        var outcomes = run(ALL_GRANTED.replace("vendor.answers", "vendor.letters"));

        assertThat(problems(outcomes))
                .containsExactly(new Problem(
                        configDir + "/counterparties/vendor.yaml",
                        27,
                        "vendor.answers is granted, and no check expects it",
                        "Write a check with expect: granted into config/counterparties/vendor.checks.yaml"));
    }

    @Test
    void passesForAnInterchangeWithoutChecksThatIsRefused() throws IOException {
        var notice = new SmallNotice(configDir)
                .change("counterparties/vendor.yaml", "purposes: [1-1, 1-2, 1-3], my", "purposes: [1-2], my");
        Files.writeString(
                configDir.resolve("counterparties/vendor.checks.yaml"),
                "checks:\n" + CHECK.formatted("vendor.closed-letters", "1-2", "granted")
                        + CHECK.formatted("core.letters", "1-1", "granted"));

        var outcomes = run(notice);

        assertThat(outcomes).allMatch(Outcome::passed);
        assertThat(outcomes)
                .extracting(Outcome::it)
                .contains("vendor.letters has no check and is refused", "vendor.answers has no check and is refused");
    }

    @Test
    void refusesAReasonWithoutRefusalAndARefusalWithoutReason() {
        assertThatThrownBy(() -> run("checks:\n" + CHECK.formatted("vendor.letters", "1-1", "refused")))
                .hasMessage(checks(2) + ": a check names a reason if, and only if, it expects a refusal."
                        + " Correct the values of this block");
    }

    @Test
    void refusesAnUnknownReason() {
        assertThatThrownBy(() -> run(
                        "checks:\n" + CHECK.formatted("vendor.letters", "1-1", "refused") + "    reason: because\n"))
                .hasMessageStartingWith(checks(9)
                        + ": unknown value \"because\". Write one of: outside-business, unknown-interchange,");
    }

    private List<Outcome> run(String checks) throws IOException {
        var notice = new SmallNotice(configDir);
        Files.writeString(configDir.resolve("counterparties/vendor.checks.yaml"), checks);
        return run(notice);
    }

    private static List<Outcome> run(SmallNotice notice) {
        var checks = new GateChecks(notice.purposes(), notice.counterparties(), notice.gate());
        return checks.run(notice.configDir(), TODAY);
    }

    private static List<Problem> problems(List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::problem).filter(Objects::nonNull).toList();
    }

    private Problem problem(int line, String what) {
        return new Problem(
                configDir + "/counterparties/vendor.checks.yaml",
                line,
                "check \"letters leave\": " + what,
                "Correct the agreement, or the check if the agreement is right");
    }

    private String checks(int line) {
        return configDir + "/counterparties/vendor.checks.yaml:" + line;
    }
}
