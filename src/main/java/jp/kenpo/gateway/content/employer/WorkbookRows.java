package jp.kenpo.gateway.content.employer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Rows of the first sheet of a workbook whose parts were looked through. */
final class WorkbookRows implements Rows {

    /** Formats of days that have numbers in place of a text, with those of Japanese Excel. Source: ECMA-376, 18.8.30. */
    private static final Pattern DAY_FORMATS = Pattern.compile("1[4-7]|22|2[7-9]|3[0-6]|5[0-8]");

    /** What a format of numbers may hold beside signs: texts in quotes, colours and languages in brackets. */
    private static final Pattern NOT_THE_FORM = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.");

    private static final Pattern DAY_SIGNS = Pattern.compile("[yYdDeEgG]");
    private static final Pattern EXPONENT = Pattern.compile("[eE][+-]");

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private @Nullable Row row;
    private @Nullable EmployerRule broken;
    private long number;

    /** @throws IOException if the workbook can't be opened; the library also throws exceptions of other kinds */
    WorkbookRows(byte[] bytes, Report report) throws IOException {
        workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true));
        try {
            var sheets = workbook.getSheets().toList();
            long hidden = sheets.stream()
                    .filter(sheet -> !sheet.getVisibility().name().equals("VISIBLE"))
                    .count();
            if (hidden > 0) {
                report.file(EmployerRule.HIDDEN_SHEET, 0, hidden);
            }
            if (sheets.size() > 1) {
                report.file(EmployerRule.OTHER_SHEETS, 0, sheets.size() - 1);
            }
            stream = workbook.getFirstSheet().openStream();
            rows = stream.iterator();
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    @Override
    public boolean next() {
        if (broken != null) {
            return false;
        }
        try {
            if (!rows.hasNext()) {
                return false;
            }
            row = rows.next();
            number = row.getRowNum();
        } catch (RuntimeException e) {
            // the library reports damage with exceptions of many kinds; nothing behind it can be read
            row = null;
            number++;
            broken = EmployerRule.BROKEN_WORKBOOK;
        }
        return true;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        if (row != null) {
            for (org.dhatim.fastexcel.reader.Cell cell : row) {
                cells.add(cell == null ? Cell.EMPTY : cell(cell));
            }
        }
        return cells;
    }

    private Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
        if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
            return new Cell("", Cell.Kind.FORMULA);
        }
        return switch (cell.getType()) {
            case ERROR -> new Cell("", Cell.Kind.ERROR);
            case NUMBER -> number(cell);
            default -> new Cell(cell.getText(), Cell.Kind.TEXT);
        };
    }

    private Cell number(org.dhatim.fastexcel.reader.Cell cell) {
        double value = cell.asNumber().doubleValue();
        if (!Double.isFinite(value) || Math.abs(value) >= 1e15) {
            return new Cell("", Cell.Kind.ERROR);
        }
        if (value >= 1 && value < 100_000 && isDay(cell)) {
            return new Cell(cell.asDate().format(DateTimeFormatter.BASIC_ISO_DATE), Cell.Kind.DAY);
        }
        // through double: a workbook keeps 24.8 as 24.800000000000001
        BigDecimal plain = new BigDecimal(Double.toString(value));
        String text = plain.signum() == 0 ? "0" : plain.stripTrailingZeros().toPlainString();
        return new Cell(text, Cell.Kind.NUMBER);
    }

    private static boolean isDay(org.dhatim.fastexcel.reader.Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && DAY_FORMATS.matcher(id.toString()).matches()) {
            return true;
        }
        String format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        String form =
                EXPONENT.matcher(NOT_THE_FORM.matcher(format).replaceAll("")).replaceAll("");
        return !form.equalsIgnoreCase("general") && DAY_SIGNS.matcher(form).find();
    }

    @Override
    public @Nullable EmployerRule broken() {
        return broken;
    }

    @Override
    public boolean mayBeShort() {
        return true;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
