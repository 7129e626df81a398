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

    private static final int KINDS = 256;

    private final RecordId id;
    private final List<Item> byPlace;
    private final boolean open;
    private final int[] required;
    private final int[] minBytes;
    private final int[] maxBytes;

    /** By place and kinds of bytes; false for every date, which needs a closer look. */
    private final boolean[][] accepts;

    /** @param open whether the record's items are not published, so that further ones are no error */
    RecordItems(RecordId id, List<Item> items, boolean open) {
        this.id = id;
        this.open = open;
        var places = new ArrayList<>(List.of(Item.DATA_ORIGIN, Item.LINE_NO, Item.BRANCH_NO));
        places.addAll(items);
        byPlace = List.copyOf(places);
        int count = byPlace.size();
        minBytes = byPlace.stream().mapToInt(Item::minBytes).toArray();
        maxBytes = byPlace.stream().mapToInt(Item::maxBytes).toArray();
        required = IntStream.range(0, count)
                .filter(place -> byPlace.get(place).required())
                .toArray();
        accepts = new boolean[count][KINDS];
        for (int place = 0; place < count; place++) {
            ItemType type = byPlace.get(place).type();
            for (int kinds = 0; kinds < KINDS; kinds++) {
                accepts[place][kinds] = !type.isDate() && type.accepts(kinds);
            }
        }
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
        return open;
    }

    Item item(int place) {
        return byPlace.get(place);
    }

    /** Returns the name of a place for findings; its number where the table knows none. */
    String label(int place) {
        return place < byPlace.size() ? byPlace.get(place).label() : "項目" + (place - 2) + " (item" + (place - 2) + ")";
    }

    /** Returns the places that must not be empty. */
    int[] required() {
        return required;
    }

    /** Returns whether an item is right by width and kinds of bytes alone; if not, a closer look decides. */
    boolean acceptsAtOnce(int place, int length, int kinds) {
        return length <= maxBytes[place] && length >= minBytes[place] && accepts[place][kinds];
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
                        Integer.parseInt(row[5]),
                        row[6].equals("F"),
                        row[7].equals("M")));
            }
        }

        RecordItems build(RecordId id) {
            return new RecordItems(id, items, id == RecordId.ON);
        }
    }
}
