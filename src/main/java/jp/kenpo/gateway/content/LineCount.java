package jp.kenpo.gateway.content;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Counts the lines of a table, one a record. Counting LF is safe in Shift_JIS and UTF-8: it is never part of another
 * character.
 */
public final class LineCount implements RecordCount {

    private final long header;
    private final List<byte[]> marks;
    private final byte[] begin;
    private long lines;
    private long marked;
    private long inLine;

    /**
     * @param header lines at the beginning that are no records
     * @param marks first cells of lines that are no records, in half-width signs
     */
    public LineCount(long header, Collection<String> marks) {
        this.header = header;
        this.marks = marks.stream()
                .map(mark -> mark.getBytes(StandardCharsets.US_ASCII))
                .toList();
        this.begin = new byte
                [this.marks.stream().mapToInt(mark -> mark.length + 1).max().orElse(0)];
    }

    @Override
    public void see(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n') {
                end();
            } else {
                if (inLine < begin.length) {
                    begin[(int) inLine] = bytes[i];
                }
                inLine++;
            }
        }
    }

    private void end() {
        lines++;
        marked += marks.stream().anyMatch(this::begins) ? 1 : 0;
        inLine = 0;
    }

    private boolean begins(byte[] mark) {
        boolean alone = inLine == mark.length || begin[mark.length] == ',' || begin[mark.length] == '\r';
        return inLine >= mark.length && alone && Arrays.equals(begin, 0, mark.length, mark, 0, mark.length);
    }

    @Override
    public long records() {
        if (inLine > 0) {
            // the last line may lack its end
            end();
        }
        return lines - Math.min(lines, header) - marked;
    }
}
