package jp.kenpo.gateway.content.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import jp.kenpo.gateway.testing.Peers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is never learnt from, and what it costs to look at documents that were made to cost. */
class KnownDocumentsBoundsTest {

    private static final String ENTRY =
            "<entry><observation><code code=\"9N001000000000001\"/><value xsi:type=\"PQ\" value=\"%d\"/></observation></entry>\n";

    private final DocumentsRead files = new DocumentsRead(Archives.NO_SCHEMAS);
    private final DocumentsRead alone = new DocumentsRead(Archives.NO_SCHEMAS);

    @TempDir
    private Path folder = Path.of("");

    /** Each at its limit and one beyond it. */
    @ParameterizedTest
    @CsvSource({
        "sections of many tags,   9900, true",
        "sections of many tags,  10001, false",
        "a long document,       240000, true",
        "a long document,       270000, false",
        "a long root tag,         3800, true",
        "a long root tag,         4100, false",
        "a long name,               64, true",
        "a long name,               65, false",
        "a long attribute name,     64, true",
        "a long attribute name,     65, false"
    })
    void learnsNothingOfADocumentThatNoProgramOfCheckupsWrites(String what, int size, boolean known)
            throws IOException {
        String text =
                switch (what) {
                    case "sections of many tags" -> body("<x/>".repeat(size - 60));
                    case "a long document" -> body("\n".repeat(size));
                    case "a long root tag" -> body("").replace(" xmlns:xsi", " ".repeat(size) + " xmlns:xsi");
                    case "a long name" -> body("<" + "x".repeat(size) + "/>");
                    default -> body("<x " + "x".repeat(size) + "=\"1\"/>");
                };

        assertThat(files.read(text)).isEqualTo(alone.readAlone(text));
        assertThat(files.isKnown(text)).isEqualTo(known);
        assertThat(files.read(text)).isEqualTo(alone.readAlone(text));
    }

    @Test
    void stopsLearningWhenEnoughIsKept() throws IOException {
        String last = "";
        for (int i = 0; i < 300; i++) {
            last = body("<x" + i + "/>");
            files.read(last);
        }

        assertThat(files.isKnown(body("<x0/>"))).isTrue();
        assertThat(files.isKnown(last)).isFalse();
    }

    @Test
    void countsWhatTheTagsOfADocumentTakeInMemory() throws IOException {
        String last = "";
        for (int i = 0; i < 20; i++) {
            last = body("<x" + i + "/>" + "<x/>".repeat(9_000));
            files.read(last);
        }

        assertThat(files.isKnown(last)).isFalse();
    }

    @Test
    void tellsTheContextOfManyEntriesOnce() {
        byte[] bytes = body(ENTRY.formatted(1).repeat(1_000)).getBytes(StandardCharsets.UTF_8);
        List<XmlTag> tags = XmlTag.in(bytes, bytes.length);
        List<EntryPlace> places = tags == null ? null : EntryPlaces.in(bytes, tags);

        assertThat(places).hasSize(1_000).allSatisfy(each -> assertThat(each.context())
                .isSameAs(places.get(0).context()));
    }

    @Test
    void tellsTheContextOfManySectionsOnce() {
        String section = "<component><section>" + ENTRY.formatted(1) + "</section></component>";
        byte[] bytes = body("").replace("<structuredBody>", "<structuredBody>" + section.repeat(500))
                .getBytes(StandardCharsets.UTF_8);
        List<XmlTag> tags = XmlTag.in(bytes, bytes.length);
        List<EntryPlace> places = tags == null ? null : EntryPlaces.in(bytes, tags);

        assertThat(places).hasSize(500).allSatisfy(each -> assertThat(each.context())
                .isSameAs(places.get(0).context()));
    }

    /** Each such document would be parsed twice; one of many is tried again. */
    @Test
    void leavesAnArchiveAloneInWhichNothingCanBeLearnt() throws IOException {
        for (int i = 0; i < 8; i++) {
            files.read(body("<!-- " + i + " -->"));
        }
        String good = body("<x/>");
        files.read(good);
        assertThat(files.isKnown(good)).isFalse();

        for (int i = 0; i < 64; i++) {
            files.read(good);
        }

        assertThat(files.isKnown(good)).isTrue();
    }

    @Test
    void looksForTheNameOfAnAttributeNoFurtherThanTheValueBeforeIt() {
        byte[] bytes = "<x a=\"1\"b=\"2\"/>".getBytes(StandardCharsets.UTF_8);

        List<XmlTag> tags = XmlTag.in(bytes, bytes.length);

        assertThat(tags == null ? List.of() : tags.get(0).attributes())
                .extracting("name")
                .containsExactly("a", "b");
    }

    @Test
    void countsTheLinesOfManyEntries() throws IOException {
        String entries = IntStream.range(0, 50)
                .mapToObj(i -> ENTRY.formatted(i) + "\n".repeat((i + 2) % 3))
                .reduce("", String::concat);
        String code = "<section><code code=\"01990\"/></section>";
        files.read(body(ENTRY.formatted(1) + ENTRY.formatted(2) + code));
        assertThat(files.isKnown(body(entries + code))).isTrue();

        for (String text : List.of(body(entries), body(entries + code), body("\n" + entries + code))) {
            assertThat(files.read(text)).isEqualTo(alone.readAlone(text));
        }
    }

