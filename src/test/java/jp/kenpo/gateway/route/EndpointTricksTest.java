package jp.kenpo.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Promise: no purpose, no movement. Every way out of a route but {@code counterparty:} is closed. */
class EndpointTricksTest {

    private static final String DELIVERY = "uri: counterparty:taisho-audit.receipt-check-request";
    private static final String AT = "routes/taisho-audit/receipt-check-request.yaml:";

    @TempDir
    Path temporary;

    @Test
    void refusesADirectSftpEndpoint() {
        assertThat(delivering("uri: sftp:host/folder"))
                .containsExactly(AT + "22: [endpoint] \"sftp:\" is an endpoint of its own, outside the gate. "
                        + "Use counterparty:<interchange>; host and folder stand in config/counterparties/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SFTP:host",
                "file:out",
                "http://example.invalid",
                "https:x",
                "jms:queue:x",
                "ref:x",
                "bean:x",
                "log:x",
                "controlbus:route",
                "exec:sh",
                "dataset:x",
                "language:simple:x",
                "camel-sftp:x",
                "kamelet:x",
                "mock:x",
                "failed:attempt"
            })
    void refusesEveryOtherScheme(String uri) {
        assertThat(delivering("uri: " + uri))
                .singleElement()
                .asString()
                .startsWith(AT + "22: [endpoint] \"" + uri.substring(0, uri.indexOf(':')) + ":\" is an endpoint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct", "seda", "vm", "SEDA"})
    void refusesAHopIntoAnotherRoute(String scheme) {
        assertThat(delivering("uri: " + scheme + ":x"))
                .containsExactly(AT + "22: [endpoint] \"" + scheme + ":\" hops into another route, past the rules. "
                        + "A route starts from counterparty: or interchange: and ends in the other of the two");
    }

    @Test
    void refusesAnotherCaseOfOurScheme() {
        assertThat(delivering("uri: Counterparty:taisho-audit.receipt-check-request"))
                .containsExactly(AT + "22: [endpoint] \"Counterparty:\" is not in small letters. "
                        + "Write counterparty:<name>");
    }

    @Test
    void refusesOptionsBehindAQuestionMark() {
        assertThat(new RouteCopies(temporary)
                        .spoil(RouteCopies.REQUEST, "purpose:3-1", "purpose:3-1?x=y")
                        .problems())
                .containsExactly(AT + "16: [endpoint] the uri has options behind ?. "
                        + "Write purpose:<name> in small letters, digits, hyphens and dots");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"purpose:3-1 ", "purpose://3-1", "purpose:3-1#x", "purpose:３-1", "purpose:3-1%3Fx", "purpose:"})
    void refusesANameThatIsNotPlain(String uri) {
        assertThat(new RouteCopies(temporary)
                        .spoil(RouteCopies.REQUEST, "purpose:3-1", "'" + uri + "'")
                        .problems())
                .containsExactly(AT + "16: [endpoint] the name is no plain name. "
                        + "Write purpose:<name> in small letters, digits, hyphens and dots");
    }

    @Test
    void refusesAUriWithoutAScheme() {
        assertThat(delivering("uri: somewhere"))
                .containsExactly(AT + "22: [endpoint] the uri has no scheme. Write one of: "
                        + "check:, compose:, counterparty:, interchange:, minimise:, purpose:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"counterparty:{{party}}.x", "counterparty:${header.party}", "counterparty:$simple{body}"})
    void refusesAPlaceholder(String uri) {
        assertThat(delivering("uri: '" + uri + "'"))
                .containsExactly(AT + "22: [placeholder] a placeholder, {{…}} or ${…}, is filled in at run time, when "
                        + "no rule can see it. Write the name itself; what differs by installation belongs in config/");
    }

    @Test
    void refusesOptionsAsParameters() {
        assertThat(delivering(DELIVERY + "\n            parameters:\n              host: elsewhere"))
                .containsExactly(AT + "23: [keys] \"parameters\" sets options of an endpoint; the steps of the gateway "
                        + "have none. Remove it; how a counterparty is reached stands in config/counterparties/");
    }

    @Test
    void refusesAStartThatIsNoSource() {
        assertThat(new RouteCopies(temporary)
                        .spoil(RouteCopies.REQUEST, "uri: interchange:payer-fund.receipts", "uri: purpose:3-1")
                        .problems())
                .containsExactly(AT + "12: [endpoint] \"purpose:\" does not stand here. "
                        + "Write one of: batch:, counterparty:, interchange:");
    }

    @Test
    void refusesAStartFromATimerOrAForeignQueue() {
        assertThat(new RouteCopies(temporary)
                        .spoil(RouteCopies.REQUEST, "uri: interchange:payer-fund.receipts", "uri: jms:queue:x")
                        .problems())
                .containsExactly(AT + "12: [endpoint] \"jms:\" is an endpoint of its own, outside the gate. "
                        + "Use counterparty:<interchange>; host and folder stand in config/counterparties/");
    }

    private List<String> delivering(String uri) {
        return new RouteCopies(temporary)
                .spoil(RouteCopies.REQUEST, DELIVERY, uri)
                .problems();
    }
}
