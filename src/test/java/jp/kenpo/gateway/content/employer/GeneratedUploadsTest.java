package jp.kenpo.gateway.content.employer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.Severity;
import jp.kenpo.gateway.sandbox.employer.EmployerDelivery;
import jp.kenpo.gateway.sandbox.employer.EmployerFile;
import jp.kenpo.gateway.sandbox.mistake.Mistake;
import jp.kenpo.gateway.sandbox.mistake.MistakePlan;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of the sandbox through the reader: habits are notes, mistakes are found, and nothing else is. */
class GeneratedUploadsTest {

    private static final YearMonth MONTH = YearMonth.of(2025, 6);
    private static final long SEED = 20261122;

    @TempDir
    private Path folder;

    @Test
    void findsOnlyHabitsInFilesWithoutMistakes() throws IOException {
        List<String> habits = new ArrayList<>();
        for (EmployerFile file : EmployerDelivery.of(new FictionalSociety(SEED, 3_000), MONTH, SEED)) {
            Reading reading = read(file, MistakePlan.none(), new ArrayList<>());

            assertThat(reading.findings()).allMatch(finding -> finding.severity() == Severity.NOTE);
            assertThat(reading.records()).isEqualTo(file.count()).isGreaterThan(30);
            assertThat(reading.members()).isEqualTo(file.count());
            assertThat(reading.myNumbers().count()).isZero();
            habits.add(String.join(
                    " ",
                    reading.findings().stream()
                            .map(Finding::rule)
                            .distinct()
                            .sorted()
                            .toList()));
        }
        assertThat(habits)
                .containsExactly(
                        "W03 W23",
                        "W03 W20 W21 W22 W23 W28",
                        "W03 W20 W21 W22 W23 W28",
                        "W03 W05 W06 W21 W23 W24 W28",
                        "W23");
    }

    @Test
    void findsEveryMistakeOfEveryKindAndNothingElse() throws IOException {
        List<Mistake> mistakes = new ArrayList<>();
        List<String> found = new ArrayList<>();
        MistakePlan plan = MistakePlan.atRate(0.3, SEED);
        for (EmployerFile file : EmployerDelivery.of(new FictionalSociety(SEED, 20_000), MONTH, SEED)) {
            read(file, plan, mistakes).findings().stream()
                    .filter(finding -> finding.severity() != Severity.NOTE)
                    .map(finding -> said(file.path(), finding.rule(), finding.line(), finding.field()))
                    .forEach(found::add);
        }

        assertThat(mistakes.stream().map(mistake -> mistake.kind().id()).distinct())
                .hasSize(21);
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(mistakes.stream()
                        .flatMap(mistake -> mistake.expected().stream()
                                .map(each -> said(
                                        mistake.file(),
                                        each.rule(),
                                        each.place().line(),
                                        each.place().field())))
                        .toList());
    }

    @Test
    void makesTheSameBytesForTheSameSeed() throws IOException {
        for (EmployerFile file : EmployerDelivery.of(new FictionalSociety(SEED, 2_000), MONTH, SEED)) {
            file.write(folder.resolve("one"), MistakePlan.atRate(0.5, 7), mistake -> {});
            file.write(folder.resolve("two"), MistakePlan.atRate(0.5, 7), mistake -> {});

            assertThat(folder.resolve("one")).hasSameBinaryContentAs(folder.resolve("two"));
        }
    }

    private static String said(String file, String rule, long line, Object field) {
        return file + " " + rule + " " + line + " " + field;
    }

    private Reading read(EmployerFile file, MistakePlan plan, List<Mistake> mistakes) throws IOException {
        Path made = folder.resolve("made");
        file.write(made, plan, mistakes::add);
        return Uploads.read(Files.readAllBytes(made));
    }
}
