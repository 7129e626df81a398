package jp.kenpo.gateway.sandbox.receipt;

/**
 * The kinds of receipts, each delivered in a file of its own.
 *
 * <p>Shares: 640 in-patient, 62,000 out-patient, 17,400 dental and 44,400 other receipts a month in a society of
 * 110,000 members; source: figures of 1,304 societies. That three in five in-patient receipts are DPC, and that
 * nursing is below one in a hundred of all, is ours.
 */
public enum ReceiptKind {
    /** 医科. */
    MEDICAL("11_RECODEINFO_MED.CSV", '1', 0, 50),
    /** DPC: in-patients of hospitals that are paid by diagnosis and day. */
    DPC("12_RECODEINFO_DPC.CSV", '1', 0.34, 0.3),
    /** 歯科. */
    DENTAL("13_RECODEINFO_DEN.CSV", '3', 15.8, 14),
    /** 調剤. */
    PHARMACY("14_RECODEINFO_PHA.CSV", '4', 0, 35.4),
    /** 訪問看護. Its file name is ours: the real one is not public. */
    NURSING("15_RECODEINFO_NUR.CSV", '6', 0.3, 0.3);

    private static final int FIRST_NUMBER = 11;

    private final String fileName;
    private final char feeTable;
    private final double percentOfMembers;
    private final double percentOfReceipts;

    ReceiptKind(String fileName, char feeTable, double percentOfMembers, double percentOfReceipts) {
        this.fileName = fileName;
        this.feeTable = feeTable;
        this.percentOfMembers = percentOfMembers;
        this.percentOfReceipts = percentOfReceipts;
    }

    /** Name of the file, given by the payer fund. */
    public String fileName() {
        return fileName;
    }

    /** Place of the file among those of a month, from 0, by the number that its name begins with. */
    int place() {
        return Integer.parseInt(fileName, 0, 2, 10) - FIRST_NUMBER;
    }

    /** Share of this kind in all receipts of a month, in percent; all kinds together give 100. */
    public double percentOfReceipts() {
        return percentOfReceipts;
    }

    /** Of a hundred members, how many have a receipt of this kind in a month; 0 where it follows another draw. */
    double percentOfMembers() {
        return percentOfMembers;
    }

    /** Fee table (点数表) as a digit, which is the first digit of the receipt type too. */
    char feeTable() {
        return feeTable;
    }
}
