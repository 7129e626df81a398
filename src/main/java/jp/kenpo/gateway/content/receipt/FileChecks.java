package jp.kenpo.gateway.content.receipt;

/** Checks the frame of a file: line ends, end mark, lines outside a receipt (F00, F02, F05, F07, F10 to F13). */
final class FileChecks {

    private final Findings findings;
    private boolean lineEndTold;
    private boolean outsideTold;
    private boolean providerTold;
    private boolean cut;

    FileChecks(Findings findings) {
        this.findings = findings;
    }

    void line(Line line) {
        if (line.tooLong) {
            findings.add(Rule.LINE_TOO_LONG, line.number, null, Line.MAX_BYTES);
        } else if (line.ending == Line.Ending.NONE) {
            cut = true;
            findings.add(Rule.LAST_LINE_CUT, line.number, lastItem(line));
        } else if (line.ending == Line.Ending.LF && !lineEndTold) {
            lineEndTold = true;
            findings.add(Rule.LINE_END, line.number, null);
        }
    }

    private static String lastItem(Line line) {
        int last = line.places() - 1;
        RecordItems items = RecordTable.MEDICAL.items(RecordId.of(line));
        return items.label(Math.max(last, 0));
    }

    /** Returns whether a line has the prefix of the payer side, and tells if not. */
    boolean hasPrefix(Line line) {
        if (line.fieldCount() > Line.RECORD_ID) {
            boolean provider = line.kinds(Line.DATA_ORIGIN) == ShiftJis.LETTER && line.length(Line.DATA_ORIGIN) == 2;
            if (!provider) {
                return true;
            }
            if (!providerTold) {
                findings.add(Rule.PROVIDER_SIDE, line.number, Item.DATA_ORIGIN.label());
            }
            providerTold = true;
            return false;
        }
        findings.add(Rule.OUTSIDE_RECEIPT, line.number, Item.DATA_ORIGIN.label());
        return false;
    }

    /** Tells once that lines stand before the first receipt. */
    void beforeFirstReceipt(Line line) {
        if (!outsideTold) {
            outsideTold = true;
            findings.add(Rule.OUTSIDE_RECEIPT, line.number, Item.RECORD_ID.label());
        }
    }

    void end(LineReader lines) {
        long last = lines.line().number;
        if (last == 0) {
            findings.add(Rule.EMPTY_FILE, 0, null);
        } else if (lines.bytesAfterEndMark()) {
            findings.add(Rule.AFTER_END_MARK, last, null);
        } else if (!lines.endMark() && !cut) {
            findings.add(Rule.END_MARK_MISSING, last, "ファイル終端 (endMark)");
        }
    }
}
