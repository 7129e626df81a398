package jp.kenpo.gateway.content.employer;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Days in the forms that people and spreadsheets write; kept as {@code YYYYMMDD}. */
final class DateCells implements CellForm {

    @Override
    public CellValue read(Column column, Cell cell, Remark remark) {
        String text = Folding.withoutSpaces(Folding.width(cell.text()));
        Optional<LocalDate> day = WrittenDay.plain(text);
        if (day.isPresent()) {
            // a date cell of a workbook holds no form of its own
            if (!text.equals(cell.text())) {
                remark.is(EmployerRule.WIDTH);
            }
            return value(day.get());
        }
        day = WrittenDay.western(Folding.width(cell.text())).or(() -> WrittenDay.japanese(text));
        if (day.isPresent()) {
            remark.is(EmployerRule.DATE_FORM);
            return value(day.get());
        }
        day = WrittenDay.serial(text);
        if (day.isPresent()) {
            remark.is(EmployerRule.SERIAL_DATE);
            return value(day.get());
        }
        remark.is(EmployerRule.NOT_A_DATE);
        return CellValue.UNREADABLE;
    }

    private static CellValue value(LocalDate day) {
        return CellValue.of(day.format(DateTimeFormatter.BASIC_ISO_DATE));
    }
}
