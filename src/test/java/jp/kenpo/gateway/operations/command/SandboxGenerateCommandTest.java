package jp.kenpo.gateway.operations.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.kenpo.gateway.operations.TrialInstallation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxGenerateCommandTest {

    @TempDir
    private Path folder;

    @Test
    void makesNoSocietyAmongTheFilesOfAnother() throws IOException {
        Path to = Files.createDirectory(folder.resolve("society"));
        assertThat(generate(to).exitCode()).isZero();
        Path manifest = Files.writeString(to.resolve("manifest.jsonl"), "of the first society");
        var members = Files.readAllBytes(to.resolve("members.csv"));

        assertThat(generate(to, "--mistakes", "0.5"))
                .isEqualTo(new Terminal.Said(
                        1, "", "error: " + to + " is not empty. Name a folder that is new or empty.\n"));

        assertThat(manifest).hasContent("of the first society");
        assertThat(to.resolve("members.csv")).hasBinaryContent(members);
    }

    @Test
    void namesWhatWasCountedInTheLanguageOfTheReader() throws IOException {
        Path file = Files.writeString(folder.resolve("no.zip"), "nonsense");
        var arguments = new String[] {"file-check", "--layout", "checkup-archive", file.toString()};

        assertThat(terminal(Locale.JAPANESE).run(arguments).out()).contains("\n決済情報ファイル数: 0\n");
        assertThat(terminal(Locale.ENGLISH).run(arguments).out()).contains("\nSettlement files: 0\n");
    }

    private Terminal.Said generate(Path to, String... more) {
        var arguments = new ArrayList<>(
                List.of("sandbox", "generate", "--members", "20", "--month", "2026-01", "--seed", "3", "--to"));
        arguments.add(to.toString());
        arguments.addAll(List.of(more));
        return terminal(Locale.ENGLISH).run(arguments.toArray(String[]::new));
    }

    private Terminal terminal(Locale locale) {
        return new Terminal(new TrialInstallation(folder.resolve("var")), locale);
    }
}
