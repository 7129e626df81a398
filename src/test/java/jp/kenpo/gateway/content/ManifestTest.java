package jp.kenpo.gateway.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kenpo.gateway.member.MemberPseudonyms;
import jp.kenpo.gateway.purpose.PurposeRegister;
import jp.kenpo.gateway.sandbox.SandboxGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with mistakes made on purpose: every mistake is found where the manifest says, and nothing else is found. */
class ManifestTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter FOLDER = DateTimeFormatter.ofPattern("yyyyMM");
    private static final List<YearMonth> MONTHS =
            List.of(YearMonth.of(2025, 11), YearMonth.of(2026, 1), YearMonth.of(2026, 2), YearMonth.of(2026, 4));
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-06-10T00:00:00Z"), ZoneId.of("Asia/Tokyo"));
    private static final Path CONFIG = Path.of("config");

    private final Layouts layouts = Layouts.load(
            CONFIG, Path.of("schemas"), PurposeRegister.load(CONFIG), new MemberPseudonyms(new byte[32]), NOW);

    @TempDir
    private Path folder;

    @Test
    void everyMistakeIsFoundAndNothingElse() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> found = new TreeMap<>();
        Map<String, Integer> kinds = new TreeMap<>();
        for (YearMonth month : MONTHS) {
            Path to = folder.resolve(month.toString());
            var mistakes = new SandboxGenerator.Mistakes(500L, 0);
            var generated =
                    SandboxGenerator.generate(new SandboxGenerator.Order(3_000, month, 7, to, 2_000L, mistakes));
            expect(to, expected, kinds);
            for (SandboxGenerator.GeneratedFile file : generated.files()) {
                read(to, file, found);
            }
        }
        assertThat(difference(expected, found))
                .as("mistakes that were not found")
                .isEmpty();
        assertThat(difference(found, expected)).as("findings without a mistake").isEmpty();
        assertThat(kinds.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(2_000);
        assertThat(kinds).hasSizeGreaterThanOrEqualTo(90);
    }

    /** Adds what the manifest of a folder expects: findings by file and line, in the order of their rules. */
    private static void expect(Path to, Map<String, String> expected, Map<String, Integer> kinds) throws IOException {
        for (String line : Files.readAllLines(to.resolve("manifest.jsonl"))) {
            JsonNode mistake = JSON.readTree(line);
            String file = mistake.get("file").asText();
            kinds.merge(mistake.get("kind").asText(), 1, Integer::sum);
            for (JsonNode finding : mistake.get("expected")) {
                add(
                        expected,
                        file,
                        finding.path("entry").asText(""),
                        finding.path("line").asLong(),
                        finding.path("rule").asText(),
                        finding.path("field").asText(null));
            }
        }
    }

    private void read(Path to, SandboxGenerator.GeneratedFile file, Map<String, String> found) throws IOException {
        Path path = to.relativize(file.file());
        String name = path.toString().replace('\\', '/');
        try (InputStream in = Files.newInputStream(file.file())) {
            for (Finding finding :
                    layouts.content(file.layout()).read(in, arrival(path)).findings()) {
                if (finding.severity() != Severity.NOTE) {
                    add(found, name, entryOf(finding, file), finding.line(), finding.rule(), finding.field());
                }
            }
        }
    }

    /** The receipt folders name month and insurer. */
    private static Arrival arrival(Path path) {
        String name = path.getFileName().toString();
        return path.getNameCount() < 4
                ? new Arrival(name, null, null)
                : new Arrival(
                        name,
                        YearMonth.parse(path.getName(0).toString(), FOLDER),
                        path.getName(1).toString());
    }

    /** A finding in an archive names the entry as its record; other lines are counted in the file. */
    private static String entryOf(Finding finding, SandboxGenerator.GeneratedFile file) {
        return file.layout().equals("checkup-archive") ? String.valueOf(finding.record()) : "";
    }

    private static List<String> difference(Map<String, String> all, Map<String, String> others) {
        return all.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(others.get(entry.getKey())))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
    }

    private static void add(
            Map<String, String> findings, String file, String entry, long line, String rule, @Nullable String field) {
        String at = String.format(Locale.ROOT, "%s %s:%08d", file, entry, line);
        findings.merge(
                at, rule + " " + field, (one, other) -> Stream.concat(Stream.of(one.split("; ")), Stream.of(other))
                        .sorted()
                        .collect(Collectors.joining("; ")));
    }
}
