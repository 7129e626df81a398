package jp.kenpo.gateway.content.checkup;

import java.util.List;
import java.util.regex.Pattern;

/** Checks what a document says: required items, values, consistency and judgements (V17 to V23). Thread-safe. */
final class ItemChecks {

    /** Form of an item that may be named in a finding; anything else could be a number of a person. */
    private static final Pattern SEVENTEEN = Pattern.compile("[0-9A-Z]{17}");

    private static final String OPTIONAL = "01990";

    private final ItemTable table = ItemTable.FOURTH_PERIOD;
    private final RequiredItems required = new RequiredItems(table);
    private final ValueChecks values = new ValueChecks();
    private final PairChecks pairs = new PairChecks(table);

    void check(CheckupDocument document, CheckupFindings findings) {
        if (document.guidance()) {
            GuidanceChecks.check(document, findings);
            return;
        }
        Results results = Results.of(document);
        checkEach(document, results, findings);
        required.check(document, results, findings);
        pairs.check(results, findings);
        ConsistencyChecks.check(results, findings);
        JudgementChecks.check(document, results, findings);
    }

    private void checkEach(CheckupDocument document, Results results, CheckupFindings findings) {
        List<Observed> observations = document.observations();
        for (int i = 0; i < observations.size(); i++) {
            Observed observed = observations.get(i);
            if (observed.code().isEmpty()) {
                continue;
            }
            Item item = results.item(i);
            if (item == null || (item.additional() && !isOptional(observed))) {
                unknown(observed, findings);
            } else {
                values.check(observed, item, document.performedOn(), findings);
            }
            if (results.isRepeated(i)) {
                add(findings, ItemRule.REPEATED, observed, label(observed));
            }
        }
    }

    private static void unknown(Observed observed, CheckupFindings findings) {
        ItemRule rule = isOptional(observed) ? ItemRule.UNKNOWN_OPTIONAL_ITEM : ItemRule.UNKNOWN_ITEM;
        add(findings, rule, observed, label(observed));
    }

    private static boolean isOptional(Observed observed) {
        return observed.section().equals(OPTIONAL);
    }

    private static String label(Observed observed) {
        String code = observed.code();
        return ItemTable.FOURTH_PERIOD
                .item(code)
                .map(Item::label)
                .orElse(SEVENTEEN.matcher(code).matches() ? code : "code");
    }

    static void add(CheckupFindings findings, ItemRule rule, Observed where, String field, Object... arguments) {
        findings.add(rule.severity(), rule.id(), where.line(), field, arguments);
    }

    /** Adds a finding about something that is not there, so it has no line. */
    static void addMissing(CheckupFindings findings, ItemRule rule, String field, Object... arguments) {
        findings.add(rule.severity(), rule.id(), 0, field, arguments);
    }

    /** Returns how several items are named in a text. */
    static String names(List<Item> items) {
        return String.join("・", items.stream().map(Item::name).distinct().toList());
    }
}
