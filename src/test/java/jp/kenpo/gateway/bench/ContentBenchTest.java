package jp.kenpo.gateway.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.kenpo.gateway.operations.TrialInstallation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured is there, and what is compared goes through the same bytes. */
class ContentBenchTest {

    @TempDir
    private Path folder;

    private final AtomicLong nanoseconds = new AtomicLong();

    @Test
    void tellsTheMedianOfTheRoundsThatCount() throws Exception {
        long[] times = {1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 600, 900, 400, 100};
        var round = new AtomicLong();

        Map<String, Double> speeds = new Race(nanoseconds::get)
                .add("pass", () -> nanoseconds.addAndGet(times[(int) round.getAndIncrement()] * 1_000_000))
                .run(2_000_000, 3);

        assertThat(speeds).containsExactly(Map.entry("pass", 5.0));
    }

    @Test
    void repeatsAShortPassAlsoWhileItWarmsUp() throws Exception {
        var runs = new AtomicLong();

        new Race(nanoseconds::get)
                .add("pass", () -> {
                    nanoseconds.addAndGet(100_000_000);
                    return runs.incrementAndGet();
                })
                .run(1, 2);

        assertThat(runs)
                .as("one, three times three, and two times three that count")
                .hasValue(16);
    }

    @Test
    void refusesAPassThatFindsNothing() {
        assertThatThrownBy(() -> new Race(nanoseconds::get).add("idle", () -> 0).run(1, 1))
                .hasMessage("idle found nothing");
    }

    @Test
    void splitsByCamelWhatHasLines() throws Exception {
        try (var camel = new CamelSplit()) {
            byte[] table = ResultTable.of(1_000);
            assertThat(camel.split(table, ResultTable.ENCODING)).isEqualTo(1_001);
            assertThat(camel.split(table, ResultTable.ENCODING)).isEqualTo(1_001);
        }
    }

    @Test
    void scansTheRecordOfEachLine() throws Exception {
        byte[] lines = "1,2,0,RE,x\r\n1,3,0,SY,y\r\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(RecordScan.of(new ByteArrayInputStream(lines)))
                .as("two lines and four commas in each")
                .isEqualTo(10);
    }

    @Test
    void parsesTheDocumentsOfAnArchive() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("a/DATA/1.xml", "a/DATA/2.xml", "a/DATA/note.txt", "a/3.xml")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<a><b/></a>".getBytes(StandardCharsets.US_ASCII));
            }
        }
        assertThat(DomParse.plain().of(bytes.toByteArray())).isEqualTo(4);
    }

    @Test
    void measuresATableThatIsWithoutMistakes() throws Exception {
        try (var installation = new TrialInstallation(folder.resolve("var")).besideRunning()) {
            var content = installation.layouts().content("receipt-check-result");
            byte[] table = ResultTable.of(2_000);
            assertThat(content.read(new java.io.ByteArrayInputStream(table), jp.kenpo.gateway.content.Arrival.UNKNOWN)
                            .findings())
                    .isEmpty();

            var comparisons =
                    new ContentBench(1, System::nanoTime).table("table-check", content, table, ResultTable.ENCODING);

            assertThat(comparisons).singleElement().satisfies(each -> {
                assertThat(each.name()).isEqualTo("table-check");
                assertThat(each.ratio()).isPositive();
                assertThat(each.goal()).isEqualTo(1);
            });
        }
    }

    @Test
    void validatesWhatItParsesWhereASchemaIsGiven() throws Exception {
        Path schema = folder.resolve("a.xsd");
        Files.writeString(schema, """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
                <xs:element name="a"><xs:complexType/></xs:element></xs:schema>
                """);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a/DATA/1.xml"));
            zip.write("<a><b/></a>".getBytes(StandardCharsets.US_ASCII));
        }

        assertThat(DomParse.validating(schema).of(bytes.toByteArray()))
                .as("two elements, and the one that may not be there")
                .isGreaterThan(2);
    }

    @Test
    void measuresATableWithMembersThatIsWithoutMistakes() throws Exception {
        try (var installation = new TrialInstallation(folder.resolve("var")).besideRunning()) {
            var content = installation.layouts().content("qualification-result");
            var reading = content.read(
                    new ByteArrayInputStream(MemberTable.of(300)), jp.kenpo.gateway.content.Arrival.UNKNOWN);

            assertThat(reading.findings()).isEmpty();
            assertThat(reading.members()).isEqualTo(300);
        }
    }
}
