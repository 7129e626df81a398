package jp.kenpo.gateway.content.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Bundles of documents for tests. */
public final class Bundles {

    static final String PDF = "%PDF-1.7 made up";
    static final String HEADER = "整理番号,ファイル名,書類の種類,国,診療年月,個人番号確認\r\n";
    static final String ROWS = "A-1,0001.pdf,診療内容明細書,架空国,202603,1\r\nA-1,0002.PDF,領収明細書,架空国,202603,1\r\n";

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    private Bundles() {}

    /** Returns the entries of a right bundle of overseas bills. */
    static Map<String, byte[]> bills() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("0001.pdf", ascii(PDF));
        entries.put("index.csv", index(HEADER + ROWS));
        entries.put("0002.PDF", ascii(PDF));
        return entries;
    }

    static byte[] index(String text) {
        return text.getBytes(WINDOWS_31J);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns a right bundle of overseas bills. */
    public static byte[] ofBills() {
        return zip(bills());
    }

    static byte[] zip(Map<String, byte[]> entries) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
