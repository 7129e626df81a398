package jp.kenpo.gateway.sandbox.mistake;

import org.jspecify.annotations.Nullable;

/**
 * A place in a file, as the gateway's findings name it.
 *
 * @param entry entry of an archive, sheet of a workbook; null if the file has no parts
 * @param line line or row from 1; 0 where the file or the entry as a whole is meant
 * @param field item or column as findings call it; null where the line as a whole is meant
 */
public record Place(
        @Nullable String entry, long line, @Nullable String field) {

    /** An item of a line of a text file; without an item the line as a whole. */
    public static Place line(long line, @Nullable String field) {
        return new Place(null, line, field);
    }

    /** An item of an entry of an archive; without an item the entry as a whole. */
    public static Place entry(String entry, @Nullable String field) {
        return new Place(entry, 0, field);
    }
}
