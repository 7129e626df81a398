package jp.kenpo.gateway.content.employer;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Time between the last meal and the blood draw (採血時間).
 *
 * <p>Source: code list 1.2.392.200119.6.2202: 2 ten hours and more, 3 from 3.5 to 10 hours, 4 less than 3.5. That hours
 * are written in its place is common practice, not published; a whole number up to 4 is taken as a code.
 */
final class FastingCells implements CellForm {

    private static final Pattern HOURS = Pattern.compile("([0-9]{1,2}(?:\\.[0-9]{1,2})?)(時間|[Hh])?");
    private static final BigDecimal FASTING = BigDecimal.TEN;
    private static final BigDecimal SOON_AFTER_A_MEAL = new BigDecimal("3.5");
    private static final BigDecimal LONGEST = new BigDecimal("48");
    private static final BigDecimal LARGEST_CODE = new BigDecimal("4");

    @Override
    public CellValue read(Column column, Cell cell, Remark remark) {
        var written = HOURS.matcher(Folding.withoutSpaces(Folding.width(cell.text())));
        if (!written.matches() || isCode(written.group(1), written.group(2) != null)) {
            return CodeCells.codedOrRefused(column, cell, remark);
        }
        BigDecimal hours = new BigDecimal(written.group(1));
        if (hours.compareTo(LONGEST) > 0) {
            remark.is(EmployerRule.UNKNOWN_LABEL);
            return CellValue.UNREADABLE;
        }
        remark.is(EmployerRule.HOURS);
        return CellValue.of(hours.compareTo(FASTING) >= 0 ? "2" : hours.compareTo(SOON_AFTER_A_MEAL) >= 0 ? "3" : "4");
    }

    private static boolean isCode(String number, boolean saysHours) {
        return !saysHours && number.indexOf('.') < 0 && new BigDecimal(number).compareTo(LARGEST_CODE) <= 0;
    }
}
