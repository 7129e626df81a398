package jp.kenpo.gateway.sandbox.agreed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One type of record that a layout declares beside, or in place of, its rows.
 *
 * @param mark what tells its type: the text of its first cell, or what stands at the selector; empty if nothing does
 * @param first whether it stands in front of the rows
 * @param last whether it stands behind the rows
 * @param columns its columns, without the cell of the mark in CSV
 */
public record AgreedRecord(String mark, boolean first, boolean last, List<Place> columns) {

    /**
     * One column of the record.
     *
     * @param counts whether it holds the number of rows
     * @param totals column whose total it holds; empty if none
     * @param width bytes in a record of fixed length
     */
    public record Place(AgreedColumn column, boolean counts, String totals, int width) {}

    /** Returns the record in front of the rows of a CSV layout and the one behind them, as far as it has them. */
    static List<AgreedRecord> around(JsonNode layout) {
        List<AgreedRecord> records = new ArrayList<>();
        JsonNode header = layout.path("header-record");
        JsonNode trailer = layout.path("trailer-record");
        if (header.isObject()) {
            records.add(new AgreedRecord(header.path("starts-with").asText(), true, false, places(header)));
        }
        if (trailer.isObject()) {
            records.add(new AgreedRecord(trailer.path("starts-with").asText(), false, true, places(trailer)));
        }
        return records;
    }

    /** Returns the types of records of a layout of fixed length. */
    static List<AgreedRecord> all(JsonNode layout) {
        List<AgreedRecord> records = new ArrayList<>();
        for (JsonNode each : layout.path("records")) {
            String stands = each.path("stands").asText();
            records.add(new AgreedRecord(
                    each.path("type").asText(), stands.equals("first"), stands.equals("last"), places(each)));
        }
        return records;
    }

    private static List<Place> places(JsonNode record) {
        List<Place> places = new ArrayList<>();
        for (JsonNode each : record.path("columns")) {
            places.add(new Place(
                    AgreedColumn.of(each),
                    each.path("counts").asText().equals("rows"),
                    each.path("totals").asText(),
                    each.path("width").asInt()));
        }
        return places;
    }
}
