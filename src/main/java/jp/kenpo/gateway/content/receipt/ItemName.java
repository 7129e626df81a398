package jp.kenpo.gateway.content.receipt;

import java.util.Locale;
import java.util.Optional;

/**
 * How an item (項目) of a record is called, for those who show a receipt to people.
 *
 * @param name Japanese name, as the specification writes it
 * @param english English name in lower camel case
 * @param meaning how the text of the item is to be read
 */
public record ItemName(String name, String english, Meaning meaning) {

    /** How the text of an item is to be read. */
    public enum Meaning {
        /** Eight digits, or seven with an era. */
        DAY,
        /** Six digits, or five with an era. */
        MONTH,
        /** As it stands. */
        TEXT
    }

    /**
     * Returns the name of an item.
     *
     * @param recordId two letters
     * @param number number of the item in the specification; the record id is item 1
     * @return empty if the record or the item is not known
     */
    public static Optional<ItemName> of(String recordId, int number) {
        RecordId id;
        try {
            id = RecordId.valueOf(recordId.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
        RecordItems items = RecordTable.MEDICAL.items(id);
        int place = Line.RECORD_ID - 1 + number;
        return place < items.fieldCount() ? Optional.of(nameOf(items.item(place))) : Optional.empty();
    }

    private static ItemName nameOf(Item item) {
        Meaning meaning =
                switch (item.type()) {
                    case DATE -> Meaning.DAY;
                    case MONTH -> Meaning.MONTH;
                    default -> Meaning.TEXT;
                };
        return new ItemName(item.name(), item.english(), meaning);
    }
}
