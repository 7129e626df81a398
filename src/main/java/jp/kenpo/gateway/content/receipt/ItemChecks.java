package jp.kenpo.gateway.content.receipt;

/** Checks a line against the table of its record: number, type, width and bytes of the items (R03, R04, R21 to R23). */
final class ItemChecks {

    private static final int TO_REPORT = ShiftJis.UNDECODABLE | ShiftJis.FORBIDDEN | ShiftJis.VENDOR;

    private final Findings findings;

    ItemChecks(Findings findings) {
        this.findings = findings;
    }

    void check(Line line, RecordItems items) {
        if (line.fieldCount() != items.fieldCount() && !items.isOpen()) {
            findings.add(
                    Rule.ITEM_COUNT,
                    line.number,
                    Item.RECORD_ID.label(),
                    items.id(),
                    items.fieldCount(),
                    line.fieldCount());
        }
        checkItems(line, items, Math.min(line.places(), items.fieldCount()));
        if ((line.kinds & TO_REPORT) != 0) {
            reportBytes(line, items);
        }
    }

    private void checkItems(Line line, RecordItems items, int places) {
        for (int place : items.required()) {
            if (!line.has(place)) {
                findings.add(Rule.ITEM_MISSING, line.number, items.label(place));
            }
        }
        for (int i = 0; i < line.filledCount(); i++) {
            int place = line.filled(i);
            if (place < places && !items.acceptsAtOnce(place, line.length(place), line.kinds(place))) {
                checkItem(line, items, place);
            }
        }
    }

    private void checkItem(Line line, RecordItems items, int place) {
        int length = line.length(place);
        Item item = items.item(place);
        if (length > item.maxBytes() || length < item.minBytes()) {
            findings.add(Rule.ITEM_LENGTH, line.number, item.label(), item.minBytes(), item.maxBytes(), length);
        } else if (!item.type().accepts(line.kinds(place))) {
            findings.add(Rule.ITEM_TYPE, line.number, item.label(), item.type());
        } else if (item.type() == ItemType.DATE && ReceiptDates.day(line, place) == ReceiptDates.NONE) {
            findings.add(Rule.NO_DATE, line.number, item.label());
        } else if (item.type() == ItemType.MONTH && ReceiptDates.month(line, place) == ReceiptDates.NONE) {
            findings.add(Rule.NO_DATE, line.number, item.label());
        }
    }

    private void reportBytes(Line line, RecordItems items) {
        for (int place = 0; place < line.places(); place++) {
            int kinds = line.kinds(place);
            report(kinds, ShiftJis.UNDECODABLE, Rule.UNDECODABLE, line, items.label(place));
            report(kinds, ShiftJis.FORBIDDEN, Rule.FORBIDDEN_BYTE, line, items.label(place));
            report(kinds, ShiftJis.VENDOR, Rule.VENDOR_CHARACTER, line, items.label(place));
        }
    }

    private void report(int kinds, int kind, Rule rule, Line line, String label) {
        if ((kinds & kind) != 0) {
            findings.add(rule, line.number, label);
        }
    }
}
