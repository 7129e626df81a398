package jp.kenpo.gateway.content.checkup;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks each value against its item: type, unit, code, digits and limits (V18, V19). */
final class ValueChecks {

    /** Before this day other code lists were in force for smoking and drinking (.24xxx came in). */
    private static final LocalDate FOURTH_PERIOD = LocalDate.of(2024, 4, 1);

    private static final String LISTS_OF_FOURTH_PERIOD = ItemTable.OID + ".24";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    void check(Observed observed, Item item, @Nullable LocalDate performedOn, CheckupFindings findings) {
        if (observed.notDone() || observed.notMeasurable()) {
            return;
        }
        String value = observed.value();
        if (value == null || value.isBlank()) {
            add(findings, ItemRule.NO_VALUE, observed, item);
            return;
        }
        checkMethod(observed, item, findings);
        if (!item.format().type().equals(observed.type())) {
            add(findings, ItemRule.TYPE, observed, item, item.format().type());
        } else if (item.format().isNumber()) {
            checkNumber(observed, item, findings);
        } else if (item.format().isCode()) {
            checkCode(observed, value, item, performedOn, findings);
        } else {
            checkText(observed, value, item, findings);
        }
    }

    private static void checkMethod(Observed observed, Item item, CheckupFindings findings) {
        String method = observed.method();
        if (method != null && !item.method().isEmpty() && !method.equals(item.method())) {
            add(findings, ItemRule.METHOD, observed, item, item.method());
        }
    }

    private static void checkNumber(Observed observed, Item item, CheckupFindings findings) {
        if (!item.hasUnit(observed.unit())) {
            add(findings, ItemRule.UNIT, observed, item, item.unit().isEmpty() ? "1" : item.unit());
            return;
        }
        var number = Results.number(observed);
        if (number.isEmpty()) {
            add(findings, ItemRule.NOT_A_NUMBER, observed, item);
            return;
        }
        if (!item.format().holds(number.get())) {
            add(
                    findings,
                    ItemRule.FORMAT,
                    observed,
                    item,
                    item.format().digits(),
                    item.format().decimals());
        }
        checkLimits(observed, number.get(), item, findings);
    }

    private static void checkLimits(Observed observed, BigDecimal number, Item item, CheckupFindings findings) {
        BigDecimal low = item.low();
        BigDecimal high = item.high();
        if (low == null || high == null) {
            return;
        }
        boolean atLow = number.compareTo(low) <= 0;
        boolean atHigh = number.compareTo(high) >= 0;
        boolean outside = number.compareTo(low) < 0 || number.compareTo(high) > 0;
        String limit = observed.limit();
        if (limit == null && outside) {
            add(findings, ItemRule.LIMITS, observed, item, low, high, item.unit());
        } else if ("H".equals(limit) && !atHigh) {
            add(findings, ItemRule.LIMIT_MARK, observed, item, "H", high, item.unit());
        } else if ("L".equals(limit) && !atLow) {
            add(findings, ItemRule.LIMIT_MARK, observed, item, "L", low, item.unit());
        }
    }

    private static void checkCode(
            Observed observed, String value, Item item, @Nullable LocalDate performedOn, CheckupFindings findings) {
        boolean newList = item.codeList().startsWith(LISTS_OF_FOURTH_PERIOD);
        if (newList && performedOn != null && performedOn.isBefore(FOURTH_PERIOD)) {
            return;
        }
        if (!item.codeList().equals(observed.codeSystem())) {
            add(findings, ItemRule.CODE_LIST, observed, item, item.codeList());
        } else if (!item.codes().isEmpty() && !item.codes().contains(value)) {
            add(findings, ItemRule.CODE, observed, item, String.join(", ", new TreeSet<>(item.codes())));
        }
    }

    private static void checkText(Observed observed, String value, Item item, CheckupFindings findings) {
        int bytes = ItemFormat.bytes(value);
        if (item.format().isDay()) {
            if (!isDay(value)) {
                add(findings, ItemRule.DAY, observed, item);
            }
        } else if (bytes > item.format().bytes()) {
            add(findings, ItemRule.TEXT_LENGTH, observed, item, item.format().bytes(), bytes);
        }
    }

    private static boolean isDay(String value) {
        try {
            return value.length() == 8 && LocalDate.parse(value, DAY) != null;
        } catch (DateTimeParseException notADay) {
            return false;
        }
    }

    private static void add(
            CheckupFindings findings, ItemRule rule, Observed observed, Item item, Object... arguments) {
        ItemChecks.add(findings, rule, observed, item.label(), arguments);
    }
}
