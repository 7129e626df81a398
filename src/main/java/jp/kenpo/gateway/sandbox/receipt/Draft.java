package jp.kenpo.gateway.sandbox.receipt;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A written receipt as lines of items that can be changed, to put a mistake into it.
 *
 * <p>A character of an item stands for a byte, so that nothing is lost that is not changed. A comma never is the second
 * byte of a character, so items can be told apart by commas.
 */
final class Draft {

    /** Places of the prefix; an item of a record stands at its number in the format plus 2. */
    static final int LINE_NUMBER = 1;

    static final int BRANCH = 2;
    static final int RECORD = 3;

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final String LINE_END = "\r\n";

    /** A line; two lines are the same only if they are one. */
    static final class Line {

        private final List<String> items;

        private Line(List<String> items) {
            this.items = new ArrayList<>(items);
        }

        String record() {
            return item(RECORD);
        }

        /** The bytes of an item; empty for one that is not there. */
        String item(int place) {
            return place < items.size() ? items.get(place) : "";
        }

        boolean has(int place) {
            return !item(place).isEmpty();
        }

        int number(int place) {
            return Integer.parseInt(item(place));
        }

        void set(int place, String bytes) {
            items.set(place, bytes);
        }

        void append(String bytes) {
            items.add(bytes);
        }

        void dropLast() {
            items.remove(items.size() - 1);
        }
    }

    private final List<Line> lines = new ArrayList<>();

    private Draft() {}

    static Draft of(byte[] receipt) {
        Draft draft = new Draft();
        new String(receipt, StandardCharsets.ISO_8859_1)
                .lines()
                .forEach(line -> draft.lines.add(new Line(Arrays.asList(line.split(",", -1)))));
        return draft;
    }

    /** The bytes of a text in the encoding of receipts, a character each. */
    static String written(String text) {
        return new String(text.getBytes(WINDOWS_31J), StandardCharsets.ISO_8859_1);
    }

    byte[] bytes() {
        return lines.stream()
                .map(line -> String.join(",", line.items) + LINE_END)
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    int size() {
        return lines.size();
    }

    /** Number of the line in the receipt, from 1. */
    int position(Line line) {
        return lines.indexOf(line) + 1;
    }

    boolean has(String record) {
        return lines.stream().anyMatch(line -> line.record().equals(record));
    }

    /** The lines of the given records, in their order. */
    List<Line> all(String... records) {
        List<String> wanted = List.of(records);
        return lines.stream().filter(line -> wanted.contains(line.record())).toList();
    }

    /** The first line of the record; there must be one. */
    Line first(String record) {
        return all(record).get(0);
    }

    /** The line of the provider, which stands behind the fund's first one. */
    Line second() {
        return lines.get(1);
    }

    Line last() {
        return lines.get(lines.size() - 1);
    }

    /** The line behind another; there must be one. */
    Line after(Line line) {
        return Objects.requireNonNull(lines.get(lines.indexOf(line) + 1));
    }

    void remove(Line line) {
        lines.remove(line);
    }

    /** Puts a copy of the line behind it and returns the copy. */
    Line repeat(Line line) {
        Line copy = new Line(line.items);
        lines.add(lines.indexOf(line) + 1, copy);
        return copy;
    }

    /** Exchanges two neighbouring lines, each keeping the line number of its place. */
    void exchangeWithNext(Line line) {
        int at = lines.indexOf(line);
        Line next = lines.get(at + 1);
        String number = line.item(LINE_NUMBER);
        line.set(LINE_NUMBER, next.item(LINE_NUMBER));
        next.set(LINE_NUMBER, number);
        lines.set(at, next);
        lines.set(at + 1, line);
    }

    /** Numbers the lines again from 1, so that nothing shows that one is missing. */
    void renumber() {
        for (int at = 0; at < lines.size(); at++) {
            lines.get(at).set(LINE_NUMBER, String.valueOf(at + 1));
        }
    }
}
