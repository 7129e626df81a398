package jp.kenpo.gateway.content.checkup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A small archive of made-up people, right in names, index and headers, whose documents hold no results: what the items
 * lack is another test's. Everything in it can be replaced.
 */
final class MadeUpArchive {

    static final String NAME = "9910000018_06999999_202505200_1";
    static final String FIRST = "h99100000182025052001000001.xml";
    static final String SECOND = "h99100000182025052001000002.xml";

    private final String name;
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private MadeUpArchive(String name) {
        this.name = name;
    }

    /** Returns an archive with index and two documents. */
    static MadeUpArchive whole() {
        return empty(NAME)
                .with("ix08_V08.xml", index(6, "9910000018", "06999999", 1, 2))
                .with("DATA/" + FIRST, document("1001", "19800401"))
                .with("DATA/" + SECOND, document("1002", "19600715"));
    }

    static MadeUpArchive empty(String name) {
        return new MadeUpArchive(name);
    }

    /** Adds or replaces a file below the folder of the archive. */
    MadeUpArchive with(String path, String text) {
        return raw(name + "/" + path, text.getBytes(StandardCharsets.UTF_8));
    }

    MadeUpArchive raw(String path, byte[] bytes) {
        entries.put(path, bytes);
        return this;
    }

    MadeUpArchive without(String path) {
        entries.remove(name + "/" + path);
        return this;
    }

    /** Replaces a part of a file, which must be there. */
    MadeUpArchive change(String path, String part, String by) {
        String text = new String(entries.get(name + "/" + path), StandardCharsets.UTF_8);
        if (!text.contains(part)) {
            throw new IllegalArgumentException("the file has no such part");
        }
        return with(path, text.replace(part, by));
    }

    byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static String index(int interaction, String sender, String receiver, int kind, int count) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <index xmlns="https://www.mhlw.go.jp/stf/seisakunitsuite/bunya/0000161103.html">
                <interactionType code="%d"/><creationTime value="20250520"/>
                <sender><id root="1.2.392.200119.6.102" extension="%s"/></sender>
                <receiver><id root="1.2.392.200119.6.101" extension="%s"/></receiver>
                <serviceEventType code="%d"/>
                <totalRecordCount value="%d"/>
                </index>
                """.formatted(interaction, sender, receiver, kind, count);
    }

    static String document(String number, String birth) {
        return document(number, birth, "", "10", "010", section("01010", ""));
    }

    /**
     * Returns a document.
     *
     * @param voucher element between author and documentationOf, or nothing
     */
    static String document(
            String number, String birth, String voucher, String category, String program, String sections) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                <typeId extension="POCD_HD000040" root="2.16.840.1.113883.1.3"/><id nullFlavor="NI"/>
                <code code="%s" codeSystem="1.2.392.200119.6.1001"/><effectiveTime value="20250520"/>
                <confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/>
                <recordTarget><patientRole><id extension="06999999" root="1.2.392.200119.6.101"/>
                <id extension="９９" root="1.2.392.200119.6.204"/><id extension="%s" root="1.2.392.200119.6.205"/>
                <id extension="00" root="1.2.392.200119.6.211"/>
                <addr>架空県架空市<postalCode>999-0002</postalCode></addr>
                <patient><name>テストタロウ</name><administrativeGenderCode code="1" codeSystem="1.2.392.200119.6.1104"/>
                <birthTime value="%s"/></patient></patientRole></recordTarget>
                <author><time value="20250520"/><assignedAuthor><id nullFlavor="NI"/><representedOrganization>
                <id extension="9910000018" root="1.2.392.200119.6.102"/><name>架空健診センター</name>
                <telecom value="tel:0000000000"/><addr>架空県<postalCode>999-0001</postalCode></addr>
                </representedOrganization></assignedAuthor></author>
                <custodian><assignedCustodian><representedCustodianOrganization><id nullFlavor="NI"/>
                </representedCustodianOrganization></assignedCustodian></custodian>%s
                <documentationOf><serviceEvent><code code="%s" codeSystem="1.2.392.200119.6.1002"/>
                <effectiveTime value="20250512"/><performer typeCode="PRF"><assignedEntity><id nullFlavor="NI"/>
                <representedOrganization><id extension="9910000018" root="1.2.392.200119.6.102"/>
                <name>架空健診センター</name><telecom value="tel:0000000000"/>
                <addr>架空県<postalCode>999-0001</postalCode></addr></representedOrganization></assignedEntity>
                </performer></serviceEvent></documentationOf>
                <component><structuredBody>%s</structuredBody></component>
                </ClinicalDocument>
                """.formatted(category, number, birth, voucher, program, sections);
    }

    static String section(String code, String entries) {
        return "<component><section><code code=\"" + code + "\" codeSystem=\"1.2.392.200119.6.1010\"/>"
                + "<title>検査</title><text>なし</text>" + entries + "</section></component>";
    }
}
