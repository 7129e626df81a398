package jp.kenpo.gateway.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import jp.kenpo.gateway.gate.Decision.Granted;
import jp.kenpo.gateway.gate.Decision.Reason;
import jp.kenpo.gateway.gate.Decision.Refused;
import jp.kenpo.gateway.gate.Explanation.Ruling;
import jp.kenpo.gateway.gate.Explanation.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 31);

    private static final String VENDOR = "counterparties/vendor.yaml";
    private static final String LETTERS = "  letters:\n    direction: out\n";
    private static final Question WITH_MY_NUMBERS =
            new Question("vendor.letters", "1-1", LocalDate.of(2027, 4, 1), "person", Set.of("person.name"), true);

    @TempDir
    private Path configDir;

    private SmallNotice notice;

    @BeforeEach
    void writeNotice() throws IOException {
        notice = new SmallNotice(configDir);
    }

    @Test
    void grantsWhatPurposeAndAgreementBothNameAndRemovesTheRest() {
        var decision = notice.gate()
                .decide(question("vendor.letters", "1-1", "person.name", "person.birth-date", "claim.disease"));

        assertThat(decision).isInstanceOfSatisfying(Granted.class, granted -> {
            assertThat(granted.interchange().name()).isEqualTo("vendor.letters");
            assertThat(granted.purpose().id()).isEqualTo("1-1");
            assertThat(granted.agreement()).isEqualTo("first");
            assertThat(granted.permitted()).containsExactly("person.name");
            assertThat(granted.removed()).containsExactlyInAnyOrder("person.birth-date", "claim.disease");
        });
    }

    @Test
    void removesAFieldNobodyDeclaredThoughItsCategoryIsAgreed() {
        var decision = notice.gate().decide(question("vendor.letters", "1-1", "person.name", "person.invented"));

        assertThat(decision).isInstanceOfSatisfying(Granted.class, granted -> assertThat(granted.removed())
                .containsExactly("person.invented"));
    }

    @Test
    void grantsOnTheLastDayAndRefusesTheDayAfterTheAgreementEnds() {
        var gate = notice.gate();

        assertThat(gate.decide(on(LAST_DAY))).isInstanceOf(Granted.class);
        assertThat(gate.decide(on(LAST_DAY.plusDays(1))))
                .isEqualTo(refused(Reason.AGREEMENT_ENDED, "agreement first ended on 2026-03-31 (" + vendor(11) + ")"));
    }

    @Test
    void refusesTheDayBeforeTheAgreementBegins() throws IOException {
        var gate = notice.change(
                        "counterparties/vendor.yaml", "from: 2027-04-01, until: 2028", "from: 2026-04-01, until: 2028")
                .gate();

        assertThat(gate.decide(on(LocalDate.of(2025, 3, 31))))
                .isEqualTo(refused(
                        Reason.AGREEMENT_NOT_STARTED, "agreement first begins on 2025-04-01 (" + vendor(11) + ")"));
        assertThat(gate.decide(on(LocalDate.of(2026, 4, 1)))).isInstanceOf(Granted.class);
    }

    @Test
    void refusesWithoutAnAgreementForThePurpose() throws IOException {
        var gate = notice.change("counterparties/vendor.yaml", "purposes: [1-1, 1-2, 1-3], my", "purposes: [1-2], my")
                .change("counterparties/vendor.yaml", "purposes: [1-1], my", "purposes: [1-2], my")
                .gate();

        assertThat(gate.decide(on(LAST_DAY)))
                .isEqualTo(
                        refused(Reason.NO_AGREEMENT, "no agreement with vendor names purpose 1-1 (" + vendor(9) + ")"));
    }

    @Test
    void refusesWhatNobodyKnows() {
        var gate = notice.gate();

        assertThat(gate.decide(question("vendor.parcels", "1-1", "person.name")))
                .isEqualTo(refused(
                        Reason.UNKNOWN_INTERCHANGE,
                        "no interchange vendor.parcels is agreed in config/counterparties/"));
        assertThat(gate.decide(question("vendor.letters", "9-9", "person.name")))
                .isEqualTo(refused(Reason.UNKNOWN_PURPOSE, "the notice has no item 9-9 in config/purposes/"));
    }

    @Test
    void refusesAPurposeThatTheInterchangeDoesNotName() {
        assertThat(notice.gate().decide(question("vendor.letters", "1-2", "person.name")))
                .isEqualTo(refused(
                        Reason.PURPOSE_NOT_AGREED,
                        "vendor.letters is not agreed for purpose 1-2 (" + vendor(16) + ")"));
    }

    @Test
    void refusesAnItemThatIsNoSystemExchangeThoughItWasAgreed() {
        assertThat(notice.gate().decide(question("vendor.letters", "1-3", "person.name")))
                .isEqualTo(
                        refused(Reason.NO_SYSTEM_EXCHANGE, "purpose 1-3 is no system exchange (" + purposes(42) + ")"));
    }

    @Test
    void refusesACounterpartyThatThePurposeDoesNotName() throws IOException {
        var gate = notice.change("purposes/1.yaml", "[vendor]", "[core]").gate();

        assertThat(gate.decide(on(LAST_DAY)))
                .isEqualTo(refused(
                        Reason.COUNTERPARTY_NOT_COVERED, "purpose 1-1 does not name vendor (" + purposes(13) + ")"));
    }

    @Test
    void refusesADirectionThatThePurposeDoesNotCover() throws IOException {
        var gate = notice.change("purposes/1.yaml", "[in, out]", "[in]").gate();

        assertThat(gate.decide(on(LAST_DAY)))
                .isEqualTo(refused(
                        Reason.DIRECTION_NOT_COVERED,
                        "purpose 1-1 does not cover direction out (" + purposes(14) + ")"));
    }

    @Test
    void refusesADataCategoryThatThePurposeDoesNotCover() {
        var decision = notice.gate()
                .decide(new Question("vendor.letters", "1-1", LAST_DAY, "claim", Set.of("person.name"), false));

        assertThat(decision)
                .isEqualTo(refused(
                        Reason.CATEGORY_NOT_COVERED,
                        "purpose 1-1 does not cover data category claim (" + purposes(11) + ")"));
    }

    @Test
    void refusesALegalCharacterThatThePurposeDoesNotHave() throws IOException {
        var gate = notice.change(
                        "counterparties/vendor.yaml",
                        "legal-character: entrustment\n    file-delivery: {folder: letters",
                        "legal-character: joint-use\n    file-delivery: {folder: letters")
                .gate();

        assertThat(gate.decide(on(LAST_DAY)))
                .isEqualTo(refused(
                        Reason.LEGAL_CHARACTER_NOT_COVERED,
                        "vendor.letters is joint-use (" + vendor(18) + "), but purpose 1-1 is entrustment ("
                                + purposes(15) + ")"));
    }

    @Test
    void refusesAnAgreementThatGoesBeyondAClosedList() throws IOException {
        var closed = question("vendor.closed-letters", "1-2", "person.name", "person.address");

        assertThat(notice.gate().decide(closed)).isInstanceOfSatisfying(Granted.class, granted -> {
            assertThat(granted.permitted()).containsExactly("person.name");
            assertThat(granted.removed()).containsExactly("person.address");
        });

        var gate = notice.change(
                        "counterparties/vendor.yaml",
                        "purposes: [1-2]\n    fields: {only: [person.name]}",
                        "purposes: [1-2]\n    fields: {all: [person]}")
                .gate();
        assertThat(gate.decide(closed))
                .isEqualTo(refused(
                        Reason.FIELD_NOT_PERMITTED,
                        "agreed beyond the closed list of purpose 1-2 (" + purposes(28) + "): person.birth-date ("
                                + vendor(24) + ")"));
    }

    @Test
    void refusesWhenNothingThatIsPresentIsPermitted() {
        var gate = notice.gate();
        var nothing = refused(
                Reason.NOTHING_PERMITTED,
                "no field present is both agreed (" + vendor(17) + ") and published (" + purposes(12) + ")");

        assertThat(gate.decide(question("vendor.letters", "1-1", "person.birth-date")))
                .isEqualTo(nothing);
        assertThat(gate.decide(question("vendor.letters", "1-1"))).isEqualTo(nothing);
    }

    @Test
    void takesInOnlyWhatIsPermittedAsAWhole() {
        var gate = notice.gate();

        assertThat(gate.decide(question("vendor.answers", "1-1", "person.name")))
                .isInstanceOf(Granted.class);
        assertThat(gate.decide(question("vendor.answers", "1-1", "person.name", "person.address")))
                .isEqualTo(refused(Reason.FIELD_NOT_PERMITTED, "may not come in: person.address (" + vendor(31) + ")"));
    }

    @Test
    void letsMyNumbersMoveOnlyUnderAnAgreementThatDelegatesThem() throws IOException {
        var gate = notice.change(VENDOR, LETTERS, LETTERS + "    my-number: permitted\n")
                .gate();
        var underFirst = new Question("vendor.letters", "1-1", LAST_DAY, "person", Set.of("person.name"), true);
        var underLater =
                new Question("vendor.letters", "1-1", LocalDate.of(2027, 4, 1), "person", Set.of("person.name"), true);

        assertThat(gate.decide(underFirst))
                .isEqualTo(refused(
                        Reason.MY_NUMBER,
                        "the content holds My Numbers, which purpose 1-1 (" + purposes(20)
                                + ") and agreement first do not both allow"));
        assertThat(gate.decide(underLater)).isInstanceOf(Granted.class);
    }

    @Test
    void stopsMyNumbersWhereNothingIsAgreedForThem() {
        assertThat(notice.gate().decide(WITH_MY_NUMBERS))
                .isEqualTo(refused(
                        Reason.MY_NUMBER, "the content holds My Numbers, which are not agreed (" + vendor(13) + ")"));
    }

    @Test
    void stopsMyNumbersThatThePurposeForbidsWhateverIsAgreed() throws IOException {
        var gate = notice.change(VENDOR, "purposes: [1-1], my-number: true", "purposes: [1-1, 1-2], my-number: true")
                .change(VENDOR, "purposes: [1-2]\n", "purposes: [1-1, 1-2]\n    my-number: permitted\n")
                .gate();
        var question = new Question(
                "vendor.closed-letters", "1-2", LocalDate.of(2027, 4, 1), "person", Set.of("person.name"), true);

        assertThat(gate.decide(question)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                .isEqualTo(Reason.MY_NUMBER));
    }

    @Test
    void letsContentGoWhoseMyNumbersAreMaskedOnTheWay() throws IOException {
        var gate = notice.change(VENDOR, LETTERS, LETTERS + "    my-number: mask\n")
                .gate();

        assertThat(gate.decide(WITH_MY_NUMBERS)).isInstanceOf(Granted.class);
    }

    @Test
    void needsNeitherAgreementNorMentionInsideTheSocietyButTheRestHolds() throws IOException {
        var gate = notice.gate();

        assertThat(gate.decide(question("core.letters", "1-1", "person.name")))
                .isInstanceOfSatisfying(Granted.class, granted -> assertThat(granted.agreement())
                        .isEqualTo("own-system"));
        assertThat(gate.decide(question("core.letters", "1-1", "person.name", "person.address")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.FIELD_NOT_PERMITTED));

        var mistaken = notice.change(
                        "counterparties/core.yaml", "legal-character: internal", "legal-character: statutory")
                .gate();
        assertThat(mistaken.decide(question("core.letters", "1-1", "person.name")))
                .isEqualTo(refused(
                        Reason.LEGAL_CHARACTER_NOT_COVERED,
                        "core.letters is statutory (" + configDir
                                + "/counterparties/core.yaml:17), but an own system is internal"));
    }

    @Test
    void takesFromTheOwnSystemAllThatIsAgreedAlsoBeyondAClosedList() throws IOException {
        var gate = notice.change("counterparties/core.yaml", "purposes: [1-1]", "purposes: [1-2]")
                .change("counterparties/core.yaml", "only: [person.name]", "all: [person], only: [claim.disease]")
                .gate();

        assertThat(gate.decide(question("core.letters", "1-2", "person.birth-date", "claim.disease")))
                .isInstanceOf(Granted.class);
        assertThat(gate.decide(new Question("core.letters", "1-2", LAST_DAY, "claim", Set.of("claim.disease"), false)))
                .isInstanceOf(Granted.class);
        assertThat(gate.explain(question("core.letters", "1-2", "person.birth-date"))
                        .fields())
                .extracting(Explanation.Ruling::verdict)
                .containsExactly(Explanation.Verdict.PERMITTED);
    }

    @Test
    void takesFromTheOwnSystemNothingThatIsNotAgreed() throws IOException {
        var gate = notice.change("counterparties/core.yaml", "purposes: [1-1]", "purposes: [1-2]")
                .gate();

        assertThat(gate.decide(question("core.letters", "1-2", "person.name", "person.birth-date")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.FIELD_NOT_PERMITTED));
        assertThat(gate.decide(new Question("core.letters", "1-2", LAST_DAY, "claim", Set.of("claim.disease"), false)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.CATEGORY_NOT_COVERED));
    }

    @Test
    void refusesWhatItCannotDecide() {
        var broken = new HashSet<>(Arrays.asList("person.name", null));

        assertThat(notice.gate().decide(new Question("vendor.letters", "1-1", LAST_DAY, "person", broken, false)))
                .isEqualTo(refused(
                        Reason.NOT_DECIDABLE,
                        "the decision failed (NullPointerException). Report this as a fault of the gateway"));
    }

    @Test
    void explainsWhichListDropsWhichField() {
        var question = question("vendor.closed-letters", "1-2", "person.name", "person.address", "person.birth-date");

        var explanation = notice.gate().explain(question);

        assertThat(explanation.decision()).isInstanceOf(Granted.class);
        assertThat(explanation.fields())
                .containsExactly(
                        new Ruling("person.address", Verdict.NOT_AGREED, vendor(24)),
                        new Ruling("person.birth-date", Verdict.NOT_IN_PURPOSE, purposes(28)),
                        new Ruling("person.name", Verdict.PERMITTED, vendor(24)));
    }

    @Test
    void explainsNothingAboutWhatNobodyKnows() {
        var explanation = notice.gate().explain(question("vendor.parcels", "1-1", "person.name"));

        assertThat(explanation.decision()).isInstanceOf(Refused.class);
        assertThat(explanation.fields()).isEmpty();
    }

    @Test
    void spellsReasonsAsInYaml() {
        assertThat(Reason.AGREEMENT_ENDED.label()).isEqualTo("agreement-ended");
    }

    private static Question question(String interchange, String purpose, String... fields) {
        return new Question(interchange, purpose, LAST_DAY, "person", Set.of(fields), false);
    }

    private static Question on(LocalDate day) {
        return new Question("vendor.letters", "1-1", day, "person", Set.of("person.name"), false);
    }

    private static Refused refused(Reason reason, String explanation) {
        return new Refused(reason, explanation);
    }

    private String vendor(int line) {
        return configDir + "/counterparties/vendor.yaml:" + line;
    }

    private String purposes(int line) {
        return configDir + "/purposes/1.yaml:" + line;
    }
}
