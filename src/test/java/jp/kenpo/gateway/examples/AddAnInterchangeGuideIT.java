package jp.kenpo.gateway.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.GatewaySetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what the guide for a new interchange says, step by step, on a copy; what came of it has to run. */
class AddAnInterchangeGuideIT {

    private static final Path GUIDE = Path.of("src/docs/add-an-interchange.md");
    private static final Pattern STEP = Pattern.compile(
            "^\\*\\*(New file|Add to|Change in)\\*\\* `([^`]+)`\\n\\n```[a-z]+\\n(.*?)```$",
            Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir
    private Path project;

    @Test
    void addsACounterpartyThatNobodyKnewWithFilesOnly() throws IOException {
        copy(Path.of("config"));
        copy(Path.of("routes"));
        int steps = follow(Files.readString(GUIDE));
        assertThat(steps).isGreaterThan(10);

        try (GatewayProcess gateway = GatewaySetup.named("guide")
                .config(project.resolve("config"))
                .routes(project.resolve("routes"))
                .start()) {
            assertThat(gateway.command("check").exitCode()).isZero();
            assertThat(gateway.command("purposes", "--coverage").exitCode()).isZero();
            List<ExampleCase> added = ExampleCase.all(project.resolve("routes")).stream()
                    .filter(example -> example.interchange().contains("example-mailing"))
                    .toList();
            assertThat(added).hasSize(3);
            for (ExampleCase example : added) {
                new ExampleRun(gateway, example).run();
            }
        }
    }

    private int follow(String guide) throws IOException {
        Matcher step = STEP.matcher(guide);
        int steps = 0;
        while (step.find()) {
            Path file = project.resolve(step.group(2));
            switch (step.group(1)) {
                case "New file" -> create(file, step.group(3));
                case "Add to" -> add(file, step.group(3));
                default -> change(file, step.group(3));
            }
            steps++;
        }
        return steps;
    }

    // who follows the page in the project itself has done each step already, exactly so

    private static void create(Path file, String text) throws IOException {
        // a page can't show the end of a line
        String whole = file.toString().endsWith("expected.csv") ? text.replace("\n", "\r\n") : text;
        if (Files.exists(file)) {
            assertThat(file).hasContent(whole);
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, whole);
    }

    private static void add(Path file, String text) throws IOException {
        if (!Files.readString(file).contains(text.strip())) {
            Files.writeString(file, text, StandardOpenOption.APPEND);
        }
    }

    private static void change(Path file, String difference) throws IOException {
        String[] lines = difference.split("\n");
        String text = Files.readString(file);
        if (!text.contains(lines[1].substring(1))) {
            assertThat(text).containsOnlyOnce(lines[0].substring(1));
            Files.writeString(file, text.replace(lines[0].substring(1), lines[1].substring(1)));
        }
    }

    private void copy(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = project.resolve(file);
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