    @Test
    void learnsNothingOfEntriesThatAreNotInTheBody() throws IOException {
        String entry =
                "<entry><associatedEntity><id root=\"1.2.392.200119.6.209\" extension=\"%d\"/></associatedEntity></entry>";
        String voucher =
                "<participant><section>" + entry.formatted(1) + entry.formatted(2) + "</section></participant>";

        for (String text : List.of(voucher, voucher.replace("\"2\"", "\"3\""), voucher)) {
            String document = MadeUpArchive.document("1", "19800401", text, "10", "010", "");
            assertThat(files.read(document)).isEqualTo(alone.readAlone(document));
            assertThat(files.isKnown(document)).isFalse();
        }
    }

    @Test
    void learnsNothingOfEntriesThatAreInAnObservation() throws IOException {
        String author =
                "<entry><author><assignedAuthor><assignedPerson><name>%s</name></assignedPerson></assignedAuthor></author></entry>";
        String outer = "<observation><code code=\"9N511000000000049\"/><section>" + author.formatted("ア")
                + author.formatted("イ") + "</section></observation>";

        for (String text : List.of(outer, outer.replace("イ", "ウ"), outer)) {
            assertThat(files.read(body(text))).isEqualTo(alone.readAlone(body(text)));
            assertThat(files.isKnown(body(text))).isFalse();
        }
    }

    /** Whether the old schema is asked depends on how far in front it is named, and so on texts before it. */
    @Test
    void learnsNothingOfADocumentThatNamesTheNamespaceBefore2021() throws IOException {
        String old = body("<x at=\"" + XmlKind.OLD_EXCHANGE + "\"/>");
        int at = old.indexOf(XmlKind.OLD_EXCHANGE);
        String far = old.replace("<typeId", "\n".repeat(2_001 - at - XmlKind.OLD_EXCHANGE.length()) + "<typeId")
                .replace("テストタロウ", "テストタロウノナマエ");
        String near = far.replace("テストタロウノナマエ", "テスト");

        for (String text : List.of(far, near)) {
            assertThat(files.read(text)).isEqualTo(alone.readAlone(text));
            assertThat(files.isKnown(text)).isFalse();
        }
        assertThat(files.ended()).isEqualTo(alone.ended()).contains(ArchiveRule.OLD_NAMESPACE.id());
    }

    @Test
    void saysThatASchemaIsAbsentOnlyIfADocumentWasRead() throws IOException {
        byte[] other = body("").getBytes(StandardCharsets.UTF_16);

        assertThat(files.read(other)).isEqualTo(alone.readAlone(other));
        assertThat(files.ended()).isEqualTo(alone.ended()).doesNotContain(ArchiveRule.SCHEMA_ABSENT.id());
    }

    @Test
    void saysThatASchemaIsAbsentIfADocumentWasKnown() throws IOException {
        files.read(body(""));
        alone.readAlone(body(""));

        assertThat(files.isKnown(body(""))).isTrue();
        assertThat(files.ended()).isEqualTo(alone.ended()).contains(ArchiveRule.SCHEMA_ABSENT.id());
    }

    @Test
    void learnsNothingBesideASchemaFileThatCannotBeRead() throws IOException {
        String sample = validDocument();
        Path schemas = copyOfTheSchemas();
        var whole = new DocumentsRead(schemas);
        whole.read(sample);
        assertThat(whole.isKnown(sample)).isTrue();

        Files.writeString(schemas.resolve("stray.xsd"), "no schema");
        Files.createDirectory(schemas.resolve("folder.xsd"));
        Files.write(schemas.resolve("utf-16.xsd"), "<x/>".getBytes(StandardCharsets.UTF_16));
        var beside = new DocumentsRead(schemas);

        assertThat(beside.read(sample)).isEqualTo(new DocumentsRead(schemas).readAlone(sample));
        assertThat(beside.isKnown(sample)).isFalse();
        assertThat(new SchemaSet(schemas).names()).contains("ClinicalDocument");
    }

    private static String validDocument() throws IOException {
        return SampleDocuments.valid().get(0);
    }

    private Path copyOfTheSchemas() throws IOException {
        Path official = Peers.neededSample("checkups/xsd-4th/hc08_V08.xsd").resolveSibling("");
        for (String each : List.of("", "coreschemas")) {
            Path to = Files.createDirectories(folder.resolve("schemas").resolve(each));
            try (var files = Files.newDirectoryStream(official.resolve(each), "*.xsd")) {
                for (Path file : files) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        }
        return folder.resolve("schemas");
    }

    private static String body(String inside) {
        return MadeUpArchive.document("1001", "19800401", "", "10", "010", MadeUpArchive.section("01010", inside));
    }
}
