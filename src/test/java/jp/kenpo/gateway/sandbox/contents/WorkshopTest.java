package jp.kenpo.gateway.sandbox.contents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.Severity;
import jp.kenpo.gateway.member.MemberPseudonyms;
import jp.kenpo.gateway.purpose.PurposeRegister;
import jp.kenpo.gateway.sandbox.agreed.Agreed;
import jp.kenpo.gateway.sandbox.agreed.AgreedInterchange;
import jp.kenpo.gateway.sandbox.agreed.AgreedParty;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the sandbox makes for each interchange that the gateway takes in, through the gateway's own readers. */
class WorkshopTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 20);
    private static final Path CONFIG = Path.of("config");
    private static final FictionalSociety SOCIETY = new FictionalSociety(7, 300);
    private static final Agreed AGREED = agreed();

    private static final Layouts LAYOUTS = Layouts.load(
            CONFIG,
            Path.of("schemas"),
            PurposeRegister.load(CONFIG),
            new MemberPseudonyms(new byte[32]),
            Clock.fixed(DAY.atTime(12, 0).atZone(ZoneId.of("Asia/Tokyo")).toInstant(), ZoneId.of("Asia/Tokyo")));

    static Stream<String> interchanges() {
        return AGREED.interchanges()
                .filter(AgreedInterchange::incoming)
                // these name what came in before; without it there is nothing to make
                .filter(each -> !List.of("re-examination-selection", "receipt-copy-request", "checkup-selection")
                        .contains(each.layout()))
                // by variants, which stand in the behaviours
                .filter(each -> !each.layout().equals("member-event"))
                .map(AgreedInterchange::name);
    }

    @ParameterizedTest
    @MethodSource("interchanges")
    void makesNothingThatTheGatewayWouldFindFaultWith(String name) throws IOException {
        List<Made> made = make(name, 1);

        assertThat(made).isNotEmpty();
        for (Made file : made) {
            Reading reading = LAYOUTS.content(
                            AGREED.interchange(name).orElseThrow().layout())
                    .read(new ByteArrayInputStream(file.bytes()), Arrival.UNKNOWN);
            assertThat(reading.findings().stream().filter(finding -> finding.severity() == Severity.ERROR))
                    .extracting(Finding::rule, Finding::field)
                    .isEmpty();
            assertThat(reading.records()).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("interchanges")
    void makesTheSameForTheSameCommission(String name) throws IOException {
        assertThat(make(name, 1).get(0).bytes()).isEqualTo(make(name, 1).get(0).bytes());
    }

    private static List<Made> make(String name, int number) throws IOException {
        AgreedInterchange interchange = AGREED.interchange(name).orElseThrow();
        Commission commission = new Commission(
                SOCIETY,
                interchange,
                AGREED.layout(interchange.layout()),
                new AgreedParty(interchange.counterparty(), interchange.counterparty(), ""),
                DAY,
                number,
                8,
                false,
                List.of(),
                null);
        return new Workshop(new Subjects(SOCIETY), new HeldContents()).make(commission);
    }

    private static Agreed agreed() {
        try {
            return Agreed.in(CONFIG, Path.of("routes"));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
