package jp.kenpo.gateway.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kenpo.gateway.content.Layout;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.content.RowFlag;
import jp.kenpo.gateway.counterparty.Agreement;
import jp.kenpo.gateway.counterparty.Counterparty;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.counterparty.MyNumberUse;
import jp.kenpo.gateway.gate.Decision.Granted;
import jp.kenpo.gateway.gate.Decision.Reason;
import jp.kenpo.gateway.gate.Decision.Refused;
import jp.kenpo.gateway.member.MemberPseudonyms;
import jp.kenpo.gateway.purpose.Direction;
import jp.kenpo.gateway.purpose.Exchange;
import jp.kenpo.gateway.purpose.MyNumberPermission;
import jp.kenpo.gateway.purpose.Purpose;
import jp.kenpo.gateway.purpose.PurposeRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shipped notice and agreements must refuse, for every interchange and not only those with an example. */
class RefusalsTest {

    private static final UnaryOperator<String> DEFAULTS = text -> text.substring(text.indexOf(':') + 1);
    private static final Path CONFIG = Path.of("config");
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);
    private static final PurposeRegister PURPOSES = PurposeRegister.load(CONFIG);
    private static final CounterpartyRegister COUNTERPARTIES = CounterpartyRegister.load(CONFIG, PURPOSES, DEFAULTS);
    private static final Layouts LAYOUTS = Layouts.load(
            CONFIG, Path.of("schemas"), PURPOSES, new MemberPseudonyms(new byte[32]), Clock.systemDefaultZone());
    private static final Gate GATE = new Gate(PURPOSES, COUNTERPARTIES);

    /** Purposes with which something is mailed to members. Source: the domain page on privacy, 1.7. */
    private static final Set<String> MAILING = Set.of("3-11", "3-17", "4-1", "5-1", "5-2", "5-4");

    @TempDir
    private Path copy;

    @Test
    void grantsEveryInterchangeWhatItIsAgreedForSoThatTheRefusalsBelowMeanSomething() {
        assertThat(outbound())
                .allSatisfy(each ->
                        assertThat(decide(each, TODAY, false)).as(each.name()).isInstanceOf(Granted.class));
    }

    @Test
    void refusesEveryoneTheDayAfterTheLastAgreementEnds() {
        assertThat(outbound()).allSatisfy(each -> {
            LocalDate last = partyOf(each).agreements().stream()
                    .filter(agreement -> agreement.purposes().containsAll(each.purposes()))
                    .map(Agreement::until)
                    .max(LocalDate::compareTo)
                    .orElseThrow();
            assertRefused(decide(each, last.plusDays(1), false), each, Reason.AGREEMENT_ENDED);
        });
    }

    @Test
    void refusesMyNumbersToEveryCounterpartyButThePermitted() {
        Set<String> permitted = outbound()
                .filter(each -> each.myNumber() == MyNumberUse.PERMITTED)
                .map(Interchange::counterparty)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(permitted).isSubsetOf("network", "online-qualification");
        assertThat(outbound().filter(each -> each.myNumber() == MyNumberUse.REFUSE))
                .isNotEmpty()
                .allSatisfy(each -> assertRefused(decide(each, TODAY, true), each, Reason.MY_NUMBER));
        assertThat(outbound().filter(each -> each.myNumber() == MyNumberUse.PERMITTED))
                .allSatisfy(each -> assertThat(each.purposes())
                        .allSatisfy(id -> assertThat(PURPOSES.find(id).map(Purpose::myNumber))
                                .isNotEqualTo(Optional.of(MyNumberPermission.NO))));
    }

    @Test
    void refusesAPurposeThatIsNotInTheNotice() {
        assertThat(COUNTERPARTIES.interchanges()).allSatisfy(each -> assertThat(
                        GATE.decide(new Question(each.name(), "9-9", TODAY, category(each), fields(each), false)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN_PURPOSE)));
    }

    @Test
    void refusesEveryPurposeOutsideTheHealthInsuranceBusinessBeforeAnyOtherRule() {
        List<Purpose> outside = PURPOSES.all().stream()
                .filter(each -> !each.healthInsuranceBusiness())
                .toList();

        assertThat(outside).extracting(Purpose::id).containsExactly("6-1", "6-2", "6-3", "6-4", "6-5");
        assertThat(outside).allSatisfy(purpose -> {
            assertThat(purpose.exchange()).isEqualTo(Exchange.NONE);
            for (String interchange : List.of("no.such-interchange", "core-system.receipts")) {
                assertThat(GATE.decide(new Question(interchange, purpose.id(), TODAY, "personnel", Set.of(), false)))
                        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                                .isEqualTo(Reason.OUTSIDE_BUSINESS));
            }
        });
    }

    @Test
    void letsNothingButTheListLeaveUnderAClosedList() {
        Set<String> everything = PURPOSES.categories().stream()
                .flatMap(category -> PURPOSES.fieldsOf(category).stream())
                .collect(Collectors.toSet());
        List<Interchange> closed = outbound()
                .filter(each -> each.purposes().stream().anyMatch(Set.of("4-1", "5-1", "5-2", "5-4")::contains))
                .toList();

        assertThat(closed).hasSizeGreaterThanOrEqualTo(9);
        assertThat(closed).allSatisfy(each -> {
            Purpose purpose = PURPOSES.find(each.purposeIds().get(0)).orElseThrow();
            var decision =
                    GATE.decide(new Question(each.name(), purpose.id(), TODAY, category(each), everything, false));
            assertThat(decision).isInstanceOfSatisfying(Granted.class, granted -> assertThat(granted.permitted())
                    .isSubsetOf(PURPOSES.fieldsOf(purpose.fields())));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "toshinkyo.checkup-targets, contact.address, checkup-result.result",
        "akachan-to-mama.new-parent, contact.address, member-identity.birth-date",
        "zenzoshin.reminder, contact.address, receipt.disease",
    })
    void refusesAnAgreementThatGoesBeyondAClosedList(String interchange, String agreed, String beyond)
            throws IOException {
        copyConfig();
        String counterparty = interchange.substring(0, interchange.indexOf('.'));
        Path file = copy.resolve("counterparties/" + counterparty + ".yaml");
        String text = Files.readString(file);
        int at = text.indexOf("\n  " + interchange.substring(counterparty.length() + 1) + ":");
        assertThat(at).isPositive();
        Files.writeString(
                file, text.substring(0, at) + text.substring(at).replaceFirst(agreed, agreed + ", " + beyond));
        var counterparties = CounterpartyRegister.load(copy, PURPOSES, DEFAULTS);
        Interchange wider = counterparties.interchange(interchange).orElseThrow();

        assertThat(new Gate(PURPOSES, counterparties)
                        .decide(new Question(
                                interchange, wider.purposeIds().get(0), TODAY, category(wider), fields(wider), false)))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.FIELD_NOT_PERMITTED);
                    assertThat(refused.explanation()).contains("beyond the closed list", beyond);
                });
    }

    @Test
    void holdsBackWhoIsUnderNonDisclosureInEveryMailOut() {
        List<Interchange> mailing = outbound()
                .filter(each -> each.purposes().stream().anyMatch(MAILING::contains))
                .filter(each -> fields(each).stream().anyMatch(field -> field.startsWith("contact.")))
                .toList();

        assertThat(mailing).hasSizeGreaterThanOrEqualTo(8);
        assertThat(mailing).allSatisfy(each -> {
            assertThat(each.conditions().holdsNonDisclosed()).as(each.name()).isTrue();
            assertThat(LAYOUTS.find(each.layout()).map(Layout::flags).orElseThrow())
                    .as(each.name())
                    .contains(RowFlag.NON_DISCLOSURE);
        });
    }

    @Test
    void answersOnlyVerifiedInquirersWhereTheNoticeSaysSo() {
        assertThat(outbound().filter(each -> each.purposes().stream()
                        .anyMatch(id -> PURPOSES.find(id).orElseThrow().verifiesInquirer())))
                .isNotEmpty()
                .allSatisfy(each -> {
                    assertThat(each.conditions().answers()).as(each.name()).isNotNull();
                    assertThat(partyOf(each).precautions().verifiesInquirer()).isTrue();
                });
    }

    /** Returns what leaves the society. */
    private static Stream<Interchange> outbound() {
        return COUNTERPARTIES.interchanges().stream()
                .filter(each ->
                        each.direction() == Direction.OUT && !partyOf(each).ownSystem());
    }

    private static Counterparty partyOf(Interchange interchange) {
        return COUNTERPARTIES.find(interchange.counterparty()).orElseThrow();
    }

    private static Decision decide(Interchange interchange, LocalDate on, boolean myNumber) {
        return GATE.decide(new Question(
                interchange.name(),
                interchange.purposeIds().get(0),
                on,
                category(interchange),
                fields(interchange),
                myNumber));
    }

    private static Set<String> fields(Interchange interchange) {
        return PURPOSES.fieldsOf(interchange.fields());
    }

    private static String category(Interchange interchange) {
        return LAYOUTS.find(interchange.layout()).orElseThrow().category();
    }

    private static void assertRefused(Decision decision, Interchange interchange, Reason reason) {
        assertThat(decision).as(interchange.name()).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        refused.reason())
                .isEqualTo(reason));
    }

    private void copyConfig() throws IOException {
        try (Stream<Path> files = Files.walk(CONFIG)) {
            files.filter(file -> !file.equals(CONFIG)).forEach(file -> {
                try {
                    Files.copy(file, copy.resolve(CONFIG.relativize(file)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
