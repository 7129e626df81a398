package jp.kenpo.gateway.content.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that are damaged or made to do harm: each is a finding, none an exception, and none fills the memory. */
class HostileArchiveTest {

    private static final byte[] DOCUMENT =
            MadeUpArchive.document("1", "19800401").getBytes(StandardCharsets.UTF_8);

    @Test
    void acceptsTheArchiveThatTheOthersAreMadeFrom() throws IOException {
        assertThat(rules(MadeUpArchive.whole())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../outside.xml",
                "/etc/outside.xml",
                "a/../../outside.xml",
                "a\\..\\outside.xml",
                "C:/outside.xml",
                "a//outside.xml",
                "a/./outside.xml",
                "a/CON.xml",
                "a/nul/x.xml",
                "a/x\u0007.xml",
                "a/\u0083\u0065.xml",
                "a/-x y.xml",
                "a/DATA./x.xml"
            })
    void refusesNamesThatLeadOutOfTheFolderOrCannotBeFiles(String name) throws IOException {
        assertThat(rules(MadeUpArchive.whole().raw(name, DOCUMENT))).containsExactly("V01d");
    }

    @Test
    void saysNothingOfANameThatSomebodyChose() throws IOException {
        Reading reading = Archives.read(MadeUpArchive.whole()
                .with("DATA/YamadaTaro19800401.xml", "<x/>")
                .with("DATA/Suzuki/x.xml", "<x/>")
                .zip());

        assertThat(Archives.told(reading).toString()).doesNotContain("Yamada").doesNotContain("Suzuki");
        assertThat(reading.findings()).extracting(finding -> finding.record()).contains("entry 4", "entry 5");
    }

    @Test
    void refusesTwoRootFolders() throws IOException {
        assertThat(rules(MadeUpArchive.whole().raw("other/ix08_V08.xml", DOCUMENT)))
                .containsExactly("V01c");
    }

    @Test
    void refusesARootFolderThatIsNotNamedLikeTheArchive() throws IOException {
        Reading reading = Archives.content(Archives.NO_SCHEMAS)
                .read(
                        new ByteArrayInputStream(MadeUpArchive.whole().zip()),
                        new Arrival("9910000018_06999999_202505210_1.zip", null, null));

        assertThat(archiveRules(reading)).containsExactly("V01c");
    }

    @Test
    void refusesAnArchiveInTheArchive() throws IOException {
        byte[] inner = MadeUpArchive.whole().zip();

        assertThat(rules(MadeUpArchive.whole().raw(MadeUpArchive.NAME + "/DATA/more.zip", inner)))
                .containsExactly("V01f");
        assertThat(rules(MadeUpArchive.whole().raw(MadeUpArchive.NAME + "/DATA/" + MadeUpArchive.FIRST, inner)))
                .containsExactly("V06c");
    }

    @Test
    void refusesFilesAtPlacesThatTheStandardDoesNotHave() throws IOException {
        assertThat(rules(MadeUpArchive.whole().with("EXTRA/x.xml", "<x/>"))).containsExactly("V01p");
        assertThat(rules(MadeUpArchive.whole().with("DATA/readme.txt", "x"))).containsExactly("V01f");
        assertThat(rules(MadeUpArchive.whole().raw("ix08_V08.xml", DOCUMENT))).containsExactly("V01c");
    }

    @Test
    void refusesABombOfAGigabyteFromAMegabyteWithoutUnpackingIt() throws IOException {
        byte[] bomb = bomb(1_024);

        assertThat(bomb.length).isLessThan(1_200_000);
        assertThat(archiveRules(Archives.read(bomb))).containsExactly("V01i");
    }

    @Test
    void refusesAnEntryThatIsTooLarge() throws IOException {
        byte[] noise = new byte[CheckupArchiveContent.LIMITS.entry() + 1];
        new Random(1).nextBytes(noise);

        assertThat(rules(MadeUpArchive.whole().raw(MadeUpArchive.NAME + "/XSD/hc08_V08.xsd", noise)))
                .containsExactly("V01g");
    }

