package jp.kenpo.gateway.content.receipt;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Checks how the lines of a receipt follow each other: line numbers, branch numbers, order and number of the records
 * (R01, R02, R05, R07, R24, R25, F19).
 *
 * <p>The order is that of the claim, then the fund's corrections, {@code JY}, {@code ON}, {@code EX}, {@code RC}. Where
 * the lines of re-examinations (データ識別 3, 4 and earlier rounds) stand is not published, so they may stand anywhere
 * behind the claim's header.
 */
final class SequenceChecks {

    /** {@code Ver} and five digits, then a hash of 128 or 160 bits in hex. */
    private static final int VERSION_BYTES = 8;

    private static final int SHORT_CONTROL = VERSION_BYTES + 32;
    private static final int LONG_CONTROL = VERSION_BYTES + 40;

    private final Findings findings;
    private final Map<RecordId, Tally> tallies = new EnumMap<>(RecordId.class);
    private int rank;
    private int expected;
    private int lastNumber;
    private boolean controlsWellFormed;

    SequenceChecks(Findings findings) {
        this.findings = findings;
        for (var id : RecordId.values()) {
            tallies.put(id, new Tally());
        }
    }

    void begin() {
        tallies.values().forEach(tally -> tally.lines = 0);
        rank = 0;
        expected = 1;
        lastNumber = 0;
        controlsWellFormed = true;
    }

    void check(Line line, RecordId id, Receipt receipt) {
        checkNumber(line);
        checkBranch(line, id, receipt);
        if (id == RecordId.RC) {
            controlsWellFormed &= isControl(line);
        }
        boolean counted = receipt.isClaim() || id.part() != RecordId.Part.CLAIM;
        if (counted) {
            checkOnce(line, id, ++tally(id).lines);
        }
        int next = rank(id, receipt.origin);
        if (next != RecordId.UNRANKED) {
            if (next < rank) {
                findings.add(Rule.ORDER, line.number, Item.RECORD_ID.label(), id);
            }
            rank = next;
        }
    }

    /** Checks what only the whole receipt shows. */
    void end(Receipt receipt) {
        long line = receipt.fileLine;
        if (count(RecordId.IR) == 0 || count(RecordId.RE) == 0) {
            findings.add(Rule.RECORD_COUNT, line, Item.RECORD_ID.label(), "IR, RE", 1, 0);
        }
        if (count(RecordId.SY) == 0 || count(RecordId.SI) + count(RecordId.IY) + count(RecordId.TO) == 0) {
            findings.add(Rule.NOTHING_DONE, line, null);
        }
        if (count(RecordId.RC) == 0) {
            findings.add(Rule.RECEIPT_UNFINISHED, line, Item.RECORD_ID.label());
        } else if (count(RecordId.RC) != 2 || !controlsWellFormed) {
            findings.add(Rule.CONTROL_RECORDS, line, "管理情報 (controlInfo)");
        }
    }

    private Tally tally(RecordId id) {
        return Objects.requireNonNull(tallies.get(id));
    }

    private int count(RecordId id) {
        return tally(id).lines;
    }

    /** A number that goes on from the one before is taken as it is, so that one lost line is one finding. */
    private void checkNumber(Line line) {
        int number = line.number(Line.LINE_NO);
        if (number >= 0 && number != expected && number != lastNumber + 1) {
            findings.add(Rule.LINE_NUMBER, line.number, Item.LINE_NO.label(), expected, number);
        } else if (number >= 0) {
            expected = number;
        }
        lastNumber = number >= 0 ? number : expected;
        expected++;
    }

    private void checkBranch(Line line, RecordId id, Receipt receipt) {
        int branch = line.number(Line.BRANCH_NO);
        boolean right =
                switch (id) {
                    case RC -> branch == count(RecordId.RC);
                    case EX -> branch % 10 <= 1;
                    default -> branch == 0 || !receipt.isClaim();
                };
        if (branch >= 0 && !right) {
            findings.add(Rule.BRANCH_NUMBER, line.number, Item.BRANCH_NO.label());
        }
    }

    private void checkOnce(Line line, RecordId id, int found) {
        int most =
                switch (id) {
                    case MN, IR, RE, HO -> 1;
                    case KO -> 4;
                    default -> Integer.MAX_VALUE;
                };
        if (found > most) {
            findings.add(Rule.RECORD_COUNT, line.number, Item.RECORD_ID.label(), id, most, found);
        }
    }

    private int rank(RecordId id, int origin) {
        if (id.part() != RecordId.Part.CLAIM) {
            return isReview(origin) && id.part() == RecordId.Part.CORRECTION ? RecordId.UNRANKED : id.rank();
        }
        if (isReview(origin)) {
            return RecordId.UNRANKED;
        }
        if (!isClaimed(origin)) {
            return RecordId.RANK_CHANGES;
        }
        return rank == RecordId.RANK_DONOR ? RecordId.RANK_DONOR : id.rank();
    }

    /** Claims of the provider: as they are, before an eligibility check, and of an earlier round. */
    private static boolean isClaimed(int origin) {
        return origin == Receipt.ORIGIN_CLAIM || origin == 5 || origin == 11 || origin == 15;
    }

    private static boolean isReview(int origin) {
        return origin == 3 || origin == 4 || (origin >= 7 && origin <= 9) || origin == 13 || origin == 14;
    }

    private static boolean isControl(Line line) {
        String control = line.text(Places.RC_CONTROL);
        if (!control.startsWith("Ver") || (control.length() != SHORT_CONTROL && control.length() != LONG_CONTROL)) {
            return false;
        }
        for (int i = 3; i < control.length(); i++) {
            if (Character.digit(control.charAt(i), i < VERSION_BYTES ? 10 : 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /** How many lines of one record the claim has. */
    private static final class Tally {
        private int lines;
    }
}
