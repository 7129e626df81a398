package jp.kenpo.gateway.sandbox.employer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook (XLSX) of one sheet, in as few parts as a spreadsheet program opens. A row at a time; the same rows give the
 * same bytes, which a library that writes the present time into its workbooks would not do.
 *
 * <p>Source: ECMA-376 part 1, sections 18.2, 18.3 and 18.8.
 */
final class WorkbookFile implements RowWriter {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final LocalDateTime MADE = LocalDateTime.of(2026, 4, 1, 0, 0);

    /** Every part but the sheet, by name. The second format shows a number as a day. */
    private static final Map<String, String> PARTS = new TreeMap<>(Map.of(
            "[Content_Types].xml",
            "<Types xmlns=\"" + PACKAGE + "content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPES + "sheet.main+xml\"/>"
                    + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPES + "styles+xml\"/>"
                    + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + TYPES
                    + "worksheet+xml\"/></Types>",
            "_rels/.rels",
            relationships(
                    "<Relationship Id=\"rId1\" Type=\"" + OFFICE + "/officeDocument\" Target=\"xl/workbook.xml\"/>"),
            "xl/workbook.xml",
            "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                    + "\"><sheets><sheet name=\"健診結果\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
            "xl/_rels/workbook.xml.rels",
            relationships(
                    "<Relationship Id=\"rId1\" Type=\"" + OFFICE + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                            + "<Relationship Id=\"rId2\" Type=\"" + OFFICE + "/styles\" Target=\"styles.xml\"/>"),
            "xl/styles.xml",
            "<styleSheet xmlns=\"" + MAIN + "\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills>"
                    + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
                    + "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs>"
                    + "</styleSheet>"));

    private final ZipOutputStream zip;
    private long rows;

    WorkbookFile(OutputStream out) throws IOException {
        zip = new ZipOutputStream(out);
        for (var part : PARTS.entrySet()) {
            begin(part.getKey());
            write(HEAD + part.getValue());
            zip.closeEntry();
        }
        begin("xl/worksheets/sheet1.xml");
        write(HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
    }

    private static String relationships(String inside) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + inside + "</Relationships>";
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(MADE);
        zip.putNextEntry(entry);
    }

    @Override
    public long write(List<Cell> cells) throws IOException {
        StringBuilder row = new StringBuilder("<row r=\"" + ++rows + "\">");
        cells.forEach(cell -> row.append(xml(cell)));
        write(row.append("</row>").toString());
        return rows;
    }

    private static String xml(Cell cell) {
        return switch (cell.kind()) {
            case TEXT -> "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(cell.text()) + "</t></is></c>";
            case NUMBER -> "<c><v>" + cell.text() + "</v></c>";
            case DAY -> "<c s=\"1\"><v>" + cell.text() + "</v></c>";
            case FORMULA -> "<c><f>" + escaped(cell.text()) + "</f><v>0</v></c>";
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private void write(String text) throws IOException {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        write("</sheetData></worksheet>");
        zip.closeEntry();
        zip.close();
    }
}
