package jp.kenpo.gateway.content.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Writes every byte that is read. */
public final class CopiedStream extends FilterInputStream {

    private final OutputStream out;

    public CopiedStream(InputStream in, OutputStream out) {
        super(in);
        this.out = out;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            out.write(one);
        }
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count > 0) {
            out.write(bytes, offset, count);
        }
        return count;
    }
}
