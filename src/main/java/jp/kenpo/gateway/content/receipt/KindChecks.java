package jp.kenpo.gateway.content.receipt;

import jp.kenpo.gateway.content.Arrival;

/** Finds out which kind of receipts a file holds, and whether it can be read (F04, F15). Each is told once a file. */
final class KindChecks {

    private final Findings findings;
    private final FileKind named;
    private FileKind kind = FileKind.MED;
    private long kindLine;
    private boolean differenceTold;
    private boolean notReadTold;

    KindChecks(Findings findings, Arrival arrival) {
        this.findings = findings;
        named = FileKind.ofName(arrival.fileName());
    }

    void begin() {
        kind = FileKind.MED;
        kindLine = 0;
    }

    /** Returns whether the lines of this receipt can be checked. */
    boolean isRead() {
        return kind == FileKind.MED;
    }

    void provider(Line line) {
        kind = FileKind.ofFeeTable(line.number(Places.IR_FEE_TABLE));
        kindLine = line.number;
    }

    void unknownRecord(Line line) {
        if (kind == FileKind.MED && FileKind.isDpcRecord(line.text(Line.RECORD_ID))) {
            kind = FileKind.DPC;
        }
    }

    void end() {
        if (kindLine == 0) {
            return;
        }
        if (named != FileKind.UNKNOWN && named != kind && !differenceTold) {
            findings.add(Rule.KIND_DIFFERS, kindLine, "点数表 (feeTable)", named.label(), kind.label());
            differenceTold = true;
        }
        if (!isRead() && !notReadTold) {
            findings.add(Rule.KIND_NOT_READ, kindLine, "点数表 (feeTable)", kind.label());
            notReadTold = true;
        }
    }
}
