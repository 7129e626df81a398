package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measurement of whole transfers, with few files: what it tells, not how fast this machine is. */
class BenchTransfersIT {

    @TempDir
    Path folder;

    @Test
    void tellsHowFastSmallAndLargeTransfersAreAndKeepsNothing() throws Exception {
        Process bench = bench("--files", "8", "--warming", "4", "--megabytes", "2", "--rounds", "2", "--json");
        String printed = new String(bench.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bench.waitFor()).as(told()).isZero();

        JsonNode speeds = new ObjectMapper().readTree(printed);
        assertThat(speeds).hasSize(2);
        JsonNode small = speeds.get(0);
        assertThat(small.path("name").asText()).isEqualTo("small-transfers");
        assertThat(small.path("aSecond").asDouble()).isPositive();
        assertThat(small.path("againstASecond").asDouble()).isPositive();
        JsonNode large = speeds.get(1);
        assertThat(large.path("name").asText()).isEqualTo("large-transfer");
        assertThat(large.path("aSecond").asDouble()).isPositive();
        assertThat(large.path("ratio").asDouble())
                .isBetween(
                        large.path("lowest").asDouble(), large.path("highest").asDouble());
        // a machine without OpenSSH has nothing to compare with, and says so
        assertThat(large.path("againstASecond").asDouble() > 0)
                .isEqualTo(large.path("against").asText().equals("openssh-get-and-put"));
        try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
            assertThat(left.filter(each -> each.getFileName().toString().startsWith("gateway-bench")))
                    .isEmpty();
        }
    }

    private Process bench(String... options) throws Exception {
        Stream<String> command = Stream.concat(
                Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + Files.createDirectory(folder.resolve("tmp")),
                        "-jar",
                        System.getProperty("gateway.jar", "target/kenpo-gateway.jar"),
                        "bench",
                        "transfers"),
                Stream.of(options));
        return new ProcessBuilder(List.copyOf(command.toList()))
                .redirectError(folder.resolve("told").toFile())
                .start();
    }

    private String told() throws Exception {
        return Files.readString(folder.resolve("told"));
    }
}
