package jp.kenpo.gateway.content.employer;

import java.util.regex.Pattern;

/** Names, their parts parted by one full-width space. Only katakana is changed in width: kanji stay as they are. */
final class NameCells implements CellForm {

    private static final Pattern KATAKANA = Pattern.compile("[ァ-ヶー・\u3000]+");

    private final boolean katakana;

    NameCells(boolean katakana) {
        this.katakana = katakana;
    }

    @Override
    public CellValue read(Column column, Cell cell, Remark remark) {
        String name = Folding.spaced(katakana ? Folding.width(cell.text()) : cell.text());
        if (name.length() > column.item().maxLength()) {
            remark.is(EmployerRule.TOO_LONG, column.item().maxLength());
            return CellValue.UNREADABLE;
        }
        if (katakana && !KATAKANA.matcher(name).matches()) {
            remark.is(EmployerRule.NOT_KATAKANA);
        } else if (!Folding.withoutSpaces(name).equals(Folding.withoutSpaces(cell.text()))) {
            remark.is(EmployerRule.WIDTH);
        } else if (!name.equals(cell.text())) {
            remark.is(EmployerRule.SPACES);
        }
        return CellValue.of(name);
    }
}
