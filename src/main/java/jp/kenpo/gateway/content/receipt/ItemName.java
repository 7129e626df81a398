package jp.kenpo.gateway.content.receipt;

import java.util.List;
import java.util.Optional;

/**
 * How an item (項目) of a record is called, for those who show a receipt to people.
 *
 * @param name Japanese name, as the specification writes it
 * @param english English name in lower camel case
 * @param meaning how the text of the item is to be read
 */
public record ItemName(String name, String english, Meaning meaning) {

    private static final int DENTAL_CONTROL_ITEMS = 8;
    private static final int DPC_HEADER_ITEMS = 30;

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
     * @param kind kind of the receipt, from {@link #kind}
     * @param recordId two letters
     * @param number number of the item in the specification; the record id is item 1
     * @return empty if the record or the item is not known
     */
    public static Optional<ItemName> of(String kind, String recordId, int number) {
        Optional<RecordId> id = known(recordId);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        RecordItems items = FileKind.ofKey(kind).table().items(id.get());
        int place = Line.RECORD_ID - 1 + number;
        boolean named = items.id() == id.get() && place < items.fieldCount();
        return named ? Optional.of(nameOf(items.item(place))) : Optional.empty();
    }

    /**
     * Returns the kind of receipt that a line shows: medical, dpc, dental, pharmacy or nursing.
     *
     * @param kind kind that the lines before have shown
     * @param items its items; the first is the record id
     */
    public static String kind(String kind, List<String> items) {
        Optional<RecordId> id = known(items.get(0));
        if (id.isEmpty() || items.size() < 4) {
            return kind;
        }
        return switch (id.get()) {
            case MN -> items.size() == DENTAL_CONTROL_ITEMS ? FileKind.DEN.key() : FileKind.MED.key();
            case IR, UK, YK, HM -> ofDigit(items.get(3), kind);
            case RE -> items.size() == DPC_HEADER_ITEMS ? FileKind.DPC.key() : ofDigit(items.get(2), kind);
            case BU, SB, KK, SK, GA, HH, GT, CD -> FileKind.DPC.key();
            default -> kind;
        };
    }

    /** Returns which item of {@code MN} is 検索番号: dental receipts have one more item in front of it [inferred]. */
    public static int searchNumberOf(int itemsOfControlRecord) {
        return itemsOfControlRecord == DENTAL_CONTROL_ITEMS ? 5 : 4;
    }

    /** 点数表, or the first digit of レセプト種別. */
    private static String ofDigit(String text, String otherwise) {
        FileKind kind = text.isEmpty() ? FileKind.UNKNOWN : FileKind.ofFeeTable(Character.digit(text.charAt(0), 10));
        return kind == FileKind.UNKNOWN ? otherwise : kind.key();
    }

    private static Optional<RecordId> known(String recordId) {
        try {
            return Optional.of(RecordId.valueOf(recordId));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
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
