package jp.kenpo.gateway.content.receiptcopy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kenpo.gateway.content.receipt.ItemName;

/**
 * A line of a receipt in the words of a person: the name of its record, and its items with theirs.
 *
 * @param title 診療行為, 傷病名 …; with 「（審査支払機関による補正）」 where the payer fund made the line
 */
record ReadableRecord(String title, List<Part> parts) {

    /** One item: what it is called, and what it says. */
    record Part(String name, String text) {}

    /** Control records are of no use to a reader: numbers of the fund, checksums. */
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("IR", "医療機関"),
            Map.entry("RE", "レセプト共通"),
            Map.entry("HO", "保険者"),
            Map.entry("KO", "公費"),
            Map.entry("SN", "資格確認"),
            Map.entry("JD", "受診日"),
            Map.entry("MF", "窓口負担額"),
            Map.entry("SY", "傷病名"),
            Map.entry("SB", "傷病"),
            Map.entry("HS", "傷病名部位"),
            Map.entry("BU", "診断群分類"),
            Map.entry("SI", "診療行為"),
            Map.entry("SS", "歯科診療行為"),
            Map.entry("IY", "医薬品"),
            Map.entry("TO", "特定器材"),
            Map.entry("CO", "コメント"),
            Map.entry("SJ", "症状詳記"),
            Map.entry("SH", "処方基本"),
            Map.entry("CZ", "調剤情報"),
            Map.entry("TK", "摘要"),
            Map.entry("KI", "基本料・薬学管理料"),
            Map.entry("HH", "包括評価"),
            Map.entry("GT", "合計調整"),
            Map.entry("JS", "心身の状態"),
            Map.entry("HJ", "指示区分"),
            Map.entry("KA", "算定"),
            Map.entry("JY", "事由"));

    private static final Map<String, String> SEXES = Map.of("1", "男", "2", "女");
    private static final Map<String, String> OUTCOMES = Map.of("1", "継続等", "2", "治ゆ", "3", "死亡", "4", "中止（転医）");

    /**
     * Returns the line for a reader; empty if it is a control record, or nothing of it is left.
     *
     * @param kind kind of the receipt, which names the items
     */
    static Optional<ReadableRecord> of(CopyLine line, String kind) {
        String title = TITLES.get(line.recordId());
        if (title == null) {
            return Optional.empty();
        }
        List<Part> parts = new ArrayList<>();
        List<String> days = new ArrayList<>();
        for (int number = 2; number <= line.items(); number++) {
            add(line, kind, number, parts, days);
        }
        if (!days.isEmpty()) {
            parts.add(new Part("算定日", String.join("、", days)));
        }
        boolean corrected = line.origin().equals("2") || line.origin().equals("6");
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReadableRecord(title + (corrected ? "（審査支払機関による補正）" : ""), List.copyOf(parts)));
    }

    private static void add(CopyLine line, String kind, int number, List<Part> parts, List<String> days) {
        String text = line.item(number);
        if (text.isEmpty()) {
            return;
        }
        String name =
                ItemName.of(kind, line.recordId(), number).map(ItemName::name).orElse("項目" + number);
        if (name.matches("\\d{1,2}日の情報")) {
            days.add(name.replace("の情報", "") + (text.equals("1") ? "" : "(" + text + ")"));
        } else if (!name.startsWith("予備")) {
            parts.add(new Part(name, meaning(line, kind, number, name, text)));
        }
    }

    private static String meaning(CopyLine line, String kind, int number, String name, String text) {
        return switch (name) {
            case "男女区分" -> SEXES.getOrDefault(text, text);
            case "転帰区分" -> OUTCOMES.getOrDefault(text, text);
            default ->
                ItemName.of(kind, line.recordId(), number)
                        .map(item -> JapaneseDates.readable(item.meaning(), text))
                        .orElse(text);
        };
    }
}
