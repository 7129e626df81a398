package jp.kenpo.gateway.content.employer;

import java.util.regex.Pattern;

/** Words of any kind, as they stand. Line breaks inside become spaces, since a row is written in one line. */
final class TextCells implements CellForm {

    /** What clinics write for their own judgement: A, B1, Ｃ判定. */
    private static final Pattern GRADE = Pattern.compile("[A-H][0-9]?(判定)?");

    private static final Pattern LINE_BREAKS = Pattern.compile("[\r\n]+");

    @Override
    public CellValue read(Column column, Cell cell, Remark remark) {
        CellValue value = text(column, cell, remark);
        if (column.item().refusesGrades()
                && GRADE.matcher(Folding.label(cell.text())).matches()) {
            remark.is(EmployerRule.GRADE);
        }
        return value;
    }

    static CellValue text(Column column, Cell cell, Remark remark) {
        String text = LINE_BREAKS.matcher(cell.text().strip()).replaceAll("\u3000");
        if (text.codePointCount(0, text.length()) > column.item().maxLength()) {
            remark.is(EmployerRule.TOO_LONG, column.item().maxLength());
            return CellValue.UNREADABLE;
        }
        return CellValue.of(text);
    }
}
