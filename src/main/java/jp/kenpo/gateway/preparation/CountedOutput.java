package jp.kenpo.gateway.preparation;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import jp.kenpo.gateway.content.RecordCount;

/** Shows every byte that is written to a count. */
final class CountedOutput extends FilterOutputStream {

    private final RecordCount count;

    CountedOutput(OutputStream out, RecordCount count) {
        super(out);
        this.count = count;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        count.see(bytes, offset, length);
    }
}
