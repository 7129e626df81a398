package jp.kenpo.gateway.sandbox.agreed;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One layout as its file says.
 *
 * @param kind kind of content: {@code csv}, {@code receipt}, {@code checkup-archive} …
 * @param text the whole file, for what only one kind knows
 */
public record AgreedLayout(String id, String kind, JsonNode text) {

    /** Returns the layout that a file holds. */
    public static AgreedLayout of(JsonNode text) {
        return new AgreedLayout(text.path("id").asText(), text.path("kind").asText(), text);
    }

    /** Returns the columns of a row; none if the kind has no rows. */
    public List<AgreedColumn> columns() {
        return columnsIn(text);
    }

    /** Returns the columns that a part of the layout declares under {@code columns}. */
    public static List<AgreedColumn> columnsIn(JsonNode part) {
        List<AgreedColumn> columns = new ArrayList<>();
        part.path("columns").forEach(each -> columns.add(AgreedColumn.of(each)));
        return columns;
    }

    /** Returns the records around the rows of CSV, or all types of records of a layout of fixed length. */
    public List<AgreedRecord> records() {
        return kind.equals("fixed-length") ? AgreedRecord.all(text) : AgreedRecord.around(text);
    }

    /** Returns whether the first line names the columns. */
    public boolean hasHeader() {
        return text.path("header").asText().equals("required");
    }

    /** Returns how its characters are written. */
    public Charset charset() {
        return text.path("encoding").asText().startsWith("utf-8")
                ? StandardCharsets.UTF_8
                : Charset.forName("windows-31j");
    }
}
