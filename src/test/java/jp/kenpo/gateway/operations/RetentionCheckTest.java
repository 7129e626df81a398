package jp.kenpo.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is kept for ever because somebody forgot to say how long. */
class RetentionCheckTest {

    @TempDir
    Path temp;

    @Test
    void theShippedConfigurationSaysHowLongEverythingIsKept() throws IOException {
        assertThat(installation("", "").withoutRetention()).isEmpty();
    }

    @Test
    void refusesACategoryWithoutAPeriodAndOneWithNone() throws IOException {
        for (String nothing : new String[] {"", "  receipt: 0\n"}) {
            assertThat(installation("  receipt: 5\n", nothing).withoutRetention())
                    .singleElement()
                    .matches(problem -> problem.file().equals("config/society.yaml")
                            && problem.what()
                                    .startsWith("nothing says how long the data category receipt is kept, which")
                            && problem.remedy().equals("Write its years, from 1, under retention-years"));
        }
    }

    @Test
    void refusesAnInstallationThatSaysNothingAtAll() throws IOException {
        Installation installation = installation("retention-years:", "retention-years: {}\n#");

        assertThat(installation.withoutRetention()).hasSizeGreaterThan(10);
        assertThat(new ConfigurationCheck(installation).problems()).hasSizeGreaterThan(10);
    }

    private Installation installation(String old, String now) throws IOException {
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
        Path society = config.resolve("society.yaml");
        String text = Files.readString(society);
        assertThat(text).contains(old);
        String changed = text.replace(old, now);
        if (old.startsWith("retention-years")) {
            changed = changed.replaceAll("(?m)^  [a-z-]+: 5$", "");
        }
        Files.writeString(society, old.isEmpty() ? text : changed);
        return new TrialInstallation(temp.resolve("var"), config).besideRunning();
    }
}
