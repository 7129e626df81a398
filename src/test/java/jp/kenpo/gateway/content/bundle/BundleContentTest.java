package jp.kenpo.gateway.content.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Projected;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.Severity;
import jp.kenpo.gateway.content.event.Events;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleContentTest {

    private final Layouts layouts = Events.layouts();
    private final Content content = layouts.content("overseas-bill");
    private final Set<String> fields =
            layouts.find("overseas-bill").orElseThrow().fields();
    private final Map<String, byte[]> entries = Bundles.bills();

    @Test
    void takesDocumentsThatAreNamedOnceAndSaysThatTheyPassUnread() throws IOException {
        Reading reading = read();

        assertThat(reading.counts()).isEqualTo(Map.of("records", 2L, "documents", 2L));
        assertThat(reading.findings())
                .extracting(Finding::rule, Finding::severity, Finding::arguments)
                .containsExactly(tuple("B08", Severity.NOTE, List.of("2")));
        assertThat(reading.fields()).isEqualTo(fields);
    }

    @Test
    void refusesADocumentThatTheIndexDoesNotName() throws IOException {
        entries.put("0003.pdf", Bundles.ascii(Bundles.PDF));

        assertThat(errors()).containsExactly(tuple("B02", 0L, "entry 4"));
    }

    @Test
    void refusesAnIndexThatNamesWhatIsNotThereOrTwice() throws IOException {
        entries.remove("0002.PDF");
        assertThat(errors()).containsExactly(tuple("B03", 3L, "row 2 (A-1)"));

        entries.put("index.csv", Bundles.index(Bundles.HEADER + Bundles.ROWS.replace("0002.PDF", "0001.pdf")));
        assertThat(errors()).containsExactly(tuple("B04", 3L, "row 2 (A-1)"));
    }

    @Test
    void refusesABundleWithoutAnIndex() throws IOException {
        entries.remove("index.csv");

        assertThat(errors()).containsExactly(tuple("B01", 0L, null));
    }

    @Test
    void refusesWhatIsNoneOfTheAgreedTypesWhateverItsNameSays() throws IOException {
        entries.put("0001.pdf", Bundles.zip(Map.of("a.pdf", Bundles.ascii(Bundles.PDF))));
        entries.put("0002.PDF", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0});

        assertThat(errors()).containsExactly(tuple("B05", 0L, "entry 1"), tuple("B07", 0L, "entry 3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../0003.pdf",
                "a/0003.pdf",
                "a/",
                "0003",
                ".0003.pdf",
                "0003.pdf.",
                "a\\0003.pdf",
                "/0003.pdf",
                "CON.pdf",
                "INDEX.CSV/x.pdf",
                "架空.pdf",
                "0003.pdf.exe"
            })
    void refusesANameThatCouldLeadElsewhere(String name) throws IOException {
        entries.put(name, Bundles.ascii(Bundles.PDF));

        assertThat(errors()).contains(tuple("B06", 0L, "entry 4"));
    }

    @Test
    void refusesADocumentThatNobodyLookedThrough() throws IOException {
        entries.put("index.csv", Bundles.index(Bundles.HEADER + Bundles.ROWS.replaceFirst("202603,1", "202603,0")));
        assertThat(errors()).containsExactly(tuple("C11", 2L, "row 1 (A-1)"));
    }

    @Test
    void showsTheIndexToTheGuardOfMyNumbers() throws IOException {
        entries.put("index.csv", Bundles.index(Bundles.HEADER + Bundles.ROWS.replaceFirst("架空国", "123456789018")));

        assertThat(read().myNumbers().count()).isEqualTo(1);
    }

    @Test
    void readsNoArchiveThatTwoToolsWouldReadInTwoWays() throws IOException {
        byte[] cut = Bundles.ofBills();

        assertThat(rules(java.util.Arrays.copyOf(cut, cut.length - 30))).containsExactly("V01b");
        assertThat(rules(Bundles.ascii("no zip at all"))).containsExactly("V01a");
        assertThat(rules(java.util.Arrays.copyOf(cut, cut.length + 1))).containsExactly("V01m");
    }

    @Test
    void refusesABombBeforeItIsUnpacked() throws IOException {
        entries.put("0001.pdf", new byte[BundleReading.LIMITS.entry() + 1]);

        assertThat(rules(Bundles.zip(entries))).containsExactly("V01g");
    }

    @Test
    void leavesWholeOrNotAtAll() throws IOException {
        byte[] bundle = Bundles.ofBills();
        var out = new ByteArrayOutputStream();

        Projected projected = content.project(new ByteArrayInputStream(bundle), out, Permission.of(fields));

        assertThat(out.toByteArray()).isEqualTo(bundle);
        assertThat(projected).isEqualTo(new Projected(2, fields, Map.of()));
        assertThatThrownBy(() -> project(bundle, Permission.of(Set.of("overseas-bill.translation"))))
                .hasMessage("a bundle of documents leaves whole or not at all, and not all of it is permitted");
        assertThatThrownBy(() -> project(bundle, new Permission(fields, true)))
                .hasMessage("a My Number in a bundle of documents can't be masked; nothing of it may leave");
        entries.remove("0002.PDF");
        assertThatThrownBy(() -> project(Bundles.zip(entries), Permission.of(fields)))
                .hasMessage("the payload is no bundle of documents without errors; it may not leave");
    }

    private Projected project(byte[] bundle, Permission permission) throws IOException {
        return content.project(new ByteArrayInputStream(bundle), new ByteArrayOutputStream(), permission);
    }

    private List<org.assertj.core.groups.Tuple> errors() throws IOException {
        return read().findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> tuple(finding.rule(), finding.line(), finding.record()))
                .toList();
    }

    private List<String> rules(byte[] bundle) throws IOException {
        return content.read(new ByteArrayInputStream(bundle), Arrival.UNKNOWN).findings().stream()
                .map(Finding::rule)
                .toList();
    }

    private Reading read() throws IOException {
        return content.read(new ByteArrayInputStream(Bundles.zip(entries)), Arrival.UNKNOWN);
    }
}
