package jp.kenpo.gateway.content.receipt;

/** Checks a line against the table of its record: number, type, width and bytes of the items (R03, R04, R21 to
 * R23, R26, R27, R32, R33). */
final class ItemChecks {

    private static final int TO_REPORT = ShiftJis.UNDECODABLE | ShiftJis.FORBIDDEN | ShiftJis.VENDOR;

    private final Findings findings;

    ItemChecks(Findings findings) {
        this.findings = findings;
    }

    void check(Line line, RecordItems items) {
        if (items.isUnread()) {
            passUnread(line, items);
        } else {
            count(line, items);
        }
        checkItems(line, items, Math.min(line.places(), items.fieldCount()));
        if ((line.kinds & TO_REPORT) != 0) {
            reportBytes(line, items);
        }
    }

    private void passUnread(Line line, RecordItems items) {
        if (items.id() != RecordId.UNKNOWN) {
            findings.once(Rule.PASSED_UNREAD, line.number, Item.RECORD_ID.label(), items.id());
        }
    }

    private void count(Line line, RecordItems items) {
        int missing = items.fieldCount() - line.fieldCount();
        boolean provider = line.firstPlace() > 0;
        if (missing == 0 || (missing > 0 && provider) || (missing < 0 && items.isOpen())) {
            return;
        }
        int written = line.fieldCount() - line.firstPlace();
        int expected = items.fieldCount() - line.firstPlace();
        if (items.isUnconfirmed()) {
            findings.once(Rule.COUNT_UNCONFIRMED, line.number, Item.RECORD_ID.label(), items.id(), expected, written);
        } else {
            var rule = provider ? Rule.TOO_MANY_ITEMS : Rule.ITEM_COUNT;
            findings.add(rule, line.number, Item.RECORD_ID.label(), items.id(), expected, written);
        }
    }

    private void checkItems(Line line, RecordItems items, int places) {
        if (!items.hasRequired(line)) {
            for (int place : items.required()) {
                if (!line.has(place) && place >= line.firstPlace()) {
                    findings.item(Rule.ITEM_MISSING, line, items, place);
                }
            }
        }
        // a known record id is right, and the prefix hardly ever wrong
        if (items.id() == RecordId.UNKNOWN || !line.hasUsualPrefix()) {
            for (int place = line.nextFilled(0);
                    place >= 0 && place <= Line.RECORD_ID;
                    place = line.nextFilled(place + 1)) {
                check(line, items, place);
            }
        }
        for (long left = line.filledPlaces(true) & items.valuePlaces(); left != 0; left &= left - 1) {
            check(line, items, Long.numberOfTrailingZeros(left));
        }
        for (int place = line.nextFilled(Long.SIZE); place >= 0 && place < places; place = line.nextFilled(place + 1)) {
            check(line, items, place);
        }
    }

    private void check(Line line, RecordItems items, int place) {
        if (!items.acceptsAtOnce(line, place) && !isDate(line, items.item(place).type(), place)) {
            checkItem(line, items, place);
        }
    }

    /** Most items that take a closer look are dates, which no other text passes for. */
    private static boolean isDate(Line line, ItemType type, int place) {
        return type.isDate()
                && (type == ItemType.DATE ? ReceiptDates.day(line, place) : ReceiptDates.month(line, place))
                        != ReceiptDates.NONE;
    }

    private void checkItem(Line line, RecordItems items, int place) {
        int length = line.length(place);
        Item item = items.item(place);
        if (length > item.maxBytes() || length < item.minBytes()) {
            findings.item(Rule.ITEM_LENGTH, line, items, place, item.minBytes(), item.maxBytes(), length);
        } else if (!item.type().accepts(line.kinds(place))) {
            findings.item(Rule.ITEM_TYPE, line, items, place, item.type());
        } else if (item.type() == ItemType.DATE && ReceiptDates.day(line, place) == ReceiptDates.NONE) {
            findings.item(Rule.NO_DATE, line, items, place);
        } else if (item.type() == ItemType.MONTH && ReceiptDates.month(line, place) == ReceiptDates.NONE) {
            findings.item(Rule.NO_DATE, line, items, place);
        }
    }

    private void reportBytes(Line line, RecordItems items) {
        for (int place = line.firstPlace(); place < line.places(); place++) {
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
