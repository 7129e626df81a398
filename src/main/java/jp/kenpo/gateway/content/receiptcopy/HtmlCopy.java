package jp.kenpo.gateway.content.receiptcopy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.springframework.web.util.HtmlUtils;

/** Receipts as one HTML page. What stands in a receipt is shown and never run: every text is escaped. */
final class HtmlCopy extends CopyWriter {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="ja">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>レセプト写し</title>
            <style>
            body { font-family: sans-serif; margin: 2em; }
            article { break-after: page; }
            table { border-collapse: collapse; width: 100%; }
            th, td { border: 1px solid #999; padding: .2em .5em; text-align: left; vertical-align: top; }
            th { white-space: nowrap; background: #eee; font-weight: normal; }
            dl { display: flex; flex-wrap: wrap; gap: 0 1em; margin: 0; }
            dt { color: #555; } dt::after { content: "："; } dd { margin: 0; }
            div { display: flex; }
            </style>
            </head>
            <body>
            """;

    private int receipts;

    HtmlCopy(OutputStream out) {
        super(out);
    }

    @Override
    void line(CopyLine line) throws IOException {
        if (line.recordId().equals("MN")) {
            write(receipts == 0 ? HEAD : "</table></article>\n");
            receipts++;
            write("<article><h1>レセプト " + receipts + "</h1><table>\n");
            return;
        }
        Optional<ReadableRecord> readable = ReadableRecord.of(line, kind());
        if (readable.isPresent() && receipts > 0) {
            row(readable.get());
        }
    }

    private void row(ReadableRecord readable) throws IOException {
        StringBuilder row = new StringBuilder("<tr><th>")
                .append(HtmlUtils.htmlEscape(readable.title()))
                .append("</th><td><dl>");
        for (ReadableRecord.Part part : readable.parts()) {
            row.append("<div><dt>")
                    .append(HtmlUtils.htmlEscape(part.name()))
                    .append("</dt><dd>")
                    .append(HtmlUtils.htmlEscape(part.text()))
                    .append("</dd></div>");
        }
        write(row.append("</dl></td></tr>\n").toString());
    }

    @Override
    void lastLine() throws IOException {
        write((receipts == 0 ? HEAD : "</table></article>\n") + "</body>\n</html>\n");
    }
}
