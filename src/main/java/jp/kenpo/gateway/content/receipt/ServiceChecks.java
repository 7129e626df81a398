package jp.kenpo.gateway.content.receipt;

/**
 * Checks what was done and found: diseases, services and comments (R11 to R15, R34, R35).
 */
final class ServiceChecks {

    private static final int DAYS = 31;

    /** Since this month the days of each service are written. Source: 記録条件仕様, revision of April 2012. */
    private static final int DAYS_WRITTEN_SINCE = 201204;

    private static final int UNCODED_DISEASE = 999;

    /** Most lines in a row without 診療識別. Source: 記録条件仕様（医科用）. */
    private static final int LONGEST_RUN = 98;

    /** Three comments, each a code and a text. */
    private static final int COMMENT_ITEMS = 6;

    private final Findings findings;
    private boolean summaryBegun;
    private int withoutActClass;

    ServiceChecks(Findings findings) {
        this.findings = findings;
    }

    void begin() {
        summaryBegun = false;
        withoutActClass = 0;
    }

    void service(Line line, RecordItems items, Receipt receipt) {
        run(line, items);
        burden(line, items, receipt);
        days(line, items, receipt);
        comments(line, items);
        code(line, items);
    }

    void comment(Line line, RecordItems items, Receipt receipt) {
        run(line, items);
        burden(line, items, receipt);
        code(line, items);
    }

    /** Counts the lines since the last 診療識別. */
    private void run(Line line, RecordItems items) {
        if (items.isUnconfirmed() || line.has(items.at(CheckedItem.ACT_CLASS))) {
            withoutActClass = 0;
        } else if (++withoutActClass == LONGEST_RUN + 1) {
            findings.add(Rule.RUN_TOO_LONG, line.number, items.label(items.at(CheckedItem.ACT_CLASS)), LONGEST_RUN);
        }
    }

    /** 負担区分 names payers that the receipt has. */
    private void burden(Line line, RecordItems items, Receipt receipt) {
        int place = items.at(CheckedItem.BURDEN);
        if (!line.has(place)) {
            return;
        }
        int payers = BurdenClass.payers(line.charAt(place, 0));
        if (payers == 0 || (payers & ~receipt.payers()) != 0) {
            findings.item(Rule.BURDEN_CLASS, line, items, place);
        }
    }

    /** The first digit of a code tells acts, drugs, materials and comments apart. */
    private void code(Line line, RecordItems items) {
        int place = items.at(CheckedItem.CODE);
        boolean wellFormed = line.has(place) && items.acceptsAtOnce(line, place);
        if (!wellFormed || items.isUnconfirmed()) {
            return;
        }
        char expected =
                switch (items.id()) {
                    case IY -> '6';
                    case TO -> '7';
                    case CO -> '8';
                    default -> '1';
                };
        if (line.charAt(place, 0) != expected) {
            findings.item(Rule.CODE_OF_RECORD, line, items, place, items.id(), expected);
        }
    }

    private void days(Line line, RecordItems items, Receipt receipt) {
        int first = items.at(CheckedItem.FIRST_DAY);
        if (first == RecordItems.ABSENT || (line.firstPlace() == 0 && line.places() < first + DAYS)) {
            return;
        }
        long days = line.filledFrom(first) & ((1L << DAYS) - 1);
        int lastDay = Long.SIZE - Long.numberOfLeadingZeros(days);
        int sum = 0;
        for (long left = days; left != 0; left &= left - 1) {
            sum += Math.max(line.number(first + Long.numberOfTrailingZeros(left)), 0);
        }
        int times = line.number(items.at(CheckedItem.TIMES));
        if (times >= 0 && sum != times && receipt.treatmentMonth >= DAYS_WRITTEN_SINCE) {
            findings.item(Rule.DAY_SUM, line, items, items.at(CheckedItem.TIMES), times, sum);
        }
        if (receipt.treatmentMonth > 0 && lastDay > 28 && lastDay > ReceiptDates.lengthOf(receipt.treatmentMonth)) {
            findings.item(Rule.DAYS_OF_MONTH, line, items, first + lastDay - 1);
        }
    }

    private void comments(Line line, RecordItems items) {
        int first = items.at(CheckedItem.COMMENTS);
        if ((line.filledFrom(first) & ((1 << COMMENT_ITEMS) - 1)) == 0) {
            return;
        }
        for (int place = first; place < first + COMMENT_ITEMS; place += 2) {
            boolean more = line.has(place + 1) || (place < first + 4 && line.has(place + 2));
            if (more && !line.has(place)) {
                findings.item(Rule.BELONG_TOGETHER, line, items, place);
            }
        }
    }

    void disease(Line line, RecordItems items, Receipt receipt) {
        multiple(line, items, items.at(CheckedItem.MODIFIERS), 4);
        int name = items.at(CheckedItem.DISEASE_NAME);
        boolean uncoded = line.number(items.at(CheckedItem.DISEASE)) == UNCODED_DISEASE;
        if (uncoded != line.has(name)) {
            findings.item(Rule.BELONG_TOGETHER, line, items, name);
        }
        int place = items.at(CheckedItem.DISEASE_START);
        int start = line.has(place) ? ReceiptDates.day(line, place) : ReceiptDates.NONE;
        if (receipt.treatmentMonth > 0 && start > ReceiptDates.endOf(receipt.treatmentMonth)) {
            findings.item(Rule.DAY_AFTER_TREATMENT, line, items, place);
        }
    }

    /** 症状詳記: the first has a class, the others may go on with it; the class is one of the table. */
    void summary(Line line, RecordItems items) {
        int summaryClass = line.number(Places.SJ_CLASS);
        boolean known = (summaryClass >= 1 && summaryClass <= 7)
                || (summaryClass >= 50 && summaryClass <= 52)
                || summaryClass == 90;
        if (line.has(Places.SJ_CLASS) ? !known : !summaryBegun) {
            findings.item(Rule.BELONG_TOGETHER, line, items, Places.SJ_CLASS);
        }
        summaryBegun = true;
    }

    /** Joined codes of equal length fill an item without a rest. */
    void multiple(Line line, RecordItems items, int place, int length) {
        if (line.has(place) && line.length(place) % length != 0) {
            findings.item(Rule.JOINED_CODES, line, items, place, length);
        }
    }
}
