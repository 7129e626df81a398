package jp.kenpo.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.purpose.LegalCharacter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise: no purpose, no movement. */
class PurposeRulesTest {

    private static final String AT = "routes/taisho-audit/receipt-check-request.yaml:";
    private static final String STEP = "        - to:\n"
            + "            description: レセプト点検の委託 is the published purpose; decided, logged and entered in the ledger\n"
            + "            uri: purpose:3-1\n";

    @TempDir
    Path temporary;

    @Test
    void refusesARouteWithoutAPurpose() {
        assertThat(new RouteCopies(temporary)
                        .spoil(RouteCopies.REQUEST, STEP, "")
                        .problems())
                .containsExactly(AT + "7: [purpose] the route names no purpose of use. "
                        + "Add a step `purpose:<id>` with one of the purposes agreed for it: 3-1");
    }

    @Test
    void refusesAnInboundRouteWithoutAPurpose() {
        String text = new RouteCopies(temporary).read(RouteCopies.INBOUND);
        String without = text.substring(0, text.indexOf("        - to:\n            description: レセプト"))
                + text.substring(text.indexOf("        - to:\n            description: Accepted"));
        assertThat(new RouteCopies(temporary)
                        .write(RouteCopies.INBOUND, without)
                        .problems())
                .containsExactly("routes/payer-fund/receipts.yaml:7: [purpose] the route names no purpose of use. "
                        + "Add a step `purpose:<id>` with one of the purposes agreed for it: 3-0a");
    }

    @Test
    void refusesAnUnknownPurpose() {
        assertThat(with("9-9"))
                .containsExactly(AT + "16: [purpose] the notice has no purpose \"9-9\". "
                        + "Write one of the purposes agreed for it: 3-1");
    }

    @Test
    void refusesAPurposeThatDoesNotCoverTheCounterparty() {
        assertThat(with("4-1"))
                .containsExactly(
                        AT + "16: [coverage] the purpose 4-1 (config/purposes/notice.yaml:4) does not cover the "
                                + "counterparty taisho-audit (config/counterparties/taisho-audit.yaml:1). "
                                + "Name a purpose that covers it, or end the interchange",
                        AT + "16: [coverage] the purpose 4-1 (config/purposes/notice.yaml:4) does not cover the data "
                                + "category receipt of the layout receipt. "
                                + "Name a purpose that covers it, or end the interchange",
                        AT + "16: [coverage] the purpose 4-1 (config/purposes/notice.yaml:4) is not agreed for "
                                + "taisho-audit.receipt-check-request (config/counterparties/taisho-audit.yaml:1). "
                                + "Write one of the agreed: 3-1");
    }

    @Test
    void refusesAPurposeThatDoesNotCoverTheDirection() {
        assertThat(with("3-0a"))
                .contains(AT + "16: [coverage] the purpose 3-0a (config/purposes/notice.yaml:3) does not cover the "
                        + "direction out. Name a purpose that covers it, or end the interchange");
    }

    @Test
    void refusesAPurposeForWhichNoSystemsExchange() {
        assertThat(with("2-9"))
                .contains(AT + "16: [coverage] the purpose 2-9 (config/purposes/notice.yaml:2) has no exchange between "
                        + "systems. Name a purpose for which systems exchange data");
    }

    @Test
    void refusesAPurposeThatDoesNotCoverTheLegalCharacter() {
        Interchange agreed = AgreedInterchanges.out("taisho-audit.receipt-check-request", "receipt", "3-1");
        Interchange statutory = new Interchange(
                agreed.name(),
                agreed.counterparty(),
                agreed.direction(),
                agreed.layout(),
                agreed.purposes(),
                agreed.fields(),
                LegalCharacter.STATUTORY,
                agreed.channel(),
                agreed.maxSize(),
                agreed.myNumber(),
                agreed.conditions(),
                agreed.timing());
        assertThat(RouteRegister.load(new RouteCopies(temporary).folder(), AgreedInterchanges.of(List.of(statutory)))
                        .problems())
                .anyMatch(problem -> problem.toString()
                        .equals(AT
                                + "16: [coverage] the purpose 3-1 (config/purposes/notice.yaml:3) does not cover the "
                                + "legal character statutory (config/counterparties/taisho-audit.yaml:1). "
                                + "Name a purpose that covers it, or end the interchange"));
    }

    @Test
    void needsNoNamingOfTheOwnSystemInTheNotice() {
        assertThat(new RouteCopies(temporary).problems()).isEmpty();
        assertThat(AgreedInterchanges.all()
                        .purpose()
                        .apply("3-0a")
                        .orElseThrow()
                        .counterparties())
                .doesNotContain("core-system");
    }

    private List<String> with(String purpose) {
        return new RouteCopies(temporary)
                .spoil(RouteCopies.REQUEST, "uri: purpose:3-1", "uri: purpose:" + purpose)
                .problems();
    }
}
