package jp.kenpo.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcknowledgedRecordsTest {

    private static final String AGREED =
            "    acknowledges: {interchange: online-qualification.registration, by: records, business-days: 3}\n";

    @TempDir
    Path temp;

    @Test
    void theShippedAcknowledgementsCanBeFound() {
        assertThat(new TrialInstallation(temp.resolve("var"), Path.of("config"))
                        .besideRunning()
                        .withoutRecords())
                .isEmpty();
    }

    /** A comparison says nothing of single events that were registered, and what answers it is followed by nobody. */
    @Test
    void refusesRecordsThatTheLayoutsDoNotFollow() throws IOException {
        Path config = changed();
        Installation installation = new TrialInstallation(temp.resolve("var"), config).besideRunning();

        assertThat(installation.withoutRecords())
                .extracting(problem -> problem.what() + ". " + problem.remedy())
                .containsExactly(
                        "acknowledges by: records, but nothing in the layout jlis-comparison of"
                                + " online-qualification.jlis-comparison tells what became of records. Write by: file-name, if"
                                + " the answer is named after the file that was sent, or remove acknowledges",
                        "acknowledges by: records, but nothing in the layout jlis-answer of"
                                + " online-qualification.jlis-answer has records that are followed. Write by: file-name, if"
                                + " the answer is named after the file that was sent, or remove acknowledges");
        assertThat(new ConfigurationCheck(installation).problems()).hasSize(2);
    }

    private Path changed() throws IOException {
        Path config = temp.resolve("config");
        try (Stream<Path> files = Files.walk(Path.of("config"))) {
            for (Path file : files.toList()) {
                Path copy = config.resolve(Path.of("config").relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.write(copy, Files.readAllBytes(file));
                }
            }
        }
        Path file = config.resolve("counterparties/online-qualification.yaml");
        String text = Files.readString(file).replace(AGREED, "");
        String changed = text.replaceFirst(
                "(  jlis-comparison:\n    direction: in\n)", "$1" + AGREED.replace("registration,", "jlis-answer,"));
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(file, changed);
        return config;
    }
}
