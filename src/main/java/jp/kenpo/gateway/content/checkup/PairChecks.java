package jp.kenpo.gateway.content.checkup;

import java.util.List;
import java.util.Set;
import jp.kenpo.gateway.content.checkup.Item.Need;

/** Checks flags against the texts that go with them: 既往歴 and its text, findings and their text (V17f, V20f, V20g). */
final class PairChecks {

    private static final Set<String> FLAG_LISTS =
            Set.of(ItemTable.OID + ".2001", ItemTable.OID + ".2002", ItemTable.OID + ".2003");

    /** A flag and its text. */
    private record Pair(Item flag, Item text) {}

    private final List<Pair> pairs;

    PairChecks(ItemTable table) {
        pairs = table.items().stream()
                .filter(text -> text.format().type().equals("ST"))
                .flatMap(text -> table.item(text.dependsOn()).stream().map(flag -> new Pair(flag, text)))
                .filter(pair -> FLAG_LISTS.contains(pair.flag().codeList()))
                .toList();
    }

    void check(Results results, CheckupFindings findings) {
        for (Pair pair : pairs) {
            var flag = results.observed(pair.flag());
            if (flag.isEmpty()) {
                continue;
            }
            boolean yes = results.says(pair.flag().code(), Answers.YES);
            var text = results.observed(pair.text());
            if (yes && text.isEmpty() && pair.text().specific() != Need.PRESENT) {
                boolean must = pair.text().specific() == Need.MUST;
                ItemChecks.addMissing(
                        findings,
                        must ? ItemRule.FLAG_WITHOUT_REQUIRED_TEXT : ItemRule.FLAG_WITHOUT_TEXT,
                        pair.text().label(),
                        pair.flag().name());
            } else if (results.says(pair.flag().code(), "2")
                    && results.value(pair.text().code()).isPresent()) {
                ItemChecks.add(
                        findings,
                        ItemRule.TEXT_WITHOUT_FLAG,
                        text.orElseThrow(),
                        pair.text().label(),
                        pair.flag().name());
            }
        }
    }
}
