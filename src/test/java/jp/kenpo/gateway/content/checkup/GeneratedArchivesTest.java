package jp.kenpo.gateway.content.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.content.Certainty;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.Society;
import jp.kenpo.gateway.member.MemberPseudonyms;
import jp.kenpo.gateway.sandbox.checkup.CheckupArchive;
import jp.kenpo.gateway.sandbox.checkup.CheckupDelivery;
import jp.kenpo.gateway.sandbox.mistake.Expected;
import jp.kenpo.gateway.sandbox.mistake.Mistake;
import jp.kenpo.gateway.sandbox.mistake.MistakePlan;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives of the sandbox through the reader: without mistakes nothing is found, with mistakes exactly these. */
class GeneratedArchivesTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 6);
    private static final long SEED = 20261122;

    @TempDir
    private Path folder;

    @Test
    void findsNothingInArchivesWithoutMistakesAndTheySatisfyTheOfficialSchemas() throws IOException {
        long documents = 0;
        for (CheckupArchive archive : CheckupDelivery.of(new FictionalSociety(SEED, 8_000), MONTH, SEED)) {
            Path file = folder.resolve("made.zip");
            int written = archive.write(file, MistakePlan.none(), mistake -> {});
            Reading reading = read(archive, file);

            assertThat(reading.findings()).isEmpty();
            assertThat(reading.records()).isEqualTo(written).isEqualTo(archive.count());
            assertThat(reading.members()).isEqualTo(written);
            documents += written;
        }
        assertThat(documents).isBetween(150L, 400L);
    }

    @Test
    void findsEveryMistakeOfEveryKindAndNothingElse() throws IOException {
        List<Mistake> mistakes = new ArrayList<>();
        List<String> found = new ArrayList<>();
        MistakePlan plan = MistakePlan.atRate(0.6, SEED);
        for (CheckupArchive archive : CheckupDelivery.of(new FictionalSociety(SEED, 20_000), MONTH, SEED)) {
            Path file = folder.resolve("made.zip");
            archive.write(file, plan, mistakes::add);
            for (Finding finding : read(archive, file).findings()) {
                found.add(said(finding.rule(), finding.record(), finding.line(), finding.field()));
            }
        }

        List<String> expected = new ArrayList<>();
        for (Mistake mistake : mistakes) {
            for (Expected each : mistake.expected()) {
                expected.add(said(
                        each.rule(),
                        each.place().entry(),
                        each.place().line(),
                        each.place().field()));
            }
        }
        assertThat(mistakes.stream().map(mistake -> mistake.kind().id()).distinct())
                .hasSizeGreaterThan(20);
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void makesTheSameBytesForTheSameSeed() throws IOException {
        CheckupArchive archive = CheckupDelivery.of(new FictionalSociety(SEED, 2_000), MONTH, SEED)
                .get(0);
        archive.write(folder.resolve("one.zip"), MistakePlan.atRate(0.5, 7), mistake -> {});
        archive.write(folder.resolve("two.zip"), MistakePlan.atRate(0.5, 7), mistake -> {});

        assertThat(folder.resolve("one.zip")).hasSameBinaryContentAs(folder.resolve("two.zip"));
    }

    private static String said(String rule, Object entry, long line, Object field) {
        return rule + " " + entry + ":" + line + " " + field;
    }

    private static Reading read(CheckupArchive archive, Path file) throws IOException {
        var form = new ArchiveForm(
                "checkup-archive",
                "checkup-result",
                "checkup-archive",
                Certainty.VERIFIED,
                "a test",
                ArchiveForm.Contents.CHECKUP,
                ArchiveForm.TestNumbers.REFUSED,
                Set.of("checkup-result.result"));
        var content = new CheckupArchiveContent(
                form,
                new LayoutSurroundings(
                        new Society("架空", "Fictional", Set.of(FictionalSociety.INSURER_NUMBER)),
                        new MemberPseudonyms(new byte[32]),
                        Clock.fixed(Instant.parse("2026-11-22T03:00:00Z"), ZoneId.of("Asia/Tokyo")),
                        Archives.OFFICIAL,
                        Map.of()));
        String name = archive.path().substring(archive.path().lastIndexOf('/') + 1);
        try (var in = Files.newInputStream(file)) {
            return content.read(in, content.copy(name));
        }
    }
}
