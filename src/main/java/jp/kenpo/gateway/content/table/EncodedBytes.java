package jp.kenpo.gateway.content.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Arrays;

/**
 * The bytes of a table behind its byte order mark, and the encoding that they are in.
 *
 * @param in the bytes, the mark taken off
 * @param encoding never {@link TableEncoding#DETECT}
 * @param marked whether the file begins with a byte order mark
 */
record EncodedBytes(InputStream in, TableEncoding encoding, boolean marked) {

    static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** So much of the file decides: a header in Japanese stands in its first line. */
    private static final int LOOKED_AT = 64 * 1024;

    static EncodedBytes of(InputStream source, TableEncoding declared) throws IOException {
        if (declared == TableEncoding.WINDOWS_31J) {
            return new EncodedBytes(source, declared, false);
        }
        var in = new BufferedInputStream(source, LOOKED_AT);
        in.mark(LOOKED_AT);
        byte[] begin = in.readNBytes(LOOKED_AT);
        boolean marked =
                Arrays.equals(Arrays.copyOf(begin, Math.min(begin.length, BYTE_ORDER_MARK.length)), BYTE_ORDER_MARK);
        in.reset();
        if (marked) {
            in.skipNBytes(BYTE_ORDER_MARK.length);
        }
        return new EncodedBytes(in, found(declared, begin, marked), marked);
    }

    private static TableEncoding found(TableEncoding declared, byte[] begin, boolean marked) {
        if (declared != TableEncoding.DETECT) {
            return declared;
        } else if (marked) {
            return TableEncoding.UTF_8_BOM;
        }
        return isUtf8(begin) ? TableEncoding.UTF_8 : TableEncoding.WINDOWS_31J;
    }

    /** A character that is cut at the end is no reason to refuse; half-width signs alone are no reason to accept. */
    private static boolean isUtf8(byte[] begin) {
        boolean halfWidth = true;
        for (byte each : begin) {
            halfWidth &= each >= 0;
        }
        var result = TableEncoding.UTF_8
                .decoder()
                .decode(ByteBuffer.wrap(begin), CharBuffer.allocate(begin.length), begin.length < LOOKED_AT);
        return !halfWidth && !result.isError();
    }
}
