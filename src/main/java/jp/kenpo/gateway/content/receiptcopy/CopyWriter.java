package jp.kenpo.gateway.content.receiptcopy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Takes a receipt file that was cut down to the permitted fields, line by line, and writes the copy of it. */
abstract class CopyWriter extends OutputStream {

    private static final byte END_MARK = 0x1A;

    private final OutputStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private String kind = "";
    private boolean begun;

    CopyWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        if (b == '\n') {
            endLine();
        } else {
            line.write(b);
        }
    }

    private void endLine() throws IOException {
        byte[] bytes = line.toByteArray();
        line.reset();
        boolean carriageReturn = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        if (bytes.length > 0 && bytes[0] != END_MARK) {
            var read = CopyLine.of(bytes, carriageReturn ? bytes.length - 1 : bytes.length);
            kind = read.kind(kind);
            begun |= read.recordId().equals("MN");
            if (!begun) {
                throw new IOException("the receipts can't be told apart: their first records (MN) are not permitted");
            }
            line(read);
        }
    }

    /** Writes what follows the last line. */
    final void end() throws IOException {
        endLine();
        lastLine();
    }

    /** Writes text as UTF-8. */
    final void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the kind of the receipt under way, as far as its lines have shown it. */
    final String kind() {
        return kind;
    }

    abstract void line(CopyLine line) throws IOException;

    abstract void lastLine() throws IOException;
}
