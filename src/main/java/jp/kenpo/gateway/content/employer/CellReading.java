package jp.kenpo.gateway.content.employer;

import java.util.Set;

/** Reads single cells: what all types have in common, then what the type of the item says. */
final class CellReading {

    /** With these a spreadsheet begins a formula; full-width forms too, which it turns into the half-width sign. */
    private static final String FORMULA_SIGNS = "=@＝＠\t";

    private final Set<String> notDone;

    CellReading(EmployerLayout layout) {
        this.notDone = layout.notDone();
    }

    CellValue read(Column column, Cell cell, CellForm.Remark remark) {
        if (cell.kind() == Cell.Kind.FORMULA) {
            return unreadable(EmployerRule.FORMULA, remark);
        }
        if (cell.kind() == Cell.Kind.ERROR) {
            return unreadable(EmployerRule.ERROR_VALUE, remark);
        }
        if (cell.isEmpty()) {
            return CellValue.BLANK;
        }
        if (FORMULA_SIGNS.indexOf(cell.text().charAt(0)) >= 0
                || FORMULA_SIGNS.indexOf(cell.text().stripLeading().charAt(0)) >= 0) {
            return unreadable(EmployerRule.FORMULA_SIGN, remark);
        }
        if (cell.text().chars().anyMatch(sign -> Character.isISOControl(sign) && sign != '\n' && sign != '\r')) {
            return unreadable(EmployerRule.CONTROL_CHARACTER, remark);
        }
        return isNotDone(column.item(), cell)
                ? new CellValue(CellValue.State.NOT_DONE, Folding.width(cell.text()))
                : column.item().type().form().read(column, cell, remark);
    }

    private boolean isNotDone(Item item, Cell cell) {
        return item.need() != Need.REQUIRED
                && item.role() == null
                && item.codeOf(cell.text()) == null
                && notDone.contains(Folding.label(cell.text()));
    }

    private static CellValue unreadable(EmployerRule rule, CellForm.Remark remark) {
        remark.is(rule);
        return CellValue.UNREADABLE;
    }
}
