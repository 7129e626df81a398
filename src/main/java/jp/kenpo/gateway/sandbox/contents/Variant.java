package jp.kenpo.gateway.sandbox.contents;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One way to fill in a layout that has several: one type of event, with the columns that it needs.
 *
 * @param type type of the event; empty where there are no types
 * @param columns columns that are filled in beside the required ones; all others stay empty
 * @param values cells that are always the same, by column; {@code {day}} stands for the day, YYYYMMDD
 */
public record Variant(String type, List<String> columns, Map<String, String> values) {

    /** Returns the cells that are known on a day. */
    Map<String, String> on(LocalDate day) {
        Map<String, String> known = new LinkedHashMap<>();
        String digits = day.toString().replace("-", "");
        values.forEach((column, value) -> known.put(column, value.replace("{day}", digits)));
        return known;
    }
}
