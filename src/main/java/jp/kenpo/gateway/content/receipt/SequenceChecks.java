package jp.kenpo.gateway.content.receipt;

import java.util.Arrays;

/**
 * Checks how the lines of a receipt follow each other: order and number of the records, and on the payer side line and
 * branch numbers (R01, R02, R05, R07, R24, R25, R28, R30, R31, F19).
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
    private final Dialect dialect;

    /** How many lines of each record the claim has. */
    private final int[] tallies = new int[RecordId.values().length];

    private int rank;
    private int expected;
    private int lastNumber;
    private boolean controlsWellFormed;

    SequenceChecks(Findings findings, Dialect dialect) {
        this.findings = findings;
        this.dialect = dialect;
    }

    void begin() {
        Arrays.fill(tallies, 0);
        rank = 0;
        expected = 1;
        lastNumber = 0;
        controlsWellFormed = true;
    }

    void check(Line line, RecordId id, Receipt receipt, FileKind kind) {
        if (line.firstPlace() == 0) {
            checkOrigin(line, receipt.origin);
            checkNumber(line);
            checkBranch(line, id, receipt);
        }
        if (id == RecordId.RC) {
            controlsWellFormed &= isControl(line);
        }
        boolean counted = receipt.isClaim() || id.part() != RecordId.Part.CLAIM;
        if (counted) {
            checkOnce(line, id, ++tallies[id.index()], kind);
        }
        int next = rank(id, receipt, kind);
        if (next != RecordId.UNRANKED) {
            checkOrder(line, id, next, kind);
            rank = next;
        }
    }

    /** The order of medical receipts is published; a DPC receipt may hold details, each with a header of its own. */
    private void checkOrder(Line line, RecordId id, int next, FileKind kind) {
        if (next >= rank || (kind == FileKind.DPC && id == RecordId.RE)) {
            return;
        }
        if (kind == FileKind.MED || kind == FileKind.UNKNOWN || id.rank() <= RecordId.RANK_PAYERS) {
            findings.add(Rule.ORDER, line.number, Item.RECORD_ID.label(), id);
        } else {
            findings.once(Rule.ORDER_UNCONFIRMED, line.number, Item.RECORD_ID.label(), id);
        }
    }

    /** Checks what only the whole receipt shows. */
    void end(Receipt receipt, FileKind kind) {
        long line = receipt.fileLine;
        int heads = count(RecordId.IR) + count(RecordId.YK) + count(RecordId.HM);
        boolean headless = dialect == Dialect.PAYER && heads == 0;
        if (headless || count(RecordId.RE) == 0) {
            findings.add(Rule.RECORD_COUNT, line, Item.RECORD_ID.label(), headless ? "IR, RE" : "RE", 1, 0);
        }
        if (isNothingDone(kind)) {
            findings.add(Rule.NOTHING_DONE, line, null);
        }
        int payers = Integer.bitCount(receipt.payers());
        if (count(RecordId.JD) > 0 && count(RecordId.JD) != payers) {
            findings.add(Rule.DAYS_PER_PAYER, line, Item.RECORD_ID.label(), payers, count(RecordId.JD));
        }
        if (dialect == Dialect.PAYER) {
            controls(line);
        }
    }

    /** Where diseases and services are not known well enough, nothing is said. */
    private boolean isNothingDone(FileKind kind) {
        if (kind == FileKind.PHA || kind == FileKind.NURSING) {
            return false;
        }
        int diseases = count(RecordId.SY) + count(RecordId.HS) + count(RecordId.SB);
        int services = count(RecordId.SI) + count(RecordId.SS) + count(RecordId.IY) + count(RecordId.TO);
        return diseases == 0 || services == 0;
    }

    private void controls(long line) {
        if (count(RecordId.RC) == 0) {
            findings.add(Rule.RECEIPT_UNFINISHED, line, Item.RECORD_ID.label());
        } else if (count(RecordId.RC) != 2 || !controlsWellFormed) {
            findings.add(Rule.CONTROL_RECORDS, line, "管理情報 (controlInfo)");
        }
    }

    private void checkOrigin(Line line, int origin) {
        if (origin >= 0 && (origin < 1 || origin == 10 || origin > 16) && origin != 86) {
            findings.add(Rule.DATA_ORIGIN, line.number, Item.DATA_ORIGIN.label());
        }
    }

    private int count(RecordId id) {
        return tallies[id.index()];
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
        if (branch == 0 && id != RecordId.RC) {
            return;
        }
        boolean right =
                switch (id) {
                    case RC -> branch == count(RecordId.RC);
                    case EX -> branch % 10 <= 1;
                    default -> !receipt.isClaim();
                };
        if (branch >= 0 && !right) {
            findings.add(Rule.BRANCH_NUMBER, line.number, Item.BRANCH_NO.label());
        }
    }

    private void checkOnce(Line line, RecordId id, int found, FileKind kind) {
        if (id.rank() > RecordId.RANK_PAYERS) {
            return;
        }
        int most =
                switch (id) {
                    case MN, IR, YK, HM -> 1;
                    case RE, HO -> kind == FileKind.DPC ? Integer.MAX_VALUE : 1;
                    case KO -> kind == FileKind.DPC ? Integer.MAX_VALUE : 4;
                    default -> Integer.MAX_VALUE;
                };
        if (found > most) {
            findings.add(Rule.RECORD_COUNT, line.number, Item.RECORD_ID.label(), id, most, found);
        }
    }

    private int rank(RecordId id, Receipt receipt, FileKind kind) {
        if (id.part() != RecordId.Part.CLAIM) {
            return receipt.isReview() && id.part() == RecordId.Part.CORRECTION ? RecordId.UNRANKED : id.rank();
        }
        boolean anywhere = kind == FileKind.DPC && (id == RecordId.CO || id == RecordId.SJ);
        if (receipt.isReview() || anywhere) {
            return RecordId.UNRANKED;
        }
        if (!receipt.isAnyClaim()) {
            return RecordId.RANK_CHANGES;
        }
        return rank == RecordId.RANK_DONOR ? RecordId.RANK_DONOR : id.rank();
    }

    private static boolean isControl(Line line) {
        int place = Places.RC_CONTROL;
        int length = line.length(place);
        boolean known = length == SHORT_CONTROL || length == LONG_CONTROL;
        if (!known || line.charAt(place, 0) != 'V' || line.charAt(place, 1) != 'e' || line.charAt(place, 2) != 'r') {
            return false;
        }
        for (int i = 3; i < length; i++) {
            if (Character.digit(line.charAt(place, i), i < VERSION_BYTES ? 10 : 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
