package jp.kenpo.gateway.sandbox.table;

import java.nio.charset.Charset;
import java.util.List;
import jp.kenpo.gateway.sandbox.agreed.AgreedLayout;
import jp.kenpo.gateway.sandbox.agreed.AgreedRecord;

/** Writes records of fixed length: numbers to the right with zeros, anything else to the left with spaces. */
final class FixedTable {

    private final AgreedLayout layout;
    private final StringBuilder text = new StringBuilder();

    private FixedTable(AgreedLayout layout) {
        this.layout = layout;
    }

    static String of(AgreedLayout layout, List<Subject> subjects) {
        FixedTable table = new FixedTable(layout);
        List<AgreedRecord> records = layout.records();
        AgreedRecord row = records.stream()
                .filter(each -> !each.first() && !each.last())
                .findFirst()
                .orElseThrow();
        Rows rows =
                Rows.of(row.columns().stream().map(AgreedRecord.Place::column).toList(), subjects);
        records.stream().filter(AgreedRecord::first).forEach(each -> table.add(each, rows.around(each)));
        rows.cells().forEach(cells -> table.add(row, cells));
        records.stream().filter(AgreedRecord::last).forEach(each -> table.add(each, rows.around(each)));
        return table.text.toString();
    }

    private void add(AgreedRecord record, List<String> cells) {
        int selected = layout.text().path("selector").path("at").asInt();
        int at = 1;
        for (int column = 0; column < cells.size(); column++) {
            AgreedRecord.Place place = record.columns().get(column);
            boolean selects = !record.mark().isEmpty() && at == selected;
            text.append(fitted(selects ? record.mark() : cells.get(column), place, layout.charset()));
            at += place.width();
        }
        switch (layout.text().path("line-end").asText()) {
            case "crlf" -> text.append("\r\n");
            case "lf" -> text.append('\n');
            default -> {
                // the next record follows at once
            }
        }
    }

    private static String fitted(String cell, AgreedRecord.Place place, Charset charset) {
        int room = place.width() - cell.getBytes(charset).length;
        if (place.column().type().equals("digits") && !cell.isEmpty()) {
            return "0".repeat(Math.max(0, room)) + cell;
        }
        String fill = place.column().type().startsWith("full-width") ? "　" : " ";
        return cell + fill.repeat(Math.max(0, room / fill.getBytes(charset).length));
    }
}
