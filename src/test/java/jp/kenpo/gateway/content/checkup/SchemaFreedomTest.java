package jp.kenpo.gateway.content.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a schema leaves free is told only where its form is understood. */
class SchemaFreedomTest {

    private static final String OURS = "urn:hl7-org:v3";

    @TempDir
    private Path folder = Path.of("");

    private SchemaFreedom freedom(String declarations) throws IOException {
        Files.writeString(
                folder.resolve("made-up.xsd"),
                "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns=\"" + OURS + "\">" + declarations
                        + "</xs:schema>");
        return SchemaFreedom.of(folder);
    }

    private static String type(String facets) {
        return "<xs:simpleType name=\"T\"><xs:restriction base=\"xs:%s\">%s</xs:restriction></xs:simpleType>"
                .formatted(facets.contains("clusive") ? "decimal" : "string", facets);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xs:pattern value=\"[0-9]{8}\"/>",
                "<xs:pattern value=\"[A-Za-z][A-Za-z0-9\\-]*\"/>",
                "<xs:pattern value=\"[0-9]{1,8}|([0-9]{9,14}|[0-9]{14,14}\\.[0-9]+)([+\\-][0-9]{1,4})?\"/>",
                "<xs:minLength value=\"1\"/>"
            })
    void understandsPlainPatterns(String facets) throws IOException {
        assertThat(freedom(type(facets)).attribute("value", OURS, "T")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // means something else in Java, or nothing
                "<xs:pattern value=\"[a-z-[aeiou]]\"/>",
                "<xs:pattern value=\"[a-z[0-9]]\"/>",
                "<xs:pattern value=\"[^0-9]\"/>",
                "<xs:pattern value=\"a++\"/>",
                "<xs:pattern value=\"a{2}+\"/>",
                "<xs:pattern value=\"(?i)a\"/>",
                "<xs:pattern value=\"\\i\\c*\"/>",
                "<xs:pattern value=\"\\d\"/>",
                "<xs:pattern value=\"a{1}b)\"/>",
                "<xs:pattern value=\"^a$\"/>",
                "<xs:pattern value=\".\"/>",
                "<xs:pattern value=\"a\"/><xs:pattern value=\"b\"/>",
                "<xs:enumeration value=\"a\"/>",
                "<xs:maxLength value=\"8\"/>",
                "<xs:minLength value=\"2\"/>",
                "<xs:whiteSpace value=\"collapse\"/>",
                "<xs:minInclusive value=\"0\"/>",
                "<xs:maxExclusive value=\"99\"/>"
            })
    void leavesNothingFreeWhereAFormIsNotUnderstood(String facets) throws IOException {
        assertThat(freedom(type(facets)).attribute("value", OURS, "T")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xs:element name=\"entry\" maxOccurs=\"9\"/>",
                "<xs:element name=\"entry\"/>",
                "<xs:element name=\"entry\" minOccurs=\"2\" maxOccurs=\"unbounded\"/>",
                "<xs:any maxOccurs=\"3\"/>",
                "<xs:element name=\"section\"><xs:unique name=\"u\"/></xs:element>"
            })
    void learnsNothingWhereEntriesAreCounted(String content) throws IOException {
        String declarations = "<xs:complexType name=\"S\"><xs:sequence>" + content + "</xs:sequence></xs:complexType>";

        assertThat(freedom(declarations).entriesAreRepeatable()).isFalse();
    }

    @Test
    void takesAnyNumberOfEntries() throws IOException {
        assertThat(freedom("<xs:element name=\"entry\" minOccurs=\"0\" maxOccurs=\"unbounded\"/>")
                        .entriesAreRepeatable())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xs:simpleContent><xs:extension base=\"xs:decimal\"/></xs:simpleContent>",
                "<xs:complexContent mixed=\"false\"><xs:extension base=\"B\"/></xs:complexContent>",
                "<xs:complexContent mixed=\"0\"><xs:extension base=\"B\"/></xs:complexContent>"
            })
    void takesNoTextForFreeWhereContentIsNotMixedInTheEnd(String content) throws IOException {
        assertThat(freedom("<xs:complexType name=\"M\" mixed=\"true\">" + content + "</xs:complexType>")
                        .isTextFree("title", "M"))
                .isFalse();
    }

    @Test
    void takesTextOfAMixedTypeForFree() throws IOException {
        assertThat(freedom("<xs:complexType name=\"M\" mixed=\"true\"/>").isTextFree("title", "M"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a  b", " a", "a ", "a\tb", "a\nb", "a\u0085b", "a\u2028b", "a&b", "a:b", "123456789012", ""})
    void takesNoTextThatAParserOrATypeWouldRead(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(FreeText.ANY.accepts(bytes, 0, bytes.length)).isFalse();
    }

    /** Twice the same entry is twice the same mark in the document, which must be found. */
    @Test
    void learnsNothingOfElementsWhoseTextIsAMark() throws IOException {
        Files.writeString(folder.resolve("hc08_V08.xsd"), """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:hl7-org:v3"
                    targetNamespace="urn:hl7-org:v3" elementFormDefault="qualified">
                <xs:complexType name="Mark"><xs:simpleContent><xs:extension base="xs:ID"/></xs:simpleContent></xs:complexType>
                <xs:complexType name="Entry"><xs:sequence><xs:element name="mark" type="Mark"/></xs:sequence></xs:complexType>
                <xs:element name="ClinicalDocument"><xs:complexType><xs:sequence>
                <xs:element name="component"><xs:complexType><xs:sequence>
                <xs:element name="section"><xs:complexType><xs:sequence>
                <xs:element name="entry" type="Entry" maxOccurs="unbounded"/>
                </xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
                </xs:sequence></xs:complexType></xs:element></xs:schema>
                """);
        var files = new DocumentsRead(folder);
        String entry = "<entry><mark>a%d</mark></entry>";
        String document = "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"><component><section>" + entry.formatted(1)
                + entry.formatted(2) + "</section></component></ClinicalDocument>";
        String twice = document.replace("</section>", entry.formatted(2) + "</section>");

        assertThat(files.read(document)).doesNotContain("Breach");
        assertThat(files.read(twice))
                .isEqualTo(new DocumentsRead(folder).readAlone(twice))
                .contains("Breach");
    }
}