    @Test
    void refusesAHundredThousandEntries() throws IOException {
        Reading reading = Archives.content(Archives.NO_SCHEMAS).read(entries(100_000), Arrival.UNKNOWN);

        assertThat(archiveRules(reading)).containsExactly("V01j");
    }

    @Test
    void refusesTheSameNameTwice() throws IOException {
        // in the same length, so that the archive is whole otherwise
        String name = MadeUpArchive.NAME + "/ix08_V08.xml";
        byte[] archive = MadeUpArchive.whole().with("XSD/x8_V.xsd", "<x/>").zip();

        assertThat(archiveRules(Archives.read(replaced(archive, MadeUpArchive.NAME + "/XSD/x8_V.xsd", name))))
                .containsExactly("V01k");
    }

    @Test
    void refusesTheSameNameInOtherLetters() throws IOException {
        assertThat(rules(MadeUpArchive.whole()
                        .with("DATA/H99100000182025052001000001.xml", new String(DOCUMENT, StandardCharsets.UTF_8))))
                .contains("V01k");
    }

    @Test
    void refusesAnEncryptedEntry() throws IOException {
        byte[] archive = MadeUpArchive.whole().zip();
        archive[6] |= 1;

        assertThat(archiveRules(Archives.read(archive))).containsExactly("V01l");
    }

    @Test
    void refusesALink() throws IOException {
        byte[] archive = MadeUpArchive.whole().zip();
        int header = find(archive, new byte[] {'P', 'K', 1, 2});
        archive[header + 5] = 3;
        archive[header + 41] = (byte) 0xa1;

        assertThat(archiveRules(Archives.read(archive))).contains("V01e");
    }

    @Test
    void refusesADirectoryThatShowsOtherFilesThanTheArchiveHas() throws IOException {
        byte[] archive = MadeUpArchive.whole().zip();
        int header = find(archive, new byte[] {'P', 'K', 1, 2});
        archive[header + 46 + 5] ^= 1;

        assertThat(archiveRules(Archives.read(archive))).contains("V01n");
    }

    @Test
    void refusesBytesAfterTheEnd() throws IOException {
        byte[] archive = MadeUpArchive.whole().zip();

        assertThat(archiveRules(Archives.read(Arrays.copyOf(archive, archive.length + 1))))
                .containsExactly("V01m");
    }

    @Test
    void refusesAnArchiveCutOffAnywhere() throws IOException {
        byte[] archive = MadeUpArchive.whole().zip();

        for (int length = 4; length < archive.length; length += 7) {
            Reading reading = Archives.read(Arrays.copyOf(archive, length));
            assertThat(archiveRules(reading)).as("%d bytes", length).contains("V01b");
        }
        assertThat(archiveRules(Archives.read(new byte[0]))).containsExactly("V01a");
    }

