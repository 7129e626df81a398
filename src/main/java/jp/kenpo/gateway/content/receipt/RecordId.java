package jp.kenpo.gateway.content.receipt;

/**
 * The record ids (レコード識別情報) of receipts of every kind, on both sides, in the order of a claim.
 *
 * <p>Source: 記録条件仕様（医科用）, order of records; レセ電コード情報ファイル for {@code MN}, {@code JY} and what follows. The
 * order of the other kinds rests on one public reader each. Which of them a kind has stands in its table beside
 * {@link RecordTable}.
 */
enum RecordId {
    MN(Part.MANAGEMENT, 0),
    /** Header of a dental claim file (受付情報). */
    UK(Part.CLAIM, 1),
    IR(Part.CLAIM, 1),
    YK(Part.CLAIM, 1),
    HM(Part.CLAIM, 1),
    RE(Part.CLAIM, 2),
    HO(Part.CLAIM, 3),
    KO(Part.CLAIM, 4),
    SN(Part.CLAIM, 5),
    JD(Part.CLAIM, 6),
    MF(Part.CLAIM, 7),
    GR(Part.CLAIM, 8),
    BU(Part.CLAIM, 9),
    SB(Part.CLAIM, 10),
    SY(Part.CLAIM, 11),
    HS(Part.CLAIM, 11),
    KK(Part.CLAIM, 12),
    SK(Part.CLAIM, 13),
    GA(Part.CLAIM, 14),
    HH(Part.CLAIM, 15),
    GT(Part.CLAIM, 16),
    SI(Part.CLAIM, 17),
    SS(Part.CLAIM, 17),
    IY(Part.CLAIM, 17),
    TO(Part.CLAIM, 17),
    CO(Part.CLAIM, 17),
    SH(Part.CLAIM, 17),
    CZ(Part.CLAIM, 17),
    CD(Part.CLAIM, 18),
    SJ(Part.CLAIM, 18),
    TK(Part.CLAIM, 18),
    KI(Part.CLAIM, 19),
    ST(Part.CLAIM, 20),
    TI(Part.CLAIM, RecordId.RANK_DONOR),
    TR(Part.CLAIM, RecordId.RANK_DONOR),
    TS(Part.CLAIM, RecordId.RANK_DONOR),
    /** Records of home nursing (訪問看護); their order is not published. */
    IH(Part.CLAIM, RecordId.UNRANKED),
    HJ(Part.CLAIM, RecordId.UNRANKED),
    JS(Part.CLAIM, RecordId.UNRANKED),
    RJ(Part.CLAIM, RecordId.UNRANKED),
    TJ(Part.CLAIM, RecordId.UNRANKED),
    TZ(Part.CLAIM, RecordId.UNRANKED),
    KS(Part.CLAIM, RecordId.UNRANKED),
    KA(Part.CLAIM, RecordId.UNRANKED),
    /** Trailer of a provider's claim file. */
    GO(Part.TRAILER, RecordId.UNRANKED),
    JY(Part.CORRECTION, 31),
    ON(Part.OPERATION, 32),
    EX(Part.OPERATION, 33),
    RC(Part.CONTROL, 34),
    MD(Part.REVIEW, RecordId.UNRANKED),
    RT(Part.REVIEW, RecordId.UNRANKED),
    JR(Part.REVIEW, RecordId.UNRANKED),
    MK(Part.REVIEW, RecordId.UNRANKED),
    HR(Part.REVIEW, RecordId.UNRANKED),
    /** An id that no table knows: passes with a warning, and never a projection. */
    UNKNOWN(Part.UNKNOWN, RecordId.UNRANKED);

    /** Which part of a receipt a record belongs to. */
    enum Part {
        MANAGEMENT,
        CLAIM,
        CORRECTION,
        OPERATION,
        CONTROL,
        TRAILER,
        REVIEW,
        UNKNOWN
    }

    static final int UNRANKED = -1;

    /** Up to here, the head with its payers, the order is that of every kind. */
    static final int RANK_PAYERS = 4;

    /** Rank of the records of an organ donor, behind which the order begins anew. */
    static final int RANK_DONOR = 21;

    /** Rank of records of the claim that the fund corrected. */
    static final int RANK_CHANGES = 30;

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

    /** Returns a number from 0, for tables that are asked for every line. */
    @SuppressWarnings("EnumOrdinal") // a map would cost a tenth of the reading
    int index() {
        return ordinal();
    }

    /** Returns whether the record names the provider of one receipt or of a whole claim file. */
    boolean isHead() {
        return rank == 1;
    }

    /** Returns whether only DPC receipts have the record. */
    boolean isDpcOnly() {
        return switch (this) {
            case BU, SB, KK, SK, GA, HH, GT, CD -> true;
            default -> false;
        };
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
