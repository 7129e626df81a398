package jp.kenpo.gateway.route;

import java.util.Arrays;
import java.util.Locale;

/**
 * Why a step or key that Camel knows may not stand in an interchange's file, and what to write instead.
 *
 * <p>The list explains; it does not decide. What the rules do not allow is refused, named here or not
 * ({@link #OTHER}).
 */
enum Refusal {
    COMPUTED_ENDPOINT(
            "finds its endpoint at run time, so that no rule can see where it leads",
            "Write `to` with a fixed uri",
            "toD toDynamic recipientList routingSlip dynamicRouter enrich pollEnrich poll wireTap serviceCall kamelet"),
    FAILURE_HANDLING(
            "replaces the shared handling of failures",
            "Remove it; failures are handled once, in routes/_shared/",
            "errorHandler errorHandlerRef onException doTry doCatch doFinally onCompletion onFallback rollback"
                    + " throwException routeConfigurationId transacted saga circuitBreaker"),
    CODE(
            "runs code that the route does not show",
            "Remove it; a new kind of work is a component in Java",
            "bean process script method groovy simple csimple jq jsonpath xpath xquery js joor java mvel ognl spel"
                    + " python wasm datasonnet ref language policy routePolicy validate sort aggregate threads"),
    CONTENT(
            "changes or reads the content past check and minimise",
            "Remove it; minimise: writes what may leave, compose: makes what is sent",
            "setBody transform transformDataType marshal unmarshal convertBodyTo claimCheck inputType outputType"
                    + " variableSend variableReceive streamCache tokenizer"),
    HEADER(
            "could forge or remove what the gate granted",
            "Remove it; what the steps need, they know from the transfer",
            "setHeader setHeaders setProperty setVariable setVariables removeHeader removeHeaders removeProperty"
                    + " removeProperties removeVariable convertHeaderTo convertVariableTo setExchangePattern pattern"),
    BRANCH(
            "holds steps that may be passed by or done twice",
            "Write the steps one below the other; what must wait or differ is another interchange",
            "choice when otherwise filter multicast split loop pipeline step loadBalance idempotentConsumer"
                    + " resequence sample stop resumable pausable intercept interceptFrom interceptSendToEndpoint steps"),
    SWITCHED_OFF(
            "can leave a route or a step undone without a word",
            "Remove it; an interchange that is not wanted is removed from config/ and routes/",
            "disabled autoStartup precondition startupOrder shutdownRoute shutdownRunningTask"),
    NAME("must be unique in the whole application", "Remove it; the description names the step", "nodePrefixId"),
    PARAMETERS(
            "sets options of an endpoint; the steps of the gateway have none",
            "Remove it; how a counterparty is reached stands in config/counterparties/",
            "parameters"),
    OTHER_FILE(
            "is not the route of an interchange",
            "Keep exactly one `- route:`; failure handling stands in routes/_shared/",
            "routeConfiguration routeTemplate templatedRoute routeTemplateRef beans rest restConfiguration from"),
    OTHER("is not among what a route may say", "Remove it", "");

    private final String why;
    private final String remedy;
    /** Words with a space before and behind each. */
    private final String names;

    Refusal(String why, String remedy, String names) {
        this.why = why;
        this.remedy = remedy;
        this.names = " " + folded(names) + " ";
    }

    /** Returns the reason for a word in any spelling that Camel has known: {@code toD}, {@code to-d}. */
    static Refusal of(String word) {
        String sought = " " + folded(word) + " ";
        return Arrays.stream(values())
                .filter(refusal -> refusal.names.contains(sought))
                .findFirst()
                .orElse(OTHER);
    }

    String why() {
        return why;
    }

    String remedy() {
        return remedy;
    }

    private static String folded(String words) {
        return words.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