    @Test
    void refusesWhatIsNoZip() throws IOException {
        assertThat(archiveRules(Archives.read("no zip".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("V01a");
    }

    @Test
    void refusesAnEntryWhoseBytesWereChanged() throws IOException {
        byte[] archive = MadeUpArchive.whole().zip();
        archive[120] ^= 0x10;

        assertThat(archiveRules(Archives.read(archive))).contains("V01b");
    }

    @Test
    void refusesZip64AndOtherMethods() throws IOException {
        byte[] archive = MadeUpArchive.whole().zip();
        archive[8] = 12;

        assertThat(archiveRules(Archives.read(archive))).containsExactly("V01o");
    }

    @Test
    void readsNoExternalEntity() throws IOException {
        assertThat(document("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>", "&e;"))
                .contains("V06b");
    }

    @Test
    void expandsNoEntity() throws IOException {
        var laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a%d \"&a%d;&a%d;&a%d;&a%d;\">".formatted(i, i - 1, i - 1, i - 1, i - 1));
        }

        assertThat(document(laughs + "]>", "&a29;")).contains("V06b");
    }

    @Test
    void refusesADoctypeWithoutEntitiesToo() throws IOException {
        assertThat(document("<!DOCTYPE ClinicalDocument>", "")).contains("V06b");
    }

    @Test
    void fetchesNoSchemaThatADocumentNames() throws IOException {
        byte[] archive = MadeUpArchive.whole()
                .change(
                        "DATA/" + MadeUpArchive.FIRST,
                        "<ClinicalDocument ",
                        "<ClinicalDocument xsi:schemaLocation=\"urn:hl7-org:v3 http://127.0.0.1:1/hc08_V08.xsd\" ")
                .zip();

        assertThat(archiveRules(Archives.read(archive))).isEmpty();
    }

    @Test
    void refusesElementsNestedTooDeep() throws IOException {
        assertThat(document("", "<a>".repeat(1_000))).contains("V06d");
    }

    @Test
    void refusesAHugeAttribute() throws IOException {
        assertThat(document("", "<a b=\"" + "x".repeat(100_000) + "\"/>")).contains("V06d");
    }

    @Test
    void readsElementsOfTheBodyInTheHeader() throws IOException {
        String body = "<section><entry><observation><code code=\"x\"/><value/></observation></entry></section>";

        assertThat(rules(MadeUpArchive.whole()
                        .change("DATA/" + MadeUpArchive.FIRST, "<recordTarget>", "<recordTarget>" + body)))
                .isEmpty();
    }

    @Test
    void refusesManyAttributes() throws IOException {
        var attributes = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            attributes.append(" a").append(i).append("=\"\"");
        }

        assertThat(document("", "<a" + attributes + "/>")).contains("V06d");
    }

    @Test
    void refusesOtherEncodings() throws IOException {
        String text = new String(DOCUMENT, StandardCharsets.UTF_8);
        String path = MadeUpArchive.NAME + "/DATA/" + MadeUpArchive.FIRST;

        for (byte[] bytes : List.of(
                text.getBytes(StandardCharsets.UTF_16),
                text.getBytes(Charset.forName("windows-31j")),
                text.replace("UTF-8", "Shift_JIS").getBytes(StandardCharsets.UTF_8))) {
            assertThat(rules(MadeUpArchive.whole().raw(path, bytes))).containsExactly("V06c");
        }
        assertThat(rules(MadeUpArchive.whole()
                        .raw(path, ("\ufeff" + text.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    /** Reads an archive whose first document has a prolog and something more in its body. */
    private static List<String> document(String prolog, String more) throws IOException {
        return rules(MadeUpArchive.whole()
                .change("DATA/" + MadeUpArchive.FIRST, "<ClinicalDocument", prolog + "<ClinicalDocument")
                .change("DATA/" + MadeUpArchive.FIRST, "<title>", more + "<title>"));
    }

    private static List<String> rules(MadeUpArchive archive) throws IOException {
        return archiveRules(Archives.read(archive.zip()));
    }

    private static List<String> archiveRules(Reading reading) {
        return Archives.archiveRules(reading);
    }

    private static byte[] bomb(int megabytes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(9);
            zip.putNextEntry(new ZipEntry(MadeUpArchive.NAME + "/DATA/" + MadeUpArchive.FIRST));
            byte[] spaces = new byte[1 << 20];
            for (int i = 0; i < megabytes; i++) {
                zip.write(spaces);
            }
        }
        return bytes.toByteArray();
    }

    private static InputStream entries(int count) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < count; i++) {
                zip.putNextEntry(new ZipEntry(MadeUpArchive.NAME + "/XSD/x" + i + ".xsd"));
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static byte[] replaced(byte[] bytes, String name, String by) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1).replace(name, by);
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int find(byte[] bytes, byte[] part) {
        for (int i = 0; i < bytes.length - part.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no such part");
    }
}
