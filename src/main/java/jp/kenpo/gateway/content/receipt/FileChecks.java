package jp.kenpo.gateway.content.receipt;

/**
 * Checks the frame of a file: line ends, end mark, lines outside a receipt, the other dialect (F00, F02, F05, F07, F10
 * to F13, F23 to F25).
 */
final class FileChecks {

    private final Findings findings;
    private boolean lineEndTold;
    private boolean outsideTold;
    private boolean providerTold;
    private boolean cut;

    FileChecks(Findings findings) {
        this.findings = findings;
    }

    void line(Line line, RecordItems items) {
        if (line.tooLong) {
            findings.add(Rule.LINE_TOO_LONG, line.number, null, Line.MAX_BYTES);
        } else if (line.ending == Line.Ending.NONE) {
            cut = true;
            findings.add(Rule.LAST_LINE_CUT, line.number, items.label(Math.max(line.places() - 1, line.firstPlace())));
        } else if (line.ending == Line.Ending.LF && !lineEndTold) {
            lineEndTold = true;
            findings.add(Rule.LINE_END, line.number, null);
        }
    }

    /** Returns whether a line has the prefix of the payer side, and tells if not. */
    boolean hasPrefix(Line line) {
        if (line.fieldCount() <= Line.RECORD_ID && !isLetters(line, Line.DATA_ORIGIN)) {
            findings.add(Rule.OUTSIDE_RECEIPT, line.number, Item.DATA_ORIGIN.label());
            return false;
        }
        if (!isLetters(line, Line.DATA_ORIGIN)) {
            return true;
        }
        if (!providerTold) {
            var rule = isReturnFile(line, Line.DATA_ORIGIN) ? Rule.RETURN_FILE : Rule.PROVIDER_SIDE;
            findings.add(rule, line.number, Item.DATA_ORIGIN.label());
        }
        providerTold = true;
        return false;
    }

    /** Returns whether the first line is not that of a provider's claim, but of a payer's or a return file. */
    boolean isForeign(Line line) {
        int place = Line.RECORD_ID;
        boolean returned = isLetters(line, place) && isReturnFile(line, place);
        boolean payer = line.has(place) && line.kinds(place) == ShiftJis.DIGIT;
        if (returned || payer) {
            findings.add(returned ? Rule.RETURN_FILE : Rule.PAYER_SIDE, line.number, Item.RECORD_ID.label());
        }
        return returned || payer;
    }

    private static boolean isLetters(Line line, int place) {
        return line.has(place) && line.kinds(place) == ShiftJis.LETTER && line.length(place) == 2;
    }

    /** 返戻医療機関 HI is the head of the files .HEN and .SAH. */
    private static boolean isReturnFile(Line line, int place) {
        return line.charAt(place, 0) == 'H' && line.charAt(place, 1) == 'I';
    }

    /** Tells once that lines stand before the first receipt. */
    void beforeFirstReceipt(Line line) {
        if (!outsideTold) {
            outsideTold = true;
            findings.add(Rule.OUTSIDE_RECEIPT, line.number, Item.RECORD_ID.label());
        }
    }

    /** @param missingEndMark rule for a file without the end mark */
    void end(LineReader lines, Rule missingEndMark) {
        long last = lines.line().number;
        if (last == 0) {
            findings.add(Rule.EMPTY_FILE, 0, null);
        } else if (lines.bytesAfterEndMark()) {
            findings.add(Rule.AFTER_END_MARK, last, null);
        } else if (!lines.endMark() && !cut) {
            findings.add(missingEndMark, last, "ファイル終端 (endMark)");
        }
    }
}
