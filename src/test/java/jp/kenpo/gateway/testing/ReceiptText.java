package jp.kenpo.gateway.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The lines of a receipt file, to be changed on purpose: CR LF behind each, and the end mark behind the last. */
public record ReceiptText(List<String> lines) {

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final byte END_MARK = 0x1A;
    private static final int RECORD_ID = 3;

    /** Reads a whole file. */
    public static ReceiptText of(byte[] file) {
        if (file[file.length - 1] != END_MARK) {
            throw new IllegalArgumentException("the file has no end mark");
        }
        return new ReceiptText(List.of(new String(file, 0, file.length - 1, SHIFT_JIS).split("\r\n")));
    }

    /**
     * Returns the place of a line, from 0.
     *
     * @param receipt ordinal of the receipt, from 1
     * @param record record id of the line; the first of that kind counts
     * @param holding what the line holds beside
     */
    public int find(int receipt, String record, String holding) {
        int at = 0;
        for (int i = 0; i < lines.size(); i++) {
            String id = lines.get(i).split(",", -1)[RECORD_ID];
            at += id.equals("MN") ? 1 : 0;
            if (at == receipt && id.equals(record) && lines.get(i).matches(".*" + holding + ".*")) {
                return i;
            }
        }
        throw new IllegalArgumentException("receipt " + receipt + " has no such " + record);
    }

    /** Returns the same lines but for one. */
    public ReceiptText with(int place, UnaryOperator<String> change) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(place, change.apply(lines.get(place)));
        return new ReceiptText(changed);
    }

    /** Returns the same lines with one item of each line of a record changed; items count the record id as 1. */
    public ReceiptText withItem(String record, int item, String value) {
        UnaryOperator<String> set = line -> {
            String[] items = line.split(",", -1);
            if (items[RECORD_ID].equals(record)) {
                items[RECORD_ID + item - 1] = value;
            }
            return String.join(",", items);
        };
        return new ReceiptText(lines.stream().map(set).toList());
    }

    /** Returns the same lines with a line and the next in each other's place; the numbers stay where they were. */
    public ReceiptText swapped(int place) {
        String[] first = lines.get(place).split(",", RECORD_ID);
        String[] second = lines.get(place + 1).split(",", RECORD_ID);
        return with(place, line -> second[0] + "," + first[1] + "," + second[2])
                .with(place + 1, line -> first[0] + "," + second[1] + "," + first[2]);
    }

    /** Returns the file. */
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        lines.forEach(line -> out.writeBytes((line + "\r\n").getBytes(SHIFT_JIS)));
        out.write(END_MARK);
        return out.toByteArray();
    }
}
