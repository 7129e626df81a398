package jp.kenpo.gateway.content.employer;

/** A code list of findings (所見), or the finding in words. The words stay; no code is made up for them. */
final class FindingCells implements CellForm {

    @Override
    public CellValue read(Column column, Cell cell, Remark remark) {
        CellValue coded = CodeCells.coded(column.item(), cell, remark);
        if (coded.isRead()) {
            return coded;
        }
        CellValue text = TextCells.text(column, cell, remark);
        if (text.isRead()) {
            remark.is(EmployerRule.FREE_TEXT);
        }
        return text;
    }
}
