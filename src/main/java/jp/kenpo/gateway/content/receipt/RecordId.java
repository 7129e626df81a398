package jp.kenpo.gateway.content.receipt;

/**
 * The record ids (レコード識別情報) of a medical receipt on the payer side, in the order of a claim.
 *
 * <p>Source: 記録条件仕様（医科用）, order of records; レセ電コード情報ファイル for {@code MN}, {@code JY} and what follows.
 */
enum RecordId {
    MN(Part.MANAGEMENT, 0),
    IR(Part.CLAIM, 1),
    RE(Part.CLAIM, 2),
    HO(Part.CLAIM, 3),
    KO(Part.CLAIM, 4),
    SN(Part.CLAIM, 5),
    JD(Part.CLAIM, 6),
    MF(Part.CLAIM, 7),
    GR(Part.CLAIM, 8),
    SY(Part.CLAIM, 9),
    SI(Part.CLAIM, 10),
    IY(Part.CLAIM, 10),
    TO(Part.CLAIM, 10),
    CO(Part.CLAIM, 10),
    SJ(Part.CLAIM, 11),
    TI(Part.CLAIM, 12),
    TR(Part.CLAIM, 12),
    TS(Part.CLAIM, 12),
    JY(Part.CORRECTION, 21),
    ON(Part.OPERATION, 22),
    EX(Part.OPERATION, 23),
    RC(Part.CONTROL, 24),
    MD(Part.REVIEW, RecordId.UNRANKED),
    RT(Part.REVIEW, RecordId.UNRANKED),
    JR(Part.REVIEW, RecordId.UNRANKED),
    MK(Part.REVIEW, RecordId.UNRANKED),
    HR(Part.REVIEW, RecordId.UNRANKED),
    /** An id that this table does not know: passes with a warning, and never a projection. */
    UNKNOWN(Part.UNKNOWN, RecordId.UNRANKED);

    /** Which part of a receipt a record belongs to. */
    enum Part {
        MANAGEMENT,
        CLAIM,
        CORRECTION,
        OPERATION,
        CONTROL,
        REVIEW,
        UNKNOWN
    }

    static final int UNRANKED = -1;
    /** Rank of the records of an organ donor, behind which the order begins anew. */
    static final int RANK_DONOR = 12;

    /** Rank of records of the claim that the fund corrected. */
    static final int RANK_CHANGES = 20;

    private static final int LETTERS = 26;
    private static final RecordId[] BY_LETTERS = byLetters();

    private final Part part;
    private final int rank;

    RecordId(Part part, int rank) {
        this.part = part;
        this.rank = rank;
    }

    /** Returns the place in the order of a receipt; records of one rank mix, {@link #UNRANKED} ones stand anywhere. */
    int rank() {
        return rank;
    }

    Part part() {
        return part;
    }

    /** Returns whether lines of this record carry points and times (診療行為, 医薬品, 特定器材). */
    boolean isService() {
        return this == SI || this == IY || this == TO;
    }

    /** Returns the record id of a line; {@link #UNKNOWN} also for a line that has none. */
    static RecordId of(Line line) {
        if (line.places() <= Line.RECORD_ID || line.length(Line.RECORD_ID) != 2) {
            return UNKNOWN;
        }
        int first = line.charAt(Line.RECORD_ID, 0) - 'A';
        int second = line.charAt(Line.RECORD_ID, 1) - 'A';
        boolean letters = first >= 0 && first < LETTERS && second >= 0 && second < LETTERS;
        return letters ? BY_LETTERS[first * LETTERS + second] : UNKNOWN;
    }

    private static RecordId[] byLetters() {
        var table = new RecordId[LETTERS * LETTERS];
        java.util.Arrays.fill(table, UNKNOWN);
        for (var id : values()) {
            String letters = id.name();
            if (letters.length() == 2) {
                table[(letters.charAt(0) - 'A') * LETTERS + letters.charAt(1) - 'A'] = id;
            }
        }
        return table;
    }
}
