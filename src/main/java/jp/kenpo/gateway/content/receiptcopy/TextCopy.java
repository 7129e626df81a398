package jp.kenpo.gateway.content.receiptcopy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.stream.Collectors;

/** Receipts as Japanese text, one line a record. */
final class TextCopy extends CopyWriter {

    private int receipts;

    TextCopy(OutputStream out) {
        super(out);
    }

    @Override
    void line(CopyLine line) throws IOException {
        if (line.recordId().equals("MN")) {
            receipts++;
            write((receipts > 1 ? "\r\n" : "") + "―― レセプト " + receipts + " ――\r\n");
            return;
        }
        Optional<ReadableRecord> readable = ReadableRecord.of(line, kind());
        if (readable.isPresent()) {
            write("［" + readable.get().title() + "］"
                    + readable.get().parts().stream()
                            .map(part -> part.name() + "：" + part.text())
                            .collect(Collectors.joining("／"))
                    + "\r\n");
        }
    }

    @Override
    void lastLine() throws IOException {
        write("―― 以上 " + receipts + " 件 ――\r\n");
    }
}
