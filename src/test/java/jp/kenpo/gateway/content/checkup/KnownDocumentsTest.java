package jp.kenpo.gateway.content.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import jp.kenpo.gateway.testing.LongForm;
import jp.kenpo.gateway.testing.Peers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken from earlier documents is exactly what parsing and validating would have found. */
class KnownDocumentsTest {

    private static final String VOUCHER = """
            <participant typeCode="HLD"><functionCode code="1"/><time><high value="20260331"/></time>\
            <associatedEntity classCode="IDENT"><id root="1.2.392.200119.6.209.106999999" extension="25112345678"/>\
            <scopingOrganization><id root="1.2.392.200119.6.101" extension="06999999"/></scopingOrganization>\
            </associatedEntity></participant>""";

    private static final int ARCHIVES = LongForm.chosen() ? 40 : 8;

    private Path schemas = Archives.NO_SCHEMAS;
    private List<String> samples = List.of();

    @BeforeEach
    void readSamples() throws IOException {
        schemas = Peers.neededSample("checkups/xsd-4th/hc08_V08.xsd").resolveSibling("");
        samples = SampleDocuments.valid().stream()
                .map(each -> each.replace("</custodian>", "</custodian>" + VOUCHER))
                .toList();
    }

    @Test
    void readsTheVoucherOfAnotherPersonInADocumentThatIsKnown() throws IOException {
        var files = new DocumentsRead(schemas);
        files.read(samples.get(0));
        String other = samples.get(0).replace("25112345678", "25198765432").replace("20260331", "20260228");

        assertThat(files.isKnown(other)).isTrue();
        assertThat(files.read(other)).contains("25198765432", "20260228").doesNotContain("25112345678");
    }

    /** Text among elements is never collapsed, whatever the white space in it. */
    @Test
    void learnsFromADocumentWithLinesInATitle() throws IOException {
        var files = new DocumentsRead(schemas);
        String spaced = samples.get(0).replace("<title>", "<title>見出し\n  ");
        files.read(spaced);
        String other = spaced.replaceAll("(type=\"PQ\" value=\")[0-9]+", "$199");

        assertThat(files.isKnown(other)).isTrue();
        assertThat(files.read(other)).isEqualTo(new DocumentsRead(schemas).read(other));
    }

    @Test
    void takesADocumentOfAnotherPersonAsKnown() throws IOException {
        var files = new DocumentsRead(schemas);
        files.read(samples.get(0));

        String other = samples.get(0)
                .replace("テスト", "ベツノ")
                .replace("extension=\"100", "extension=\"200")
                .replaceAll("(type=\"PQ\" value=\")[0-9]+", "$199");

        assertThat(files.isKnown(other)).isTrue();
        assertThat(files.read(other))
                .isEqualTo(new DocumentsRead(schemas).read(other))
                .contains("ベツノ");
    }

    @ParameterizedTest
    @CsvSource({"CHECKUP, true", "CHECKUP, false", "GUIDANCE, true", "GUIDANCE, false"})
    void findsTheSameInDamagedDocumentsAsWithoutIt(XmlKind kind, boolean withSchema) throws IOException {
        Path folder = withSchema ? schemas : Archives.NO_SCHEMAS;
        List<String> documents = kind == XmlKind.GUIDANCE ? SampleDocuments.guidance() : samples;
        var random = new Random(7);
        int known = 0;
        // what is kept is bounded: a new archive learns anew
        for (int archive = 0; archive < ARCHIVES; archive++) {
            known += knownAmongDamaged(
                    new DocumentsRead(folder, kind), new DocumentsRead(folder, kind), documents, random);
        }
        assertThat(known).as("documents that were not parsed").isGreaterThan(15 * ARCHIVES);
    }

    private static int knownAmongDamaged(
            DocumentsRead files, DocumentsRead alone, List<String> documents, Random random) throws IOException {
        int known = 0;
        for (int i = 0; i < 250; i++) {
            String sample = documents.get(random.nextInt(documents.size()));
            byte[] bytes = DamagedDocuments.encoded(
                    i < 4 ? documents.get(i % 2) : DamagedDocuments.damaged(sample, random), random);
            known += files.isKnown(bytes) ? 1 : 0;
            assertThat(files.read(bytes).lines().toList())
                    .as("document %d", i)
                    .isEqualTo(alone.readAlone(bytes).lines().toList());
        }
        assertThat(files.ended()).isEqualTo(alone.ended());
        return known;
    }

