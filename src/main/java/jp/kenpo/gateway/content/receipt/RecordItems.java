package jp.kenpo.gateway.content.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The items of one record, flattened for a look-up by place in a line.
 *
 * <p>A place counts from 0 and includes the prefix of three, as in {@link Line}.
 */
final class RecordItems {

    /** The place of an item that a record does not have: beyond every line. */
    static final int ABSENT = Integer.MAX_VALUE;

    private static final int MOST = 32;
    private static final int FEWEST = 16;

    private final RecordId id;
    private final List<Item> byPlace;
    private final Knowledge knowledge;
    private final int[] placeOf = new int[CheckedItem.values().length];
    private final int[] required;

    /**
     * By place, in one number because it is asked for each item: most bytes, fewest bytes, and the kinds of bytes that
     * need a closer look. That is all of them for every date.
     */
    private final long[] limits;

    private final int[] doubtfulIfWide;

    private final String[] labels;

    /** The required places as bits; those beyond the first 64 are looked at one by one. */
    private final long requiredPlaces;

    private final boolean requiresMore;

    /** How much is known of a record's items. */
    enum Knowledge {
        /** Read in an official text or measured. */
        VERIFIED,
        /** From one source or by pattern: what does not fit is a warning, never an error. */
        INFERRED,
        /** Inferred, and further items may follow. */
        OPEN,
        /** Only the record id is known: the line passes through unread. */
        UNREAD
    }

    RecordItems(RecordId id, List<Item> items, Knowledge knowledge) {
        this.id = id;
        this.knowledge = knowledge;
        var places = new ArrayList<>(List.of(Item.DATA_ORIGIN, Item.LINE_NO, Item.BRANCH_NO));
        places.addAll(items);
        byPlace = List.copyOf(places);
        int count = byPlace.size();
        limits = byPlace.stream().mapToLong(RecordItems::limits).toArray();
        required = IntStream.range(0, count)
                .filter(place -> byPlace.get(place).required())
                .toArray();
        for (var name : CheckedItem.values()) {
            placeOf[name.index()] = IntStream.range(Line.RECORD_ID, count)
                    .filter(place -> name.isNameOf(byPlace.get(place)))
                    .findFirst()
                    .orElse(ABSENT);
        }
        doubtfulIfWide =
                byPlace.stream().mapToInt(item -> item.type().doubtfulIfWide()).toArray();
        labels = byPlace.stream().map(Item::label).toArray(String[]::new);
        requiredPlaces = IntStream.of(required)
                .filter(place -> place < Long.SIZE)
                .mapToLong(place -> 1L << place)
                .sum();
        requiresMore = IntStream.of(required).anyMatch(place -> place >= Long.SIZE);
    }

    RecordId id() {
        return id;
    }

    /** Returns the number of items of a line, prefix included. */
    int fieldCount() {
        return byPlace.size();
    }

    /** Returns whether further items are no error, because the items are not published. */
    boolean isOpen() {
        return knowledge == Knowledge.OPEN || isUnread();
    }

    /** Returns whether nothing is known but the record id. */
    boolean isUnread() {
        return knowledge == Knowledge.UNREAD;
    }

    /** Returns whether what does not fit may be right, because the layout is not confirmed. */
    boolean isUnconfirmed() {
        return knowledge != Knowledge.VERIFIED;
    }

    /** Returns where an item stands; {@link #ABSENT} if the record has none of that name. */
    int at(CheckedItem name) {
        return placeOf[name.index()];
    }

    /** Returns the same items, known in another way. */
    RecordItems knownAs(Knowledge other) {
        return new RecordItems(id, byPlace.subList(Line.RECORD_ID, byPlace.size()), other);
    }

    Item item(int place) {
        return byPlace.get(place);
    }

    /** Returns the name of a place for findings; its number where the table knows none. */
    String label(int place) {
        if (place < byPlace.size()) {
            return labels[place];
        }
        return place == ABSENT ? Item.RECORD_ID.label() : "項目" + (place - 2) + " (item" + (place - 2) + ")";
    }

    /** Returns the places that must not be empty. */
    int[] required() {
        return required;
    }

    /** Returns the places behind the record id as bits, as far as they are among the first 64. */
    long valuePlaces() {
        long all = byPlace.size() < Long.SIZE ? (1L << byPlace.size()) - 1 : -1;
        return all & (-1L << Line.RECORD_ID << 1);
    }

    /** Returns whether a line has all items that must not be empty; if not, or not surely, a closer look decides. */
    boolean hasRequired(Line line) {
        long missing = requiredPlaces & ~line.filledPlaces(true) & (-1L << line.firstPlace());
        return missing == 0 && !requiresMore;
    }

    /** Returns whether a filled item is right by width and kinds of bytes alone; if not, a closer look decides. */
    boolean acceptsAtOnce(Line line, int place) {
        long limit = limits[place];
        int width = line.width(place);
        int marks = line.marks(place);
        return width <= (int) (limit >>> MOST)
                && width >= (int) limit >>> FEWEST
                && ((marks & (int) limit & ShiftJis.KINDS) == 0 || (marks & doubtfulIfWide[place]) == 0);
    }

    private static long limits(Item item) {
        return ((long) item.maxBytes() << MOST)
                | ((long) item.minBytes() << FEWEST)
                | item.type().doubtful();
    }

    /** Collects the rows of one record. */
    static final class Builder {

        private final List<Item> items = new ArrayList<>();

        void add(String[] row) {
            String[] range = row[1].split("-", -1);
            int first = Integer.parseInt(range[0]);
            int last = Integer.parseInt(range[range.length - 1]);
            for (int number = first; number <= last; number++) {
                String count = Integer.toString(number - first + 1);
                items.add(new Item(
                        row[2].replace("{n}", count),
                        row[3].replace("{n}", count),
                        ItemType.valueOf(row[4]),
                        row[5].equals("-") ? Integer.MAX_VALUE : Integer.parseInt(row[5]),
                        row[6].equals("F"),
                        row[7].equals("M")));
            }
        }

        RecordItems build(RecordId id, Knowledge knowledge) {
            return new RecordItems(id, items, knowledge);
        }
    }
}
