package jp.kenpo.gateway.content;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Counts the records in bytes that leave, by looking at the bytes alone: it shares nothing with what wrote them, so that
 * a record which was lost or written twice on the way is noticed. Used for one payload, not thread-safe.
 *
 * <p>The bytes are a table, a line of it is a record. Counting LF is safe in Shift_JIS and UTF-8: it is never part of
 * another character.
 */
public final class RecordCount {

    private static final byte[] ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final long header;
    private final List<byte[]> marks;
    private final byte[] begin;
    private long lines;
    private long marked;
    private long inLine;
    private int kept;

    /**
     * @param header lines at the beginning that are no records
     * @param marks first cells of lines that are no records, in half-width signs
     */
    public RecordCount(long header, Collection<String> marks) {
        this.header = header;
        this.marks = marks.stream()
                .map(mark -> mark.getBytes(StandardCharsets.US_ASCII))
                .toList();
        this.begin = new byte
                [this.marks.stream().mapToInt(mark -> mark.length + 1).max().orElse(0)];
    }

    /** Is shown the bytes in their order. */
    public void see(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n') {
                end();
            } else {
                keep(bytes[i]);
                inLine++;
            }
        }
    }

    /** A byte order mark and quotes belong to no cell. */
    private void keep(byte one) {
        boolean orderMark = lines == 0 && inLine < ORDER_MARK.length && one == ORDER_MARK[(int) inLine];
        if (kept < begin.length && one != '"' && !orderMark) {
            begin[kept++] = one;
        }
    }

    private void end() {
        lines++;
        marked += marks.stream().anyMatch(this::begins) ? 1 : 0;
        inLine = 0;
        kept = 0;
    }

    private boolean begins(byte[] mark) {
        boolean alone = kept == mark.length || begin[mark.length] == ',' || begin[mark.length] == '\r';
        return kept >= mark.length && alone && Arrays.equals(begin, 0, mark.length, mark, 0, mark.length);
    }

    /** Returns the number of records in all that was shown; asked at the end. */
    public long records() {
        if (inLine > 0) {
            // the last line may lack its end
            end();
        }
        return lines - Math.min(lines, header) - marked;
    }
}
