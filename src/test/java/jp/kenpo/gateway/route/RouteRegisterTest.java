package jp.kenpo.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.member.MemberPseudonyms;
import jp.kenpo.gateway.purpose.Direction;
import jp.kenpo.gateway.purpose.PurposeRegister;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped routes. */
class RouteRegisterTest {

    @TempDir
    private Path temporary;

    private RouteRegister register;

    @BeforeEach
    void loads() {
        register = new RouteCopies(temporary).register();
    }

    @Test
    void findsNothingWrongWithTheShippedRoutesAndConfiguration() {
        Path config = Path.of("config");
        PurposeRegister purposes = PurposeRegister.load(config);
        CounterpartyRegister counterparties =
                CounterpartyRegister.load(config, purposes, placeholder -> placeholder.replaceFirst("[^:]*:", ""));
        Layouts layouts = Layouts.load(
                config, config, purposes, new MemberPseudonyms(new byte[32]), Clock.system(ZoneId.of("Asia/Tokyo")));
        RouteRegister shipped = RouteRegister.load(Path.of("routes"), purposes, counterparties, layouts);
        assertThat(shipped.problems()).isEmpty();
        assertThat(shipped.routes())
                .extracting(RouteSpec::id)
                .containsExactlyInAnyOrderElementsOf(counterparties.interchanges().stream()
                        .map(Interchange::name)
                        .toList());
    }

    @Test
    void saysWhatARouteDoes() {
        assertThat(register.find("payer-fund.re-examination-request"))
                .contains(new RouteSpec(
                        "payer-fund.re-examination-request",
                        temporary.resolve("routes/payer-fund/re-examination-request.yaml"),
                        7,
                        "Send requests for re-examination to the payer fund",
                        Direction.OUT,
                        "payer-fund",
                        List.of("3-1"),
                        "core-system.re-examination-selection",
                        List.of(
                                "compose:re-examination-request",
                                "check:re-examination-request",
                                "purpose:3-1",
                                "minimise:re-examination-request",
                                "counterparty:payer-fund.re-examination-request")));
        assertThat(register.find("payer-fund.receipts").orElseThrow().follows()).isNull();
    }

    @Test
    void namesTheRoutesThatFollow() {
        assertThat(register.followersOf("payer-fund.receipts"))
                .extracting(RouteSpec::id)
                .containsExactly("core-system.receipts", "taisho-audit.receipt-check-request");
        assertThat(register.followersOf("core-system.receipts")).isEmpty();
    }

    @Test
    void keepsTheTextsThatWereJudged() throws IOException {
        assertThat(register.texts()).hasSize(8);
        for (RouteText text : register.texts()) {
            assertThat(text.text()).isEqualTo(Files.readString(text.path()));
        }
    }

    @Test
    void shipsRoutesThatCamelsOwnSchemaAccepts() {
        for (RouteText text : register.texts()) {
            Faults faults = new Faults(text.name());
            assertThat(PlainYaml.read(text, faults).map(root -> new CamelVocabulary(root).messages()))
                    .as(text.name())
                    .hasValueSatisfying(messages -> assertThat(messages).isEmpty());
        }
    }
}
