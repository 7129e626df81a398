package jp.kenpo.gateway.content.checkup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a standard archive as a stream: documents as they came, and the index (交換用基本情報) that counts them. The same
 * documents on the same day give the same bytes.
 *
 * <p>Source: 電子的な標準様式 第4期, archive specification Ver. 4, and its schema ix08_V08.xsd.
 */
final class ArchiveWriter {

    private static final String OID = ItemTable.OID;

    private final ArchiveAddress address;
    private final LocalDate day;
    private final String root;
    private final ZipOutputStream zip;
    private int documents;

    ArchiveWriter(ArchiveAddress address, LocalDate day, OutputStream out) {
        this.address = address;
        this.day = day;
        this.root = address.archiveName(day);
        this.zip = new ZipOutputStream(out);
    }

    /** Adds a document, byte for byte. */
    void document(String name, byte[] content, int length) throws IOException {
        entry("DATA/" + name, content, length);
        documents++;
    }

    int documents() {
        return documents;
    }

    /** Adds the index and ends the archive; the stream below stays open. */
    void finish() throws IOException {
        byte[] index = index().getBytes(StandardCharsets.UTF_8);
        entry("ix08_V08.xml", index, index.length);
        zip.finish();
    }

    private void entry(String path, byte[] content, int length) throws IOException {
        var entry = new ZipEntry(root + "/" + path);
        // not the present time: the same request gives the same bytes
        entry.setTimeLocal(day.atStartOfDay());
        zip.putNextEntry(entry);
        zip.write(content, 0, length);
        zip.closeEntry();
    }

    private String index() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <index xmlns="https://www.mhlw.go.jp/stf/seisakunitsuite/bunya/0000161103.html">
                <interactionType code="%s"/>
                <creationTime value="%s"/>
                <sender><id root="%s.101" extension="%s"/></sender>
                <receiver><id root="%s.103" extension="%s"/></receiver>
                <serviceEventType code="%s"/>
                <totalRecordCount value="%d"/>
                </index>
                """.formatted(
                        address.interaction(),
                        DateTimeFormatter.BASIC_ISO_DATE.format(day),
                        OID,
                        address.sender(),
                        OID,
                        address.receiver(),
                        address.service(),
                        documents);
    }
}
