package jp.kenpo.gateway.content.table;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** The checks of a single cell. What is wrong is told as a rule and its figures, never with the cell's text. */
final class CellChecks {

    /** Full-width forms too: spreadsheets turn them into the half-width sign. */
    private static final String FORMULA_SIGNS = "=+-@＝＋－＠";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    /** Takes a broken rule and the arguments of its text. */
    @FunctionalInterface
    interface Complaint {
        void is(TableRule rule, Object... arguments);
    }

    private final Charset charset;

    CellChecks(Charset charset) {
        this.charset = charset;
    }

    /** Tells each rule that the cell breaks. */
    void check(Column column, String cell, Complaint wrong) {
        if (cell.isEmpty()) {
            if (column.required()) {
                wrong.is(TableRule.REQUIRED);
            }
            return;
        }
        checkSigns(cell, wrong);
        checkSize(column, cell, wrong);
        checkType(column, cell, wrong);
        if (!column.codes().isEmpty() && !column.codes().contains(cell)) {
            wrong.is(TableRule.UNKNOWN_CODE);
        }
    }

    private static void checkSigns(String cell, Complaint wrong) {
        String text = cell.stripLeading();
        if (!text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0) {
            wrong.is(TableRule.FORMULA);
        }
        if (cell.chars().anyMatch(Character::isISOControl)) {
            wrong.is(TableRule.CONTROL_CHARACTER);
        }
    }

    private void checkSize(Column column, String cell, Complaint wrong) {
        int characters = cell.codePointCount(0, cell.length());
        if (characters < column.minLength() || characters > column.maxLength()) {
            wrong.is(TableRule.LENGTH, column.minLength(), column.maxLength(), characters);
        }
        int bytes = cell.getBytes(charset).length;
        if (bytes > column.maxBytes()) {
            wrong.is(TableRule.BYTES, column.maxBytes(), bytes);
        }
    }

    private static void checkType(Column column, String cell, Complaint wrong) {
        switch (column.type()) {
            case DIGITS -> {
                if (!isDigits(cell)) {
                    wrong.is(TableRule.NOT_DIGITS);
                }
            }
            case DATE -> {
                if (!isDay(cell)) {
                    wrong.is(TableRule.NOT_A_DATE);
                }
            }
            case TEXT -> {}
        }
    }

    private static boolean isDigits(String cell) {
        return cell.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isDay(String cell) {
        if (!isDigits(cell) || cell.length() != 8) {
            return false;
        }
        try {
            LocalDate.parse(cell, DAY);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
