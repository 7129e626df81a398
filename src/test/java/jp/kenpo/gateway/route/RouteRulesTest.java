package jp.kenpo.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteRulesTest {

    private static final String AT = "routes/taisho-audit/receipt-check-request.yaml:";
    private static final String IN = "routes/payer-fund/receipts.yaml:";
    private static final String MADE = "routes/payer-fund/re-examination-request.yaml:";
    private static final String OUT_ORDER =
            "Write these steps, in this order, each once: purpose:, minimise:, counterparty:";
    private static final String IN_ORDER =
            "Write these steps, in this order, each once: check:, purpose:, interchange:";
    private static final String MADE_ORDER =
            "Write these steps, in this order, each once: compose:, check:, purpose:, minimise:, counterparty:";

    @TempDir
    Path temporary;

    @Test
    void refusesAnIdThatIsNotTheFiles() {
        assertThat(request("id: taisho-audit.receipt-check-request", "id: taisho-audit.other"))
                .containsExactly(AT + "8: [id] the id is not folder.file. "
                        + "Write `id: taisho-audit.receipt-check-request`, or move the file");
    }

    @Test
    void refusesAGroupThatIsNotTheCounterparty() {
        assertThat(request("group: taisho-audit", "group: audits"))
                .containsExactly(AT + "10: [id] the group is not the counterparty. Write `group: taisho-audit`");
    }

    @Test
    void refusesARouteWithoutADescription() {
        assertThat(request("    description: Send accepted receipts to Taisho Audit for checking\n", ""))
                .containsExactly(AT + "7: [description] `description` is missing. "
                        + "Say in one line what goes where and for what");
    }

    @Test
    void refusesARouteThatWasNotAgreed() {
        RouteCopies routes = new RouteCopies(temporary);
        assertThat(routes.write(
                                "taisho-audit/other.yaml",
                                routes.read(RouteCopies.REQUEST).replace("receipt-check-request", "other"))
                        .problems())
                .containsExactly("routes/taisho-audit/other.yaml:7: [id] no interchange \"taisho-audit.other\" is "
                        + "agreed. Agree it in config/counterparties/taisho-audit.yaml, or remove the route");
    }

    @Test
    void refusesTheOtherDirection() {
        assertThat(request(
                        "uri: interchange:payer-fund.receipts", "uri: counterparty:taisho-audit.receipt-check-request"))
                .containsExactly(AT + "12: [id] the route starts like an inbound one, but "
                        + "config/counterparties/taisho-audit.yaml:1 agrees it outbound. "
                        + "Start it from interchange:<inbound interchange>");
        assertThat(inbound("uri: counterparty:payer-fund.receipts", "uri: interchange:payer-fund.receipts # x"))
                .contains(IN + "12: [id] the route starts like an outbound one, but "
                        + "config/counterparties/payer-fund.yaml:1 agrees it inbound. "
                        + "Start it from counterparty:payer-fund.receipts");
    }

    @Test
    void refusesDeliveryBeforeThePurposeIsDecided() {
        RouteCopies routes = new RouteCopies(temporary);
        String text = routes.read(RouteCopies.REQUEST);
        int steps = text.indexOf("        - to:");
        int last = text.lastIndexOf("        - to:");
        routes.write(
                RouteCopies.REQUEST, text.substring(0, steps) + text.substring(last) + text.substring(steps, last));
        assertThat(routes.problems())
                .containsExactly(
                        AT + "16: [outbound] \"counterparty:taisho-audit.receipt-check-request\" stands in the "
                                + "place of purpose:. " + OUT_ORDER);
    }

    @Test
    void refusesDeliveryOfWhatWasNotMinimised() {
        assertThat(request(
                        "        - to:\n            description: Only the fields that 3-1 permits to Taisho Audit remain\n"
                                + "            uri: minimise:receipt\n",
                        ""))
                .containsExactly(
                        AT + "19: [outbound] \"counterparty:taisho-audit.receipt-check-request\" stands in the "
                                + "place of minimise:. " + OUT_ORDER);
    }

    @Test
    void refusesAStepTwice() {
        assertThat(request("uri: minimise:receipt", "uri: purpose:3-1"))
                .contains(AT + "19: [outbound] \"purpose:3-1\" stands in the place of minimise:. " + OUT_ORDER);
    }

    @Test
    void refusesAnythingBehindTheLastStep() {
        assertThat(
                        requestEndingIn(
                                "        - to:\n            description: x\n            uri: counterparty:taisho-audit.receipt-check-request\n"))
                .containsExactly(
                        AT + "25: [outbound] \"counterparty:taisho-audit.receipt-check-request\" stands behind "
                                + "the last step. " + OUT_ORDER);
        assertThat(requestEndingIn("        - log:\n            description: x\n            message: x\n"))
                .containsExactly(AT + "23: [outbound] `log` stands behind the last step. Write it before "
                        + "counterparty:taisho-audit.receipt-check-request; there the route ends");
    }

    @Test
    void refusesARouteThatEndsTooEarly() {
        RouteCopies routes = new RouteCopies(temporary);
        String text = routes.read(RouteCopies.REQUEST);
        assertThat(routes.write(RouteCopies.REQUEST, text.substring(0, text.lastIndexOf("        - to:")))
                        .problems())
                .containsExactly(AT + "7: [outbound] the step counterparty: is missing. " + OUT_ORDER);
    }

    @Test
    void refusesDeliveryToAnotherCounterparty() {
        assertThat(request(
                        "uri: counterparty:taisho-audit.receipt-check-request",
                        "uri: counterparty:core-system.receipts"))
                .containsExactly(
                        AT + "22: [outbound] \"counterparty:core-system.receipts\" is another interchange than "
                                + "the route's. Write counterparty:taisho-audit.receipt-check-request");
    }

    @Test
    void refusesAnInboundRouteThatDoesNotCheck() {
        assertThat(inbound("uri: check:receipt", "uri: minimise:receipt"))
                .containsExactly(IN + "16: [inbound] \"minimise:receipt\" stands in the place of check:. " + IN_ORDER);
    }

    @Test
    void refusesAnInboundRouteThatAcceptsForAnother() {
        assertThat(inbound(
                        "uri: interchange:payer-fund.receipts", "uri: interchange:taisho-audit.receipt-check-result"))
                .containsExactly(IN + "22: [inbound] \"interchange:taisho-audit.receipt-check-result\" is another "
                        + "interchange than the route's. Write interchange:payer-fund.receipts");
        assertThat(inbound(
                        "uri: counterparty:payer-fund.receipts", "uri: counterparty:taisho-audit.receipt-check-result"))
                .containsExactly(IN + "12: [inbound] \"counterparty:taisho-audit.receipt-check-result\" is another "
                        + "interchange than the route's. Write counterparty:payer-fund.receipts");
    }

    @Test
    void refusesAnInboundRouteThatDelivers() {
        assertThat(inbound("uri: interchange:payer-fund.receipts", "uri: counterparty:core-system.receipts"))
                .containsExactly(IN + "22: [inbound] \"counterparty:core-system.receipts\" stands in the place of "
                        + "interchange:. " + IN_ORDER);
    }

    @Test
    void refusesToSendWhatWasComposedUnchecked() {
        assertThat(composed("uri: check:re-examination-request", "uri: minimise:re-examination-request # x"))
                .contains(MADE + "19: [outbound] \"minimise:re-examination-request\" stands in the place of check:. "
                        + MADE_ORDER);
    }

    @Test
    void refusesALayoutThatIsNotTheInterchanges() {
        assertThat(request("uri: minimise:receipt", "uri: minimise:re-examination-request"))
                .containsExactly(AT + "19: [layout] \"minimise:re-examination-request\" is not the layout agreed for "
                        + "the interchange. Write minimise:receipt");
    }

    @Test
    void refusesToFollowAnotherLayoutWithoutComposing() {
        assertThat(request("interchange:payer-fund.receipts", "interchange:taisho-audit.receipt-check-result"))
                .containsExactly(AT + "12: [layout] \"taisho-audit.receipt-check-result\" has the layout "
                        + "receipt-check-result, not receipt. "
                        + "Follow an interchange of the same layout, or begin with compose:receipt");
    }

    @Test
    void refusesToComposeWhatIsNotComposed() {
        assertThat(request(
                        "      steps:\n",
                        "      steps:\n"
                                + "        - to:\n            description: x\n            uri: compose:receipt\n"
                                + "        - to:\n            description: x\n            uri: check:receipt\n"))
                .containsExactly(AT + "7: [layout] files of the layout \"receipt\" are not composed. "
                        + "Remove the step compose:, or name in the layout what it is composed from");
    }

    @Test
    void refusesToFollowWhatIsNotAgreed() {
        String remedy = "Name an inbound interchange of config/counterparties/ that has a route";
        assertThat(request("interchange:payer-fund.receipts", "interchange:payer-fund.nothing"))
                .containsExactly(
                        AT + "12: [follows] no interchange \"payer-fund.nothing\" is agreed to follow. " + remedy);
        assertThat(request("interchange:payer-fund.receipts", "interchange:core-system.receipts"))
                .containsExactly(AT + "12: [follows] \"core-system.receipts\" is outbound; nothing is accepted on it. "
                        + remedy);
    }

    @Test
    void refusesToFollowWhatHasNoRouteAndNamesTheMissingRoute() {
        assertThat(new RouteCopies(temporary)
                        .remove("taisho-audit/receipt-check-result.yaml")
                        .problems())
                .containsExactly(
                        "config/counterparties/taisho-audit.yaml:1: [missing] the interchange "
                                + "taisho-audit.receipt-check-result is agreed and has no route. "
                                + "Write routes/taisho-audit/receipt-check-result.yaml, or remove the interchange",
                        "routes/core-system/receipt-check-result.yaml:12: [follows] "
                                + "\"taisho-audit.receipt-check-result\" has no route, so this one would never start. "
                                + "Write routes/taisho-audit/receipt-check-result.yaml");
    }

    @Test
    void refusesALayoutThatDoesNotExist() {
        Agreed agreed = AgreedInterchanges.of(
                List.of(AgreedInterchanges.out("taisho-audit.receipt-check-request", "unknown", "3-1")));
        assertThat(RouteRegister.load(new RouteCopies(temporary).folder(), agreed)
                        .problems())
                .anyMatch(problem -> problem.toString()
                        .equals(AT + "7: [layout] the layout \"unknown\" of the interchange does not exist. "
                                + "Write config/layouts/unknown.yaml"));
    }

    @Test
    void refusesWhatItCannotJudge() {
        Agreed sound = AgreedInterchanges.all();
        Agreed failing = new Agreed(
                id -> {
                    throw new IllegalStateException("out of order");
                },
                sound.purposeStands(),
                sound.counterparty(),
                sound.interchangeStands(),
                sound.interchanges(),
                sound.layout(),
                sound.composed());
        assertThat(RouteRegister.load(new RouteCopies(temporary).folder(), failing)
                        .problems())
                .hasSize(7)
                .allMatch(problem -> problem.what().equals("[yaml] the file can't be judged (IllegalStateException)"));
    }

    private List<String> request(String old, String spoilt) {
        return new RouteCopies(temporary)
                .spoil(RouteCopies.REQUEST, old, spoilt)
                .problems();
    }

    private List<String> requestEndingIn(String step) {
        String last = "            uri: counterparty:taisho-audit.receipt-check-request\n";
        return request(last, last + step);
    }

    private List<String> inbound(String old, String spoilt) {
        return new RouteCopies(temporary)
                .spoil(RouteCopies.INBOUND, old, spoilt)
                .problems();
    }

    private List<String> composed(String old, String spoilt) {
        return new RouteCopies(temporary)
                .spoil(RouteCopies.COMPOSED, old, spoilt)
                .problems();
    }
}
