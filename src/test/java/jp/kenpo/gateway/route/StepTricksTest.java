package jp.kenpo.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Promise: no purpose, no movement. Only steps whose way can be seen may stand in a route. */
class StepTricksTest {

    private static final String AT = "routes/taisho-audit/receipt-check-request.yaml:";
    /** The line before the last step; what is put here stands between gate and delivery. */
    private static final String LAST = "        - to:\n            description: Written under";

    @TempDir
    Path temporary;

    @Test
    void refusesAnEndpointComputedAtRunTime() {
        assertThat(with("toD:\n            description: x\n            uri: counterparty:a.b"))
                .containsExactly(
                        AT + "20: [step] \"toD\" finds its endpoint at run time, so that no rule can see where "
                                + "it leads. Write `to` with a fixed uri");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recipientList",
                "routingSlip",
                "dynamicRouter",
                "enrich",
                "pollEnrich",
                "poll",
                "wireTap",
                "kamelet"
            })
    void refusesEveryStepThatComputesItsEndpoint(String step) {
        assertThat(with(step + ":\n            constant: sftp:x"))
                .contains(AT + "20: [step] \"" + step + "\" finds its endpoint at run time, so that no rule can see "
                        + "where it leads. Write `to` with a fixed uri");
    }

    @ParameterizedTest
    @ValueSource(strings = {"toDynamic", "to-d", "recipient-list", "wire-tap", "To", "TO", "tod", "too"})
    void refusesASpellingThatCamelDoesNotKnow(String step) {
        assertThat(with(step + ":\n            uri: sftp:x"))
                .containsExactly(AT + "20: [spelling] Camel knows no \"" + step + "\" here. "
                        + "Write one of: delay, log, throttle, to");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "choice",
                "filter",
                "multicast",
                "split",
                "loop",
                "pipeline",
                "step",
                "loadBalance",
                "idempotentConsumer",
                "resequence",
                "sample",
                "stop"
            })
    void refusesStepsThatHoldOrSkipSteps(String step) {
        assertThat(with(step + ":\n            steps:\n              - to:\n                  uri: sftp:x"))
                .contains(AT + "20: [step] \"" + step + "\" holds steps that may be passed by or done twice. Write the "
                        + "steps one below the other; what must wait or differ is another interchange");
    }

    @ParameterizedTest
    @ValueSource(strings = {"doTry", "doCatch", "doFinally", "saga", "circuitBreaker", "rollback", "throwException"})
    void refusesFailureHandlingAmongTheSteps(String step) {
        assertThat(with(step + ":\n            steps:\n              - to:\n                  uri: sftp:x"))
                .contains(AT + "20: [step] \"" + step + "\" replaces the shared handling of failures. "
                        + "Remove it; failures are handled once, in routes/_shared/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bean", "process", "script", "policy", "validate", "sort", "aggregate", "threads"})
    void refusesCode(String step) {
        assertThat(with(step + ":\n            ref: x"))
                .contains(AT + "20: [step] \"" + step + "\" runs code that the route does not show. "
                        + "Remove it; a new kind of work is a component in Java");
    }

    @ParameterizedTest
    @ValueSource(strings = {"setBody", "transform", "marshal", "unmarshal", "convertBodyTo", "claimCheck"})
    void refusesStepsThatChangeTheContent(String step) {
        assertThat(with(step + ":\n            constant: x"))
                .contains(AT + "20: [step] \"" + step + "\" changes or reads the content past check and minimise. "
                        + "Remove it; minimise: writes what may leave, compose: makes what is sent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "setHeader",
                "setHeaders",
                "setProperty",
                "setVariable",
                "removeHeader",
                "removeHeaders",
                "removeProperty",
                "setExchangePattern"
            })
    void refusesAForgedGrant(String step) {
        assertThat(with(step + ":\n            name: grant\n            constant: yes"))
                .contains(AT + "20: [step] \"" + step + "\" could forge or remove what the gate granted. "
                        + "Remove it; what the steps need, they know from the transfer");
    }

    @Test
    void refusesTwoKindsInOneStep() {
        assertThat(with("to:\n            description: x\n            uri: purpose:3-1\n          log:\n"
                        + "            description: x\n            message: x"))
                .containsExactly(AT + "20: [step] a step with 2 kinds. Begin each step with its own hyphen");
    }

    @ParameterizedTest
    @CsvSource({"disabled, true", "id, x", "pattern, InOnly", "variableSend, x", "variableReceive, x", "note, x"})
    void refusesKeysThatChangeAStep(String key, String value) {
        List<String> problems = new RouteCopies(temporary)
                .spoil(
                        RouteCopies.REQUEST,
                        "            uri: purpose:3-1",
                        "            uri: purpose:3-1\n            " + key + ": " + value)
                .problems();
        assertThat(problems).singleElement().asString().startsWith(AT + "17: [keys] \"" + key + "\" ");
    }

    @Test
    void namesTheMisspeltKeyOfAStep() {
        assertThat(new RouteCopies(temporary)
                        .spoil(RouteCopies.REQUEST, "description: Only the", "desciption: Only the")
                        .problems())
                .containsExactly(
                        AT + "17: [description] `description` is missing. "
                                + "Say in the file's words what this step is for",
                        AT + "18: [spelling] Camel knows no \"desciption\" here. Write one of: description, uri");
    }

    @Test
    void refusesTheShortFormWithoutADescription() {
        assertThat(with("to: purpose:3-1"))
                .containsExactly(AT + "20: [description] the step `to` has no description. "
                        + "Write description and uri below `to:`");
    }

    @Test
    void takesConstantLogDelayAndThrottleSteps() {
        assertThat(with(
                        "log:\n            description: x\n            message: Decided\n            loggingLevel: DEBUG\n"
                                + "        - delay:\n            description: x\n            constant: 5000\n"
                                + "        - throttle:\n            description: x\n            constant: 1\n"
                                + "            timePeriodMillis: 60000"))
                .isEmpty();
    }

    @Test
    void refusesAnythingOfATransferInTheLog() {
        assertThat(with("log:\n            description: x\n            message: '{body}'"))
                .containsExactly(AT + "22: [step] `message` is not of its constant form. "
                        + "Write plain words; nothing of a transfer is put into the log");
        assertThat(with("log:\n            description: x\n            message: x\n            logLanguage: groovy"))
                .containsExactly(AT + "23: [keys] \"logLanguage\" is not among what a route may say. Remove it");
    }

    @Test
    void refusesADelayThatIsComputedOrTooLong() {
        String remedy = "Write a whole number from 1 to 999999";
        assertThat(with("delay:\n            description: x\n            constant: 1000000"))
                .containsExactly(AT + "22: [step] `constant` is not of its constant form. " + remedy);
        assertThat(with("delay:\n            description: x\n            groovy: x"))
                .containsExactly(
                        AT + "20: [step] `constant` is missing. " + remedy,
                        AT + "22: [keys] \"groovy\" runs code that the route does not show. "
                                + "Remove it; a new kind of work is a component in Java");
    }

    @Test
    void refusesEveryOtherStepThatCamelKnows() throws IOException {
        try (InputStream schema = getClass().getResourceAsStream("/schema/camelYamlDsl.json")) {
            JsonNode steps = new ObjectMapper()
                    .readTree(schema)
                    .at("/items/definitions/org.apache.camel.model.ProcessorDefinition/properties");
            Set<String> allowed = Set.of("to", "log", "delay", "throttle");
            assertThat(steps.size()).isGreaterThan(50);
            steps.fieldNames().forEachRemaining(step -> assertThat(with(step + ": {}"))
                    .as(step)
                    .anyMatch(problem ->
                            problem.startsWith(AT + "20: [step] \"" + step + "\" ") || allowed.contains(step)));
        }
    }

    private List<String> with(String step) {
        return new RouteCopies(temporary)
                .spoil(RouteCopies.REQUEST, LAST, "        - " + step + "\n" + LAST)
                .problems();
    }
}
