package jp.kenpo.gateway.content.receipt;

/** Checks that name, provider and receipt type of a file say one kind of receipts (F04, F26, R29). */
final class KindChecks {

    private static final String FEE_TABLE = "点数表 (feeTable)";

    private final Findings findings;
    private final FileKind named;
    private long kindLine;
    private int feeTable;

    /** @param named kind that the file name or the layout says; {@link FileKind#UNKNOWN} if neither does */
    KindChecks(Findings findings, FileKind named) {
        this.findings = findings;
        this.named = named;
    }

    /** Begins a receipt that names its provider itself. */
    void forgetProvider() {
        kindLine = 0;
        feeTable = 0;
    }

    void provider(Line line) {
        kindLine = line.number;
        feeTable = line.number(Places.FEE_TABLE);
    }

    /** The first digit of レセプト種別 is that of 点数表. */
    void header(Line line, RecordItems items, Receipt receipt) {
        FileKind told = FileKind.ofFeeTable(feeTable);
        if (receipt.type >= 0 && told != FileKind.UNKNOWN && receipt.typeDigit(1) != told.feeTable()) {
            findings.add(Rule.TYPE_OF_OTHER_KIND, line.number, items.label(items.at(CheckedItem.TYPE)), told.label());
        }
    }

    /** @param kind kind that the lines of the receipt have shown */
    void end(FileKind kind) {
        if (kindLine == 0) {
            return;
        }
        FileKind told = FileKind.ofFeeTable(feeTable);
        if (told == FileKind.UNKNOWN) {
            findings.once(Rule.UNKNOWN_KIND, kindLine, FEE_TABLE);
        } else if (named != FileKind.UNKNOWN && (named != kind || named.feeTable() != feeTable)) {
            FileKind found = kind.feeTable() == feeTable ? kind : told;
            findings.once(Rule.KIND_DIFFERS, kindLine, FEE_TABLE, named.label(), found.label());
        }
    }
}
