package jp.kenpo.gateway.content.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Composition;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.member.MemberPseudonyms;
import jp.kenpo.gateway.purpose.PurposeRegister;
import jp.kenpo.gateway.sandbox.checkup.CheckupArchive;
import jp.kenpo.gateway.sandbox.checkup.CheckupDelivery;
import jp.kenpo.gateway.sandbox.mistake.MistakePlan;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made of received archives under the layouts of this project. */
class CompositionsTest {

    private static final String HELD = "01J8Z3V5Q2W4X6Y8Z0A1B2C3D4";
    private static final String OTHER = "01J8Z3V5Q2W4X6Y8Z0A1B2C3D5";
    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T03:00:00Z"), ZoneId.of("Asia/Tokyo"));

    @TempDir
    private Path folder;

    private Path archive;
    private Map<String, byte[]> received;
    private Layouts layouts;

    @BeforeEach
    void receivesAnArchive() throws IOException {
        archive = folder.resolve("received.zip");
        CheckupArchive made = CheckupDelivery.of(new FictionalSociety(3, 1_500), YearMonth.of(2026, 6), 3)
                .get(0);
        made.write(archive, MistakePlan.none(), mistake -> {});
        received = documents(Files.readAllBytes(archive));
        assertThat(received).hasSizeGreaterThan(3);
        layouts = Layouts.load(
                Path.of("config"), Archives.OFFICIAL, PurposeRegister.load(Path.of("config")), pseudonyms(), CLOCK);
    }

    @Test
    void packsTheChosenDocumentsAgainByteForByteUnderAnIndexOfTheSociety() throws IOException {
        List<String> chosen = received.keySet().stream().skip(1).limit(2).toList();
        var out = new ByteArrayOutputStream();

        var findings = compose("checkup-registration", selection(HELD, chosen), out);

        assertThat(findings).isEmpty();
        assertThat(documents(out.toByteArray())).hasSize(2).allSatisfy((name, bytes) -> assertThat(bytes)
                .isEqualTo(received.get(name)));
        var content = layouts.content("checkup-registration");
        Reading reading = content.read(
                new ByteArrayInputStream(out.toByteArray()), content.copy("06990014_94899010_202611220_1.zip"));
        assertThat(reading.errors()).isZero();
        assertThat(reading.records()).isEqualTo(2);
        var again = new ByteArrayOutputStream();
        compose("checkup-registration", selection(HELD, chosen), again);
        assertThat(again.toByteArray()).isEqualTo(out.toByteArray());
    }

    @Test
    void tellsTheRowsThatCannotBeCarriedOut() throws IOException {
        String one = received.keySet().iterator().next();
        String unknown = "h" + "9".repeat(26) + ".xml";

        assertThat(rules("checkup-registration", "授受番号,ファイル名\n" + OTHER + "," + one + "\n"))
                .containsExactly("V24a 2");
        assertThat(rules("checkup-registration", selection(HELD, List.of(one, unknown))))
                .containsExactly("V24b 3");
        assertThat(rules("checkup-registration", selection(HELD, List.of(one, one))))
                .containsExactly("V24c 3");
        assertThat(rules("checkup-registration", selection(HELD, List.of("../" + one))))
                .containsExactly("V24d 2");
        Files.write(archive, new byte[] {'P', 'K', 3, 4, 0});
        assertThat(rules("checkup-registration", selection(HELD, List.of(one)))).containsExactly("V24e 2");
    }

    @Test
    void givesAnEmployerNumbersOfInsuredPersonsWhoDidNotObject() throws IOException {
        List<String> names = received.keySet().stream().limit(3).toList();
        String request = "授受番号,ファイル名,整理番号,続柄,提供\r\n"
                + HELD + "," + names.get(0) + ",A-1,本人,可\r\n"
                + HELD + "," + names.get(1) + ",A-2,家族,可\r\n"
                + HELD + "," + names.get(2) + ",A-3,本人,否\r\n";
        var out = new ByteArrayOutputStream();

        var findings = compose("employer-results", request, out);

        assertThat(findings).extracting(Finding::rule).containsExactly("V24g");
        assertThat(findings.get(0).arguments()).containsExactly("2");
        String table = out.toString(WINDOWS_31J);
        assertThat(table.lines()).hasSize(2).last().asString().startsWith("A-1,202606");
        assertThat(table).startsWith(String.join(",", EmployerResults.columns()) + "\r\n");
        assertThat(layouts.content("employer-results")
                        .read(new ByteArrayInputStream(out.toByteArray()), Arrival.UNKNOWN)
                        .findings())
                .isEmpty();
        assertThat(layouts.content("employer-results-selection")
                        .read(new ByteArrayInputStream(request.getBytes(StandardCharsets.UTF_8)), Arrival.UNKNOWN)
                        .findings())
                .isEmpty();
    }

    @Test
    void refusesARowThatDoesNotSayWhetherThePersonIsInsured() throws IOException {
        String one = received.keySet().iterator().next();

        assertThat(rules("employer-results", "a,b,c,d,e\n" + HELD + "," + one + ",A-1,,可\n"))
                .containsExactly("V24f 2");
    }

    private List<String> rules(String layout, String request) throws IOException {
        return compose(layout, request, new ByteArrayOutputStream()).stream()
                .map(finding -> finding.rule() + " " + finding.line())
                .toList();
    }

    private List<Finding> compose(String layout, String request, ByteArrayOutputStream out) throws IOException {
        Composition composition = layouts.composition(layout).orElseThrow();
        return composition.compose(
                new ByteArrayInputStream(request.getBytes(StandardCharsets.UTF_8)),
                transfer -> {
                    if (!transfer.equals(HELD)) {
                        throw new FileNotFoundException("no such transfer");
                    }
                    return Files.newInputStream(archive);
                },
                out);
    }

    private static String selection(String transfer, List<String> documents) {
        var request = new StringBuilder("授受番号,ファイル名\n");
        documents.forEach(document ->
                request.append(transfer).append(',').append(document).append('\n'));
        return request.toString();
    }

    private static Map<String, byte[]> documents(byte[] zip) throws IOException {
        Map<String, byte[]> documents = new TreeMap<>();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().contains("/DATA/")) {
                    documents.put(
                            entry.getName().substring(entry.getName().lastIndexOf('/') + 1), entries.readAllBytes());
                }
            }
        }
        return documents;
    }

    private static MemberPseudonyms pseudonyms() {
        return new MemberPseudonyms(new byte[32]);
    }
}
