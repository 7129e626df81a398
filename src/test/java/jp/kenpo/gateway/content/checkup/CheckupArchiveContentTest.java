package jp.kenpo.gateway.content.checkup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.Severity;
import jp.kenpo.gateway.testing.Peers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckupArchiveContentTest {

    private static final Permission ALL = Permission.of(Set.of("checkup-result.result"));

    @Test
    void givesBackTheBytesThatCame() throws IOException {
        byte[] archive = sample();
        var out = new ByteArrayOutputStream();

        var projected = Archives.content(Archives.NO_SCHEMAS).project(new ByteArrayInputStream(archive), out, ALL);

        assertThat(out.toByteArray()).isEqualTo(archive);
        assertThat(projected.records()).isEqualTo(2);
        assertThat(projected.removed()).isEmpty();
    }

    @Test
    void leavesWholeOrNotAtAll() throws IOException {
        byte[] archive = sample();

        for (Permission less : List.of(Permission.of(Set.of()), new Permission(ALL.fields(), true))) {
            var out = new ByteArrayOutputStream();
            assertThatThrownBy(() ->
                            Archives.content(Archives.NO_SCHEMAS).project(new ByteArrayInputStream(archive), out, less))
                    .isInstanceOf(IOException.class);
            assertThat(out.size()).isZero();
        }
    }

    @Test
    void doesNotLetAnArchiveWithErrorsLeave() {
        byte[] archive = MadeUpArchive.whole().without("ix08_V08.xml").zip();

        assertThatThrownBy(() -> Archives.content(Archives.NO_SCHEMAS)
                        .project(new ByteArrayInputStream(archive), new ByteArrayOutputStream(), ALL))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("may not leave");
    }

    @Test
    void comparesTheNameOfACopyOnlyIfItIsTheNameOfAnArchive() {
        var content = Archives.content(Archives.NO_SCHEMAS);

        assertThat(content.copy(MadeUpArchive.NAME + ".zip").fileName()).isEqualTo(MadeUpArchive.NAME + ".zip");
        assertThat(content.copy("INVALID_" + MadeUpArchive.NAME + ".zip")).isEqualTo(Arrival.UNKNOWN);
    }

    @Test
    void saysOnceWhichSchemasWereNotThere() throws IOException {
        Reading reading = Archives.read(MadeUpArchive.whole().zip());

        assertThat(reading.findings())
                .filteredOn(finding -> finding.rule().equals("V06f"))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.severity()).isEqualTo(Severity.NOTE);
                    assertThat(note.arguments()).containsExactly("ix08_V08.xsd, hc08_V08.xsd");
                });
    }

    @Test
    void saysThatTheOldNamespaceWasNotCheckedAndReadsOn() throws IOException {
        Reading reading = Archives.read(MadeUpArchive.whole()
                .change(
                        "ix08_V08.xml",
                        "https://www.mhlw.go.jp/stf/seisakunitsuite/bunya/0000161103.html",
                        XmlKind.OLD_EXCHANGE)
                .zip());

        assertThat(Archives.archiveRules(reading)).containsExactly("V06g");
    }

    @Test
    void tellsWhatTheSchemaObjectsToByElementAndLineWithoutAValue() throws IOException {
        Peers.neededSample("checkups/xsd-4th/hc08_V08.xsd");
        byte[] archive = MadeUpArchive.whole()
                .change(
                        "DATA/" + MadeUpArchive.FIRST,
                        "<effectiveTime value=\"20250512\"/>",
                        "<effectiveTime value=\"20250512\" Yamada=\"Taro\"/>")
                .change("DATA/" + MadeUpArchive.FIRST, "<text>なし</text>", "<text>なし</text><Suzuki/>")
                .change("ix08_V08.xml", "interactionType code=\"6\"", "interactionType code=\"Tanaka\"")
                .zip();
        Reading reading = Archives.content(Archives.OFFICIAL).read(new ByteArrayInputStream(archive), Arrival.UNKNOWN);

        assertThat(Archives.told(reading))
                .contains(
                        "V06e h99100000182025052001000001.xml:19 effectiveTime "
                                + "The element does not keep to the official schema (cvc-complex-type.3.2.2).",
                        "V06e h99100000182025052001000001.xml:24 null "
                                + "The element does not keep to the official schema (cvc-complex-type.2.4.a).",
                        "V06e ix08_V08.xml:3 interactionType "
                                + "The element does not keep to the official schema (cvc-enumeration-valid).");
        assertThat(reading.findings().toString())
                .doesNotContain("Yamada")
                .doesNotContain("Taro")
                .doesNotContain("Suzuki")
                .doesNotContain("Tanaka");
    }

    @Test
    void saysWhichSchemaCannotBeLoaded(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("ix08_V08.xsd"), "no schema");

        assertThatThrownBy(() -> Archives.content(folder)
                        .read(new ByteArrayInputStream(MadeUpArchive.whole().zip()), Arrival.UNKNOWN))
                .isInstanceOf(IOException.class)
                .hasMessage("schema ix08_V08.xsd can't be loaded");
    }

    @Test
    void includesNothingFromOutsideTheSchemaFolder(@TempDir Path folder) throws IOException {
        Path inner = Files.createDirectory(folder.resolve("schemas"));
        Files.writeString(folder.resolve("co08_V08.xsd"), "<schema xmlns=\"http://www.w3.org/2001/XMLSchema\"/>");
        Files.writeString(
                inner.resolve("ix08_V08.xsd"),
                "<schema xmlns=\"http://www.w3.org/2001/XMLSchema\"><include schemaLocation=\"../co08_V08.xsd\"/></schema>");

        assertThatThrownBy(() -> Archives.content(inner)
                        .read(new ByteArrayInputStream(MadeUpArchive.whole().zip()), Arrival.UNKNOWN))
                .isInstanceOf(IOException.class);
    }

    private static byte[] sample() throws IOException {
        return Files.readAllBytes(Peers.neededSample("checkups/archives/9910000018_06999999_202505201_1.zip"));
    }
}
