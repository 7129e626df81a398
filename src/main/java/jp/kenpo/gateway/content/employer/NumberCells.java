package jp.kenpo.gateway.content.employer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Measured values: a number, with or without a unit, or the limit beyond which nothing could be measured. */
final class NumberCells implements CellForm {

    private static final Pattern VALUE =
            Pattern.compile("([<>≤≥≦≧]?)([0-9]{1,9}(?:\\.[0-9]{1,20})?)(|[^0-9.].*?)(未満|以下|以上|超|超過)?");
    private static final Pattern THOUSANDS = Pattern.compile("[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?");

    /** The literals of two-value forms: at or beyond the highest or lowest value that can be measured. */
    private static final Pattern BEYOND = Pattern.compile("[HL]");

    @Override
    public CellValue read(Column column, Cell cell, Remark remark) {
        String text = Folding.withoutSpaces(Folding.width(cell.text()));
        if (BEYOND.matcher(text).matches()) {
            remark.is(EmployerRule.LIMIT);
            return CellValue.of(text);
        }
        String plain = THOUSANDS.matcher(text).matches() ? text.replace(",", "") : text;
        Matcher value = VALUE.matcher(plain);
        if (!value.matches()) {
            remark.is(EmployerRule.NOT_A_NUMBER, column.item().unit());
            return CellValue.UNREADABLE;
        }
        boolean limit = !value.group(1).isEmpty() || value.group(4) != null;
        return limit ? limit(column, value, text, remark) : number(column, value, cell, remark);
    }

    private static CellValue limit(Column column, Matcher value, String text, Remark remark) {
        Item item = column.item();
        int decimals = new BigDecimal(value.group(2)).stripTrailingZeros().scale();
        BigDecimal factor = factor(column, value.group(3));
        // a limit that is finer than the item can be measured belongs to another item
        if (decimals > item.decimals() || factor == null || factor.compareTo(BigDecimal.ONE) != 0) {
            remark.is(EmployerRule.NOT_A_NUMBER, item.unit());
            return CellValue.UNREADABLE;
        }
        remark.is(EmployerRule.LIMIT);
        return CellValue.of(text);
    }

    private static CellValue number(Column column, Matcher value, Cell cell, Remark remark) {
        Item item = column.item();
        BigDecimal factor = factor(column, value.group(3));
        if (factor == null) {
            remark.is(EmployerRule.UNKNOWN_UNIT, item.unit());
            return CellValue.UNREADABLE;
        }
        BigDecimal written = new BigDecimal(value.group(2));
        boolean converted = factor.compareTo(BigDecimal.ONE) != 0;
        BigDecimal inUnit = converted ? rounded(item, written.multiply(factor)) : written;
        if (!item.isWithinLimits(inUnit)) {
            remark.is(EmployerRule.OUTSIDE_LIMITS, item.limits(), item.unit());
            return CellValue.UNREADABLE;
        }
        if (converted || !value.group(3).isEmpty()) {
            remark.is(EmployerRule.UNIT, item.unit());
        } else if (inUnit.stripTrailingZeros().scale() > item.decimals()) {
            remark.is(EmployerRule.ROUNDED, item.decimals());
        } else if (!value.group(2).equals(cell.text())) {
            remark.is(EmployerRule.WIDTH);
        }
        return CellValue.of(
                inUnit.scale() > item.decimals() ? rounded(item, inUnit).toPlainString() : inUnit.toPlainString());
    }

    /** Returns the factor of a unit in the cell, which counts more than that of the heading. */
    private static @Nullable BigDecimal factor(Column column, String unit) {
        return unit.isEmpty() ? column.factor() : column.item().factor(unit);
    }

    private static BigDecimal rounded(Item item, BigDecimal value) {
        return value.setScale(item.decimals(), RoundingMode.HALF_UP);
    }
}
