package jp.kenpo.gateway.content.receipt;

/**
 * Checks the frame of a provider's claim file: one head first, one {@code GO} last, and that 総件数 and 総合計点数 of the
 * {@code GO} are those of the receipts (F20 to F22, F27).
 *
 * <p>A claim may come in several volumes; then only all of them together add up, and nothing is compared. Source:
 * 記録条件仕様（医科用）, 診療報酬請求書レコード; the sums measured on 13 files.
 */
final class ClaimTrailer {

    private static final int FIRST_VOLUME = 0;
    private static final int LAST_VOLUME = 99;

    private final Findings findings;
    private boolean begun;
    private boolean ended;
    private boolean told;
    private int volume = FIRST_VOLUME;

    ClaimTrailer(Findings findings) {
        this.findings = findings;
    }

    /** Takes each line, and returns whether it stands between the head and the end. */
    boolean next(Line line, boolean isHead) {
        boolean inPlace = begun != isHead && !ended;
        begun = true;
        if (!inPlace) {
            tell(line.number);
        }
        return inPlace;
    }

    private void tell(long line) {
        if (!told) {
            told = true;
            findings.add(Rule.CLAIM_FRAME, line, Item.RECORD_ID.label());
        }
    }

    void head(Line line, RecordItems items) {
        int place = items.at(CheckedItem.VOLUME);
        volume = line.has(place) ? line.number(place) : FIRST_VOLUME;
    }

    /** Takes {@code GO}. The fund writes zeros into a claim that it made itself for a transferred receipt. */
    void compare(Line line, RecordItems items, ReceiptCounts counts) {
        ended = true;
        int count = items.at(CheckedItem.TOTAL_COUNT);
        int total = items.at(CheckedItem.TOTAL);
        if (volume != FIRST_VOLUME || line.number(items.at(CheckedItem.VOLUME)) != LAST_VOLUME) {
            findings.add(Rule.ONE_VOLUME, line.number, items.label(items.at(CheckedItem.VOLUME)));
            return;
        }
        boolean madeByFund = line.number(count) == 0 && line.number(total) == 0;
        if (!madeByFund) {
            compare(Rule.CLAIM_COUNT, line, items, count, counts.items());
            compare(Rule.CLAIM_POINTS, line, items, total, counts.total());
        }
    }

    private void compare(Rule rule, Line line, RecordItems items, int place, long counted) {
        long said = line.has(place) && line.length(place) <= 10 ? digits(line, place) : -1;
        if (said != counted) {
            findings.add(rule, line.number, items.label(place), said - counted);
        }
    }

    /** 総合計点数 has ten digits. */
    private static long digits(Line line, int place) {
        long value = 0;
        for (int i = 0; i < line.length(place); i++) {
            value = 10 * value + Character.digit(line.charAt(place, i), 10);
        }
        return value;
    }

    /** Checks that {@code GO} was there. */
    void end(long lastLine) {
        if (!ended && lastLine > 0) {
            tell(lastLine);
        }
    }
}
