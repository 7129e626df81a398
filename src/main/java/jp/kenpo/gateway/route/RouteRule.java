package jp.kenpo.gateway.route;

import jp.kenpo.gateway.configuration.Problem;

/**
 * The rules that the files of {@code routes/} must keep. Whatever no rule allows is refused.
 *
 * <p>The rules are ours; design page §5 asks for them. Each message begins with the {@link #id()} of its rule.
 */
enum RouteRule {

    /** Only {@code <counterparty>/<name>.yaml}, its {@code .examples} folder and {@code _shared/}; no symbolic links. */
    PLACE("place"),

    /** One plain YAML document: no anchors, aliases, tags, directives, tabs, repeated keys. */
    YAML("yaml"),

    /** Nothing is filled in at run time: neither <code>{{…}}</code> nor <code>${…}</code>. */
    PLACEHOLDER("placeholder"),

    /** A file of an interchange holds one {@code route} and nothing else. */
    ONE_ROUTE("one-route"),

    /** A key that Camel itself does not know is misspelt. */
    SPELLING("spelling"),

    /** A route, its {@code from} and its steps carry the keys named in {@link RouteGrammar}, and no other. */
    KEYS("keys"),

    /** A step is one of {@code to}, {@code log}, {@code delay}, {@code throttle}. */
    STEP("step"),

    /** Route and steps say in words what they do. */
    DESCRIPTION("description"),

    /** A URI is a scheme of this gateway and a name; the way out is {@code counterparty:} alone. */
    ENDPOINT("endpoint"),

    /** The id is folder.file and is agreed in {@code config/counterparties/} in the same direction. */
    ID("id"),

    /** Inbound: {@code check:}, {@code purpose:}, {@code interchange:} of its own name; each once, nothing behind. */
    INBOUND("inbound"),

    /** Outbound: {@code purpose:}, {@code minimise:}, {@code counterparty:} of its own name; each once, nothing behind. */
    OUTBOUND("outbound"),

    /** Every route carries one purpose of use that the notice has. Source: 個人情報保護法 第18条. */
    PURPOSE("purpose"),

    /** The purpose covers counterparty, direction and content, and the agreement names it. */
    COVERAGE("coverage"),

    /** An outbound route follows an inbound interchange that has a route. */
    FOLLOWS("follows"),

    /** A route begins with {@code batch:} if, and only if, a cut-off time is agreed for its interchange. */
    BATCH("batch"),

    /** The layouts that the steps name exist and are the interchange's. */
    LAYOUT("layout"),

    /** What was agreed is carried out: every interchange has its route. */
    MISSING("missing"),

    /** Failure handling stands once, in {@code _shared/}, for every route and every failure. */
    FAILURES("failures");

    private final String id;

    RouteRule(String id) {
        this.id = id;
    }

    /** Returns the word by which messages and documents name the rule. */
    String id() {
        return id;
    }

    Problem problem(String file, int line, String what, String remedy) {
        return new Problem(file, line, "[" + id + "] " + what, remedy);
    }

    /** Returns a problem at {@code file:line}, as the registers say where something stands. */
    Problem problemAt(String where, String what, String remedy) {
        int colon = where.lastIndexOf(':');
        boolean numbered = colon > 0 && where.substring(colon + 1).matches("[0-9]{1,9}");
        return numbered
                ? problem(where.substring(0, colon), Integer.parseInt(where.substring(colon + 1)), what, remedy)
                : problem(where, 0, what, remedy);
    }
}
