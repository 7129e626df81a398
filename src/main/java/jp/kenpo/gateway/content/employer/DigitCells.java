package jp.kenpo.gateway.content.employer;

import java.util.regex.Pattern;

/** Digits. A width that spreadsheets cut is filled up again, and said so: it is a guess. */
final class DigitCells implements CellForm {

    /** A number to which a spreadsheet added a decimal. */
    private static final Pattern WITH_DECIMALS = Pattern.compile("([0-9]+)\\.0+");

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    @Override
    public CellValue read(Column column, Cell cell, Remark remark) {
        String text = Folding.width(cell.text());
        var decimal = WITH_DECIMALS.matcher(text);
        String digits = decimal.matches() ? decimal.group(1) : text;
        if (!DIGITS.matcher(digits).matches()) {
            remark.is(EmployerRule.NOT_DIGITS);
            return CellValue.UNREADABLE;
        }
        int width = column.item().digits();
        int most = width > 0 ? width : column.item().maxLength();
        if (digits.length() > most) {
            remark.is(EmployerRule.TOO_MANY_DIGITS, most);
            return CellValue.UNREADABLE;
        }
        if (digits.length() < width) {
            remark.is(EmployerRule.LEADING_ZEROS, width, digits.length());
            return CellValue.of("0".repeat(width - digits.length()) + digits);
        }
        if (decimal.matches()) {
            remark.is(EmployerRule.SPREADSHEET_NUMBER);
        } else if (!text.equals(cell.text())) {
            remark.is(EmployerRule.WIDTH);
        }
        return CellValue.of(digits);
    }
}
