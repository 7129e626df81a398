package jp.kenpo.gateway.operations.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import jp.kenpo.gateway.operations.TrialInstallation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchCommandsTest {

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void opens() {
        terminal = new Terminal(new TrialInstallation(folder.resolve("var")), Locale.ENGLISH);
    }

    @Test
    void measuresTheChecksBesideOtherWays() throws IOException {
        var said = terminal.run(
                "bench",
                "content",
                "--json",
                "--members",
                "100",
                "--documents",
                "9",
                "--rows",
                "1000",
                "--rounds",
                "1");
        var measured = new ObjectMapper().readTree(said.out());
        assertThat(said.exitCode()).isZero();
        assertThat(said.err()).contains("receipt-check: ", "table-check: ", "archive-check: ");
        assertThat(measured).hasSizeGreaterThanOrEqualTo(3);
        assertThat(measured.get(0).fieldNames())
                .toIterable()
                .containsExactly(
                        "name",
                        "megabytesPerSecond",
                        "against",
                        "againstMegabytesPerSecond",
                        "ratio",
                        "goal",
                        "reached");
        assertThat(measured.findValuesAsText("against"))
                .startsWith("camel-csv-lazy-split", "scan-of-record-ids-and-items", "commons-csv", "commons-csv");
    }

    @ParameterizedTest
    @CsvSource({"--files, 0", "--warming, -1", "--megabytes, -1"})
    void measuresNothingThatIsNone(String option, String number) {
        var said = terminal.run("bench", "transfers", option, number);

        assertThat(said.exitCode()).isNotZero();
        assertThat(said.err()).contains(option).doesNotContain("Exception");
        assertThat(said.out()).isEmpty();
    }
}
