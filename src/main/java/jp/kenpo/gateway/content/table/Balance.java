package jp.kenpo.gateway.content.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Compares what header and trailer records say about the rows, their number and totals, with the rows. */
final class Balance {

    /** What is larger is no count of rows, but may be a person's number that came into its place. */
    private static final BigDecimal LARGEST_COUNT = BigDecimal.valueOf(99_999_999);

    private record Said(Column column, BigDecimal number, long line, String record) {}

    private final Map<String, BigDecimal> totals = new HashMap<>();
    private final List<Said> said = new ArrayList<>();
    private long establishments;

    /** @param around columns of the header and trailer records */
    Balance(Stream<Column> around) {
        around.map(Column::totalOf).filter(Objects::nonNull).forEach(name -> totals.put(name, BigDecimal.ZERO));
    }

    /** Returns whether a total over the column is said somewhere. */
    boolean adds(Column column) {
        return totals.containsKey(column.name());
    }

    void add(Column column, CharSequence cell) {
        CellChecks.number(cell, column.limits().scale())
                .ifPresent(number -> totals.merge(column.name(), number, BigDecimal::add));
    }

    /** Takes what a header or trailer record says. */
    void say(Column column, CharSequence cell, long line, String record) {
        CellChecks.number(cell, column.limits().scale())
                .ifPresent(number -> said.add(new Said(column, number, line, record)));
    }

    void establishment() {
        establishments++;
    }

    /** Tells what differs. Totals are not named: those of a file of one row are a person's figures. */
    void close(TableFindings findings) {
        for (Said each : said) {
            ColumnForm.Counted counts = each.column().counts();
            String totalOf = each.column().totalOf();
            if (counts == ColumnForm.Counted.ROWS) {
                count(each, findings.rows(), TableRule.ROWS_COUNTED, findings);
            } else if (counts == ColumnForm.Counted.ESTABLISHMENTS) {
                count(each, establishments, TableRule.ESTABLISHMENTS, findings);
            } else if (totalOf != null && each.number().compareTo(totals.getOrDefault(totalOf, BigDecimal.ZERO)) != 0) {
                findings.add(
                        TableRule.TOTAL,
                        each.line(),
                        each.record(),
                        each.column().name(),
                        totalOf);
            }
        }
    }

    private static void count(Said each, long found, TableRule rule, TableFindings findings) {
        if (each.number().compareTo(BigDecimal.valueOf(found)) != 0) {
            boolean count = each.number().abs().compareTo(LARGEST_COUNT) <= 0;
            String said = count ? each.number().toPlainString() : "…";
            findings.add(rule, each.line(), each.record(), each.column().name(), said, found);
        }
    }
}
