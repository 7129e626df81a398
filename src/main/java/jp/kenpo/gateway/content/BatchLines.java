package jp.kenpo.gateway.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The parts of a batch (締め): transfer ids, one a line, in the order in which they arrived. UTF-8, LF.
 *
 * <p>A batch is made by the gateway itself; what is composed of it opens each part by its id.
 */
public final class BatchLines {

    private final ByteLines lines;

    public BatchLines(InputStream in) {
        this.lines = new ByteLines(in);
    }

    /**
     * Moves to the next part.
     *
     * @return false at the end of the batch
     */
    public boolean next() throws IOException {
        return lines.next();
    }

    /** Returns which part it is, from 1. */
    public long number() {
        return lines.number();
    }

    /** Returns the transfer id as it stands there; nothing about it is checked. */
    public String transfer() {
        return new String(lines.bytes(), StandardCharsets.UTF_8);
    }
}
