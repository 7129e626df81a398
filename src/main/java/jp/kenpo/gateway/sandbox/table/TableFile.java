package jp.kenpo.gateway.sandbox.table;

import java.util.List;
import jp.kenpo.gateway.sandbox.agreed.AgreedColumn;
import jp.kenpo.gateway.sandbox.agreed.AgreedLayout;
import jp.kenpo.gateway.sandbox.agreed.AgreedRecord;

/** Writes tables: CSV, or records of fixed length (固定長), as the layout says. */
public final class TableFile {

    private static final String LINE_END = "\r\n";

    private TableFile() {}

    /**
     * Returns the bytes of a table with a row for each subject.
     *
     * @param subjects at least one
     */
    public static byte[] of(AgreedLayout layout, List<Subject> subjects) {
        String text = layout.kind().equals("fixed-length") ? FixedTable.of(layout, subjects) : csv(layout, subjects);
        return text.getBytes(layout.charset());
    }

    /** Returns cells as a line of CSV without its end. */
    public static String line(List<String> cells) {
        return String.join(",", cells.stream().map(TableFile::quoted).toList());
    }

    private static String csv(AgreedLayout layout, List<Subject> subjects) {
        Rows rows = Rows.of(layout.columns(), subjects);
        StringBuilder text = new StringBuilder();
        if (layout.hasHeader()) {
            text.append(line(layout.columns().stream().map(AgreedColumn::name).toList()))
                    .append(LINE_END);
        }
        layout.records().stream().filter(AgreedRecord::first).forEach(each -> around(each, rows, text));
        rows.cells().forEach(row -> text.append(line(row)).append(LINE_END));
        layout.records().stream().filter(AgreedRecord::last).forEach(each -> around(each, rows, text));
        return text.toString();
    }

    private static void around(AgreedRecord record, Rows rows, StringBuilder text) {
        List<String> cells = rows.around(record);
        text.append(record.mark())
                .append(cells.isEmpty() ? "" : "," + line(cells))
                .append(LINE_END);
    }

    private static String quoted(String cell) {
        boolean plain = cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0;
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
