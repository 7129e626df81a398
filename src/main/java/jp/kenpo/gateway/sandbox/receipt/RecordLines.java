package jp.kenpo.gateway.sandbox.receipt;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;

/**
 * Writes the lines of receipts: prefix on the payer side, fields, CRLF, in windows-31j, keeping one receipt in memory.
 *
 * <p>A line is begun with {@link #begin} and closed with {@link #end}; fields are written in their order and every
 * field is written, empty or not, as the payer side does. Until the next receipt begins, the last one can be read and
 * replaced.
 */
final class RecordLines {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final int BUFFER = 64 * 1024;
    private static final int LONGEST_LINE = 8 * 1024;
    private static final byte END_OF_FILE = 0x1A;

    private final OutputStream out;
    private final boolean prefixed;
    private byte[] buffer = new byte[BUFFER];
    private int used;
    private int receiptAt;
    private int lineInReceipt;
    private long lines;
    private long bytes;

    private RecordLines(OutputStream out, boolean prefixed) {
        this.out = out;
        this.prefixed = prefixed;
    }

    /** Lines as the payer fund delivers them. */
    static RecordLines withPrefix(OutputStream out) {
        return new RecordLines(out, true);
    }

    /** Lines as a provider claims. */
    static RecordLines withoutPrefix(OutputStream out) {
        return new RecordLines(out, false);
    }

    /** Lets the line numbers (行番号) start at 1 again. */
    void beginReceipt() throws IOException {
        if (used > BUFFER / 2) {
            flush();
        }
        receiptAt = used;
        lineInReceipt = 0;
    }

    /**
     * Begins a line with the record id, behind the prefix データ識別, 行番号, 枝番号 if lines have one.
     *
     * @return the number of the line in its receipt
     */
    int begin(int origin, int branch, String record) {
        if (buffer.length - used < LONGEST_LINE) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        lineInReceipt++;
        if (prefixed) {
            digits(origin);
            comma().digits(lineInReceipt);
            comma().digits(branch);
            comma();
        }
        text(record);
        return lineInReceipt;
    }

    RecordLines field(String text) {
        return comma().text(text);
    }

    RecordLines field(char sign) {
        comma().put((byte) sign);
        return this;
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

    /** The bytes of the last receipt. */
    byte[] receipt() {
        return Arrays.copyOfRange(buffer, receiptAt, used);
    }

    /** The number of lines before the last receipt. */
    long linesBefore() {
        return lines - lineInReceipt;
    }

    /** Writes these bytes in place of the last receipt. */
    void replaceReceipt(byte[] changed, int changedLines) {
        used = receiptAt;
        if (buffer.length - used < changed.length + LONGEST_LINE) {
            buffer = Arrays.copyOf(buffer, buffer.length + changed.length + LONGEST_LINE);
        }
        System.arraycopy(changed, 0, buffer, used, changed.length);
        used += changed.length;
        lines += changedLines - lineInReceipt;
        lineInReceipt = changedLines;
    }

    /** Writes the end mark 0x1A and nothing behind it. */
    void endFile() throws IOException {
        endFile(new byte[] {END_OF_FILE});
    }

    /** Ends the file in a way of one's own. */
    void endFile(byte[] end) throws IOException {
        for (byte each : end) {
            put(each);
        }
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
