package jp.kenpo.gateway.content.receipt;

/**
 * Checks what was done and found: diseases, services and comments (R11 to R15).
 */
final class ServiceChecks {

    private static final int DAYS = 31;

    /** Since this month the days of each service are written. Source: 記録条件仕様, revision of April 2012. */
    private static final int DAYS_WRITTEN_SINCE = 201204;

    private static final int UNCODED_DISEASE = 999;

    private final Findings findings;
    private boolean summaryBegun;

    ServiceChecks(Findings findings) {
        this.findings = findings;
    }

    void begin() {
        summaryBegun = false;
    }

    void service(Line line, RecordItems items, Receipt receipt) {
        burden(line, items, receipt);
        days(line, items, receipt);
        comments(line, items);
    }

    /** 負担区分 names payers that the receipt has. */
    void burden(Line line, RecordItems items, Receipt receipt) {
        if (!line.has(Places.BURDEN)) {
            return;
        }
        int payers = BurdenClass.payers(line.charAt(Places.BURDEN, 0));
        if (payers == 0 || (payers & ~receipt.payers()) != 0) {
            findings.add(Rule.BURDEN_CLASS, line.number, items.label(Places.BURDEN));
        }
    }

    private void days(Line line, RecordItems items, Receipt receipt) {
        int first = Places.days(items.id());
        if (line.places() < first + DAYS) {
            return;
        }
        int sum = 0;
        int lastDay = 0;
        for (int i = line.filledCount() - 1; i >= 0 && line.filled(i) >= first; i--) {
            int day = line.filled(i) - first + 1;
            if (day <= DAYS) {
                sum += Math.max(line.number(line.filled(i)), 0);
                lastDay = Math.max(lastDay, day);
            }
        }
        int times = line.number(Places.TIMES);
        if (times >= 0 && sum != times && receipt.treatmentMonth >= DAYS_WRITTEN_SINCE) {
            findings.add(Rule.DAY_SUM, line.number, items.label(Places.TIMES), times, sum);
        }
        if (receipt.treatmentMonth > 0 && lastDay > 28 && lastDay > ReceiptDates.lengthOf(receipt.treatmentMonth)) {
            findings.add(Rule.DAYS_OF_MONTH, line.number, items.label(first + lastDay - 1));
        }
    }

    private void comments(Line line, RecordItems items) {
        int first = Places.comments(items.id());
        for (int place = first; place < first + 6; place += 2) {
            boolean more = line.has(place + 1) || (place < first + 4 && line.has(place + 2));
            if (more && !line.has(place)) {
                findings.add(Rule.BELONG_TOGETHER, line.number, items.label(place));
            }
        }
    }

    void disease(Line line, RecordItems items, Receipt receipt) {
        multiple(line, items, Places.SY_MODIFIERS, 4);
        boolean uncoded = line.number(Places.SY_CODE) == UNCODED_DISEASE;
        if (uncoded != line.has(Places.SY_NAME)) {
            findings.add(Rule.BELONG_TOGETHER, line.number, items.label(Places.SY_NAME));
        }
        int start = line.has(Places.SY_START) ? ReceiptDates.day(line, Places.SY_START) : ReceiptDates.NONE;
        if (receipt.treatmentMonth > 0 && start > ReceiptDates.endOf(receipt.treatmentMonth)) {
            findings.add(Rule.DAY_AFTER_TREATMENT, line.number, items.label(Places.SY_START));
        }
    }

    void summary(Line line, RecordItems items) {
        if (!summaryBegun && !line.has(Places.SJ_CLASS)) {
            findings.add(Rule.BELONG_TOGETHER, line.number, items.label(Places.SJ_CLASS));
        }
        summaryBegun = true;
    }

    /** Joined codes of equal length fill an item without a rest. */
    void multiple(Line line, RecordItems items, int place, int length) {
        if (line.has(place) && line.length(place) % length != 0) {
            findings.add(Rule.JOINED_CODES, line.number, items.label(place), length);
        }
    }
}