    /** Else every document would be read anew, and nothing be compared. */
    @Test
    void learnsFromADocumentOfGuidance() throws IOException {
        String guidance = SampleDocuments.guidance().get(0);
        var files = new DocumentsRead(schemas, XmlKind.GUIDANCE);

        assertThat(files.read(guidance)).startsWith("errors 0, warnings 0").doesNotContain("Breach");
        assertThat(files.isKnown(guidance.replaceAll("(birthTime value=\")[0-9]+", "$119700101")
                        .replaceFirst("<patient><name>[^<]*", "<patient><name>ベツノ")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n  ",
                "\r ",
                "\r\n\r ",
                "<!-- <entry> -->",
                "<?known 0?>",
                "<entry><![CDATA[<entry>]]></entry>",
                "<entry ID=\"a\"><observation/></entry>",
                "<entry\n><observation/></entry>",
                "<entry/>",
                "</entry >"
            })
    void readsTheSameWhateverStandsBetweenEntries(String between) throws IOException {
        var files = new DocumentsRead(Archives.NO_SCHEMAS);
        var alone = new DocumentsRead(Archives.NO_SCHEMAS);
        String first = entries("170.2", "88", "2", "ことば");
        String other = entries("99", "88.5", "1", "べつ").replace("</entry>", "</entry>" + between);
        String third = entries("1", "2", "2", "べつ").replace("\n", "\r\n");

        String same = first.replace("</entry>\n<", "</entry>" + between + "\n<");

        for (String text : List.of(first, other, third, same, other, third)) {
            assertThat(files.read(document(text))).isEqualTo(alone.readAlone(document(text)));
        }
    }

    @Test
    void seesAMyNumberInAFigure() throws IOException {
        var files = new DocumentsRead(schemas);
        files.read(samples.get(0));
        files.read(samples.get(0).replaceFirst("value=\"[0-9.]+\" unit", "value=\"123456789018\" unit"));

        assertThat(files.numbers()).isEqualTo(1);
    }

    @Test
    void learnsNothingThatTheSchemaObjectsTo() throws IOException {
        var files = new DocumentsRead(schemas);
        String wrong = samples.get(0).replaceFirst("unit=\"cm\"", "unit=\"cm\" wrong=\"\"");

        for (int i = 0; i < 3; i++) {
            assertThat(files.read(wrong)).contains("Breach");
            assertThat(files.read(samples.get(0))).doesNotContain("Breach");
        }
    }

    @Test
    void doesNotTakeADateForOneThatTheSchemaDoesNotAllow() throws IOException {
        var files = new DocumentsRead(schemas);
        files.read(samples.get(0));

        assertThat(files.read(samples.get(0).replaceFirst("<birthTime value=\"[0-9]+", "<birthTime value=\"X")))
                .contains("Breach");
        assertThat(files.read(samples.get(0).replaceFirst("type=\"PQ\" value=\"[0-9.]+", "type=\"PQ\" value=\"x")))
                .contains("Breach");
    }

    private static String entries(String height, String waist, String code, String words) {
        return """
                <entry><observation classCode="OBS" moodCode="EVN"><code code="9N001000000000001"/>
                <value xsi:type="PQ" value="%s" unit="cm"/></observation></entry>
                <entry><observation classCode="OBS" moodCode="EVN"><code nullFlavor="NA"/>
                <entryRelationship typeCode="COMP"><observation classCode="OBS" moodCode="EVN">
                <code code="9N016160100000001"/><value xsi:type="CD" code="H" codeSystem="2.16.840.1.113883.5.83"/>
                <value xsi:type="PQ" value="%s" unit="cm"/></observation></entryRelationship></observation></entry>
                <entry><observation classCode="OBS" moodCode="EVN"><code code="9N056000000000011"/>
                <value xsi:type="CD" code="%s" codeSystem="1.2.392.200119.6.2001"/></observation></entry>
                <entry><observation classCode="OBS" moodCode="EVN"><code code="9N511000000000049"/>
                <value xsi:type="ST">%s</value></observation></entry>
                """.formatted(height, waist, code, words);
    }

    private static String document(String entries) {
        return MadeUpArchive.document("1001", "19800401", "", "10", "010", MadeUpArchive.section("01010", entries));
    }
}
