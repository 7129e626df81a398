package jp.kenpo.gateway.content.employer;

import java.util.regex.Pattern;

/** Values of a code list, and the labels that a layout declares for them. */
final class CodeCells implements CellForm {

    private static final Pattern DECIMALS = Pattern.compile("\\.0+$");

    @Override
    public CellValue read(Column column, Cell cell, Remark remark) {
        return codedOrRefused(column, cell, remark);
    }

    static CellValue codedOrRefused(Column column, Cell cell, Remark remark) {
        CellValue value = coded(column.item(), cell, remark);
        if (!value.isRead()) {
            remark.is(EmployerRule.UNKNOWN_LABEL);
            return CellValue.UNREADABLE;
        }
        return value;
    }

    /** Returns the value of a code or label; blank if the cell is neither. */
    static CellValue coded(Item item, Cell cell, Remark remark) {
        if (item.isCode(cell.text())) {
            return CellValue.of(cell.text());
        }
        String text = Folding.width(cell.text());
        if (item.isCode(text)) {
            remark.is(EmployerRule.WIDTH);
            return CellValue.of(text);
        }
        String whole = DECIMALS.matcher(text).replaceAll("");
        if (item.isCode(whole)) {
            remark.is(EmployerRule.SPREADSHEET_NUMBER);
            return CellValue.of(whole);
        }
        String code = item.codeOf(text);
        if (code == null) {
            return CellValue.BLANK;
        }
        remark.is(EmployerRule.LABEL);
        return CellValue.of(code);
    }
}
