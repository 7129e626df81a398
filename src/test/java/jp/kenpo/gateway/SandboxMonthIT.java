package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month of a society's life with every counterparty, by the command that plays it. */
class SandboxMonthIT {

    private static final String MONTH = "2026-05";

    @TempDir
    Path folder;

    @Test
    void usesEveryInterchangeAccountsForEveryRecordAndIsTheSameForTheSameSeed() throws Exception {
        Process first = play("first");
        Process second = play("second");

        JsonNode totals = totals(first);
        assertThat(totals(second)).isEqualTo(totals);
        assertThat(first.exitValue()).isZero();
        assertThat(totals).allMatch(total -> total.path("conserved").asBoolean());
        assertThat(totals).allMatch(total -> total.path("underWay").asLong() == 0);
        Set<String> used = new TreeSet<>();
        StreamSupport.stream(totals.spliterator(), false)
                .map(total -> total.path("interchange").asText())
                .forEach(used::add);
        assertThat(used).isEqualTo(routes());
    }

    private Process play(String name) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                System.getProperty("gateway.jar", "target/kenpo-gateway.jar")));
        command.addAll(List.of("sandbox", "month", "--members", "300", "--seed", "7", "--month", MONTH, "--json"));
        command.addAll(List.of("--to", folder.resolve(name).toString()));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve(name + ".err").toFile())
                .start();
    }

    private static JsonNode totals(Process month) throws IOException, InterruptedException {
        String printed = new String(month.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(month.waitFor()).as(printed).isZero();
        return new ObjectMapper().readTree(printed);
    }

    private static Set<String> routes() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("routes"), 2)) {
            Set<String> routes = new TreeSet<>();
            files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.getParent().endsWith("_shared"))
                    .map(file -> file.getParent().getFileName() + "."
                            + file.getFileName().toString().replace(".yaml", ""))
                    .forEach(routes::add);
            return routes;
        }
    }
}
