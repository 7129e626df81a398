package jp.kenpo.gateway.sandbox.society;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Writes the lines of payer-side receipts: prefix, fields, CRLF, in windows-31j, in constant memory.
 *
 * <p>A line is begun with {@link #begin} and closed with {@link #end}; fields are written in their order and every
 * field is written, empty or not, as the payer side does.
 */
final class RecordLines {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final int LONGEST_LINE = 8 * 1024;
    private static final byte END_OF_FILE = 0x1A;

    private final OutputStream out;
    private final byte[] buffer = new byte[64 * 1024];
    private int used;
    private int lineInReceipt;
    private long lines;
    private long bytes;

    RecordLines(OutputStream out) {
        this.out = out;
    }

    /** Lets the line numbers (行番号) start at 1 again. */
    void beginReceipt() {
        lineInReceipt = 0;
    }

    /**
     * Begins a line with the prefix データ識別, 行番号, 枝番号 and the record id.
     *
     * @return the number of the line in its receipt
     */
    int begin(int origin, int branch, String record) throws IOException {
        if (buffer.length - used < LONGEST_LINE) {
            flush();
        }
        lineInReceipt++;
        digits(origin);
        comma().digits(lineInReceipt);
        comma().digits(branch);
        field(record);
        return lineInReceipt;
    }

    RecordLines field(String text) {
        return comma().text(text);
    }

    RecordLines field(long number) {
        comma().digits(number);
        return this;
    }

    /** A day as YYYYMMDD. */
    RecordLines field(LocalDate date) {
        return field(date.getYear() * 10_000L + date.getMonthValue() * 100L + date.getDayOfMonth());
    }

    /** A month as YYYYMM. */
    RecordLines field(YearMonth month) {
        return field(month.getYear() * 100L + month.getMonthValue());
    }

    RecordLines empty(int fields) {
        for (int written = 0; written < fields; written++) {
            comma();
        }
        return this;
    }

    /** One field for each day of a month of 31 days; days with nothing stay empty. */
    RecordLines days(Days days) {
        for (int day = 1; day <= 31; day++) {
            comma();
            if (days.on(day) != 0) {
                digits(days.on(day));
            }
        }
        return this;
    }

    void end() {
        put((byte) '\r');
        put((byte) '\n');
        lines++;
    }

    /** Writes the end mark 0x1A; nothing may follow. */
    void endFile() throws IOException {
        put(END_OF_FILE);
        flush();
    }

    long lines() {
        return lines;
    }

    long bytes() {
        return bytes + used;
    }

    private void flush() throws IOException {
        out.write(buffer, 0, used);
        bytes += used;
        used = 0;
    }

    private RecordLines comma() {
        put((byte) ',');
        return this;
    }

    private void digits(long number) {
        if (number >= 10) {
            digits(number / 10);
        }
        put((byte) ('0' + number % 10));
    }

    private RecordLines text(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 0x80) {
                return encoded(text);
            }
        }
        for (int at = 0; at < text.length(); at++) {
            put((byte) text.charAt(at));
        }
        return this;
    }

    private RecordLines encoded(String text) {
        byte[] encoded = text.getBytes(WINDOWS_31J);
        System.arraycopy(encoded, 0, buffer, used, encoded.length);
        used += encoded.length;
        return this;
    }

    private void put(byte value) {
        buffer[used++] = value;
    }
}
