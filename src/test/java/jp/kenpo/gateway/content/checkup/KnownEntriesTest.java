package jp.kenpo.gateway.content.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.FindingCollector;
import jp.kenpo.gateway.content.mynumber.MyNumberGuard;
import jp.kenpo.gateway.testing.Peers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** What is taken from earlier documents is exactly what parsing would have found. */
class KnownEntriesTest {

    private static final String LEARNT = entries("170.2", "88", "2", "ことば");

    private final FindingCollector collected = new FindingCollector();
    private final MyNumberGuard guard = new MyNumberGuard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n  ",
                "<!-- <entry> -->",
                "<?known 0?>",
                "<entry><![CDATA[<entry>]]></entry>",
                "<entry ID=\"a\"><observation/></entry>",
                "<entry\n><observation/></entry>",
                "<entry/>",
                "</entry >"
            })
    void readsTheSameAsWithoutIt(String between) throws IOException {
        String other = entries("99", "88.5", "1", "べつ").replace("</entry>", "</entry>" + between);
        String third = entries("1", "2", "2", "べつ").replace("\n", "\r\n");

        var files = files(Archives.NO_SCHEMAS);
        for (String text : List.of(LEARNT, other, LEARNT, third, other)) {
            var alone = observed(files(Archives.NO_SCHEMAS), text);
            assertThat(observed(files, text)).isEqualTo(alone);
        }
        assertThat(observed(files, third)).hasSize(5);
    }

    @Test
    void parsesTheFirstEntryOnlyWhenAllAreKnown() throws Exception {
        var known = new KnownEntries();
        String text = document(LEARNT);
        learn(known, text);

        var shortened = known.shorten(document(entries("1", "2.5", "2", "ことば")));

        assertThat(shortened).isNotNull();
        assertThat(shortened.parsed()).hasSize(1);
        assertThat(shortened.text()).doesNotContain("ことば").contains("<?known 2");
    }

    @Test
    void isNotUsedForOtherWordsCodesOrNamespaces() throws Exception {
        var known = new KnownEntries();
        learn(known, document(LEARNT));

        assertThat(known.shorten(document(entries("1", "2", "3", "ことば"))).parsed())
                .hasSize(2);
        assertThat(known.shorten(document(entries("1", "2", "2", "ことば2"))).parsed())
                .hasSize(2);
        assertThat(known.shorten(document(entries("1", "-2", "2", "ことば"))).parsed())
                .hasSize(2);
        assertThat(known.shorten(document(entries("1", "2.", "2", "ことば"))).parsed())
                .hasSize(2);
        assertThat(known.shorten(document(LEARNT).replace("<section>", "<section xmlns:a=\"b\">")))
                .isNull();
        assertThat(known.shorten(document(LEARNT).replace("<section>", "<section xsi:type=\"a\">")))
                .isNull();
        assertThat(known.shorten(document(LEARNT).replace("urn:hl7-org:v3", "urn:other"))
                        .parsed())
                .hasSize(4);
    }

    @Test
    void seesAMyNumberInAFigure() throws IOException {
        var files = files(Archives.NO_SCHEMAS);
        observed(files, LEARNT);
        observed(files, entries("123456789018", "88", "2", "ことば"));

        assertThat(guard.sightings().count()).isEqualTo(1);
    }

    @Test
    void learnsNothingThatTheSchemaObjectsTo() throws IOException {
        Path schema = Peers.neededSample("checkups/xsd-4th/hc08_V08.xsd");
        var files = files(schema.resolveSibling(""));
        String wrong = entries("170.2", "88", "2", "ことば").replace("unit=\"cm\"", "unit=\"cm\" wrong=\"\"");

        for (int i = 0; i < 3; i++) {
            assertThat(document(files, wrong).events().breaches()).hasSize(2);
            assertThat(document(files, LEARNT).events().breaches()).isEmpty();
        }
    }

    @Test
    void findsAnEntryAtAPlaceWhereNoneMayStand() throws IOException {
        Path schema = Peers.neededSample("checkups/xsd-4th/hc08_V08.xsd");
        var files = files(schema.resolveSibling(""));
        document(files, LEARNT);
        String misplaced = LEARNT + "<title>x</title>" + LEARNT;

        var alone =
                document(files(schema.resolveSibling("")), misplaced).events().breaches();
        assertThat(document(files, misplaced).events().breaches()).isNotEmpty().isEqualTo(alone);
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

    private XmlFiles files(Path schemas) {
        return new XmlFiles(new SchemaSet(schemas), guard, new CheckupFindings(collected));
    }

    private static void learn(KnownEntries known, String text)
            throws IOException, SAXException, ParserConfigurationException {
        var sink = new DocumentSink(null);
        SAXParserFactory.newDefaultNSInstance()
                .newSAXParser()
                .parse(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        new XmlEvents(XmlKind.CHECKUP, sink));
        known.learn(known.shorten(text), sink.body());
    }

    private static XmlFiles.ParsedDocument document(XmlFiles files, String entries) throws IOException {
        byte[] bytes = document(entries).getBytes(StandardCharsets.UTF_8);
        return files.document(XmlKind.CHECKUP, bytes, bytes.length, "a file");
    }

    /** Returns all that a document says, and what was found; the findings begin anew. */
    private List<Object> observed(XmlFiles files, String entries) throws IOException {
        var before = collected.kept();
        var parsed = document(files, entries);
        List<Finding> found =
                collected.kept().subList(before.size(), collected.kept().size());
        return parsed == null
                ? List.of(found)
                : List.copyOf(parsed.sink().document("a file", false).observations());
    }
}
