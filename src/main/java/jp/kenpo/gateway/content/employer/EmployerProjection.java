package jp.kenpo.gateway.content.employer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Projected;
import jp.kenpo.gateway.content.mynumber.MyNumberMask;
import jp.kenpo.gateway.content.mynumber.Watch;

/** One writing of one file with the permitted columns, in the gateway's own form. */
final class EmployerProjection {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** With these a spreadsheet begins a formula, where no number follows. */
    private static final String FORMULA_SIGNS = "=+-@＝＋－＠\t";

    private final UploadedTable table;
    private final RowChecks checks;
    private final Report report;
    private final OutputStream out;
    private final List<Column> kept;
    private final List<Column> dropped;
    private final Map<Column, MyNumberMask> masks = new HashMap<>();
    private final Set<String> left = new LinkedHashSet<>();
    private final Map<String, Long> removed = new LinkedHashMap<>();
    private long rows;

    EmployerProjection(UploadedTable table, RowChecks checks, Report report, OutputStream out, Permission permission) {
        this.table = table;
        this.checks = checks;
        this.report = report;
        this.out = out;
        var byPermission = table.columns().stream()
                .collect(Collectors.partitioningBy(
                        column -> permission.allows(column.item().field())));
        this.kept = byPermission.getOrDefault(true, List.of());
        this.dropped = byPermission.getOrDefault(false, List.of());
        if (permission.maskMyNumber()) {
            kept.forEach(column -> masks.put(column, new MyNumberMask(column.label(), Watch.FIGURE)));
        }
    }

    Projected project() throws IOException {
        refuseErrors();
        if (!kept.isEmpty()) {
            out.write(BYTE_ORDER_MARK);
            write(kept.stream().map(column -> column.item().name()).toList());
        }
        while (table.next()) {
            checks.check();
            refuseErrors();
            row();
        }
        refuseErrors();
        return new Projected(rows, Set.copyOf(left), Map.copyOf(removed));
    }

    private void refuseErrors() throws IOException {
        String error = report.firstError();
        if (error != null) {
            throw new IOException("the file can't be read as a whole, so nothing of it may leave: " + error);
        }
    }

    private void row() throws IOException {
        rows++;
        for (Column column : dropped) {
            long filled = isFilled(column) ? 1 : 0;
            removed.merge(column.item().field(), filled, Long::sum);
        }
        for (Column column : kept) {
            if (isFilled(column)) {
                left.add(column.item().field());
            }
        }
        if (!kept.isEmpty()) {
            write(kept.stream().map(column -> neutral(text(column))).toList());
        }
    }

    private String text(Column column) {
        String text = table.value(column.item()).text();
        MyNumberMask mask = masks.get(column);
        if (mask == null || mask.masked(text).equals(text)) {
            return text;
        }
        removed.merge(Watch.FIELD, 1L, Long::sum);
        return mask.masked(text);
    }

    private boolean isFilled(Column column) {
        return table.value(column.item()).state() != CellValue.State.BLANK;
    }

    /** An apostrophe makes a spreadsheet show the text as it is. */
    private static String neutral(String text) {
        return !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private void write(List<String> cells) throws IOException {
        String line =
                cells.stream().map(EmployerProjection::quotedWhereNeeded).collect(Collectors.joining(",", "", "\r\n"));
        out.write(line.getBytes(StandardCharsets.UTF_8));
    }

    private static String quotedWhereNeeded(String cell) {
        return cell.indexOf(',') < 0 && cell.indexOf('"') < 0 ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
