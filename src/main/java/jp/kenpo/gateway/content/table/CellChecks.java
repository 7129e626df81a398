package jp.kenpo.gateway.content.table;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kenpo.gateway.member.CorporateNumber;
import jp.kenpo.gateway.member.InstitutionCode;
import jp.kenpo.gateway.member.InsurerNumber;
import jp.kenpo.gateway.member.MyNumber;
import jp.kenpo.gateway.member.MyNumberSearch;

/** The checks of a single cell. What is wrong is told as a rule and its figures, never with the cell's text. */
final class CellChecks {

    private static final int INTEGER_DIGITS = 15;
    private static final int INSTITUTION_LENGTH = 10;

    /** Takes a broken rule and the arguments of its text. */
    @FunctionalInterface
    interface Complaint {
        void is(TableRule rule, Column column, Object... arguments);
    }

    private final Signs signs;
    private final Complaint wrong;

    CellChecks(TableEncoding encoding, Complaint wrong) {
        this.signs = new Signs(encoding.isUtf8());
        this.wrong = wrong;
    }

    /** Tells each rule that the cell breaks. */
    void check(Column column, Cell cell) {
        if (cell.isEmpty()) {
            if (column.required()) {
                wrong.is(TableRule.REQUIRED, column);
            }
            return;
        }
        signs.scan(cell);
        if (column.type() == ColumnType.FILLER) {
            wrong.is(TableRule.FILLER, column);
            return;
        }
        checkSigns(column, cell);
        checkSize(column);
        if ((signs.kinds() & Signs.CONTROL) == 0) {
            checkType(column, cell);
        }
        if (!column.codes().isEmpty() && !column.codes().contains(cell.toString())) {
            wrong.is(TableRule.UNKNOWN_CODE, column);
        }
    }

    /** Returns whether the cell that was checked last may hold a My Number, and must be shown to the guard. */
    boolean mayHoldMyNumber(Cell cell) {
        return !cell.isEmpty() && signs.mayHoldMyNumber() && MyNumberSearch.mayStandIn(cell);
    }

    private void checkSigns(Column column, CharSequence cell) {
        if ((signs.kinds() & Signs.CONTROL) != 0) {
            wrong.is(TableRule.CONTROL_CHARACTER, column);
        }
        if (column.type().isText() && !column.formulas()) {
            if (Formula.isHostile(cell)) {
                wrong.is(TableRule.FORMULA, column);
            } else if (Formula.isDoubtful(cell)) {
                wrong.is(TableRule.PERHAPS_FORMULA, column);
            }
        }
    }

    private void checkSize(Column column) {
        Limits limits = column.limits();
        if (signs.characters() < limits.minLength() || signs.characters() > limits.maxLength()) {
            wrong.is(TableRule.LENGTH, column, limits.minLength(), limits.maxLength(), signs.characters());
        }
        if (signs.bytes() > limits.maxBytes()) {
            wrong.is(TableRule.BYTES, column, limits.maxBytes(), signs.bytes());
        }
    }

    private void checkType(Column column, CharSequence cell) {
        TableRule refused = column.type().refuses(signs.kinds());
        if (refused != null) {
            wrong.is(refused, column, column.limits().scale());
            return;
        }
        switch (column.type()) {
            case DATE -> {
                if (WrittenDates.day(cell, column.dates()) == WrittenDates.NONE) {
                    wrong.is(TableRule.NOT_A_DATE, column, dayForms(column));
                }
            }
            case MONTH -> {
                if (WrittenDates.month(cell, column.dates()) == WrittenDates.NONE) {
                    wrong.is(TableRule.NOT_A_MONTH, column, monthForms(column));
                }
            }
            case DECIMAL -> checkNumber(column, cell);
            case TIME, TIMESTAMP -> {
                if (!WrittenTimes.isTime(cell, column.type() == ColumnType.TIMESTAMP)) {
                    wrong.is(TableRule.NOT_A_TIME, column);
                }
            }
            default -> checkDigit(column, cell);
        }
    }

    private void checkNumber(Column column, CharSequence cell) {
        Optional<BigDecimal> number = number(cell, column.limits().scale());
        if (number.isEmpty()) {
            wrong.is(TableRule.NOT_DECIMAL, column, column.limits().scale());
        } else if (!column.limits().allow(number.get())) {
            wrong.is(
                    TableRule.RANGE,
                    column,
                    column.limits().minText(),
                    column.limits().maxText());
        }
    }

    private void checkDigit(Column column, CharSequence cell) {
        boolean right =
                switch (column.type()) {
                    case INSURER_NUMBER -> InsurerNumber.isValid(cell);
                    case INSTITUTION_CODE -> isInstitution(cell.toString());
                    case CORPORATE_NUMBER -> CorporateNumber.isValid(cell.toString());
                    case MY_NUMBER -> MyNumber.isValid(cell.toString());
                    default -> true;
                };
        TableRule rule = column.type().rule();
        if (!right && rule != null) {
            wrong.is(rule, column);
        }
    }

    private static boolean isInstitution(String cell) {
        return cell.length() == INSTITUTION_LENGTH
                && InstitutionCode.isValid(cell.substring(0, 2), cell.substring(2, 3), cell.substring(3));
    }

    /** Returns the number that a cell writes with at most so many decimal places; empty if it is none. */
    static Optional<BigDecimal> number(CharSequence cell, int scale) {
        int begin = cell.length() > 0 && cell.charAt(0) == '-' ? 1 : 0;
        int point = begin;
        while (point < cell.length() && isDigit(cell.charAt(point))) {
            point++;
        }
        int end = point;
        while (end < cell.length() && (end == point ? cell.charAt(end) == '.' : isDigit(cell.charAt(end)))) {
            end++;
        }
        int places = Math.max(0, end - point - 1);
        boolean isNumber = point > begin
                && point - begin <= INTEGER_DIGITS
                && end == cell.length()
                && end != point + 1
                && places <= scale;
        return isNumber ? Optional.of(new BigDecimal(cell.toString())) : Optional.empty();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String dayForms(Column column) {
        return column.dates().stream().map(DateForm::dayText).collect(Collectors.joining(", "));
    }

    private static String monthForms(Column column) {
        return column.dates().stream().map(DateForm::monthText).collect(Collectors.joining(", "));
    }
}
