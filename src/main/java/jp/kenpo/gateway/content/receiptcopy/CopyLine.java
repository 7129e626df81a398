package jp.kenpo.gateway.content.receiptcopy;

import java.nio.charset.Charset;
import java.util.List;
import jp.kenpo.gateway.content.ByteLines;
import jp.kenpo.gateway.content.receipt.ItemName;

/**
 * One line of a receipt file of the payer side, decoded.
 *
 * @param cells all cells: data origin (データ識別), line number, branch number, record id, items
 */
record CopyLine(List<String> cells) {

    /** Shift_JIS as Java decodes what makers added to it. */
    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    private static final int RECORD_ID = 3;
    private static final byte END_MARK = 0x1A;

    CopyLine {
        cells = List.copyOf(cells);
    }

    static boolean isEndMark(ByteLines lines) {
        return lines.length() > 0 && lines.at(0) == END_MARK;
    }

    static CopyLine of(byte[] line, int length) {
        return new CopyLine(List.of(new String(line, 0, length, WINDOWS_31J).split(",", -1)));
    }

    static CopyLine of(ByteLines lines) {
        return of(lines.bytes(), lines.length());
    }

    String recordId() {
        return item(1);
    }

    /** Returns データ識別: 1 claimed, 2 corrected … */
    String origin() {
        return cells.get(0);
    }

    /** Returns an item by its number in the specification (the record id is 1); empty if the line is shorter. */
    String item(int number) {
        int index = RECORD_ID + number - 1;
        return index < cells.size() ? cells.get(index) : "";
    }

    /** Returns the kind of receipt that the line shows, which may be the one that the lines before have shown. */
    String kind(String before) {
        return cells.size() > RECORD_ID ? ItemName.kind(before, cells.subList(RECORD_ID, cells.size())) : before;
    }

    /** Returns 検索番号 of a line {@code MN}. */
    String searchNumber() {
        return item(ItemName.searchNumberOf(items()));
    }

    /** Returns the number of the last item. */
    int items() {
        return cells.size() - RECORD_ID;
    }

    @Override
    public String toString() {
        return "CopyLine[" + recordId() + "]";
    }
}
