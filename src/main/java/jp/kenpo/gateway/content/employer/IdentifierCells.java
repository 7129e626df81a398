package jp.kenpo.gateway.content.employer;

import java.util.regex.Pattern;

/** Letters and digits of any script, half-width where there is such a form, without spaces. */
final class IdentifierCells implements CellForm {

    private static final Pattern WITH_DECIMALS = Pattern.compile("([0-9]+)\\.0+");

    @Override
    public CellValue read(Column column, Cell cell, Remark remark) {
        String text = Folding.withoutSpaces(Folding.width(cell.text()));
        if (text.length() > column.item().maxLength()) {
            remark.is(EmployerRule.TOO_LONG, column.item().maxLength());
            return CellValue.UNREADABLE;
        }
        var decimal = WITH_DECIMALS.matcher(text);
        if (decimal.matches()) {
            remark.is(EmployerRule.SPREADSHEET_NUMBER);
            return CellValue.of(decimal.group(1));
        }
        if (!text.equals(cell.text())) {
            remark.is(EmployerRule.WIDTH);
        }
        return CellValue.of(text);
    }
}
