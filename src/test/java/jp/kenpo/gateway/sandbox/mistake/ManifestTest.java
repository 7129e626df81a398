package jp.kenpo.gateway.sandbox.mistake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {

    private static final MistakePlanTest.Kind KIND = MistakePlanTest.Kind.FIRST;

    @TempDir
    private Path folder;

    @Test
    void saysWhereAMistakeIsAndWhatMustBeFound() throws IOException {
        try (Manifest manifest = Manifest.in(folder)) {
            manifest.add(Mistake.at(Place.line(12, "点数"), KIND, "a/b.csv", "key", "R04")
                    .and("T01", Place.line(4, null)));
            manifest.add(Mistake.at(Place.entry("DATA/1.xml", null), KIND, "c.zip", null, "V02", "V03"));
            assertThat(manifest.mistakes()).isEqualTo(2);
        }
        assertThat(Files.readAllLines(folder.resolve(Manifest.NAME)))
                .containsExactly(
                        "{\"kind\":\"FIRST\",\"ja\":\"FIRST\",\"en\":\"FIRST\",\"file\":\"a/b.csv\",\"record\":\"key\","
                                + "\"line\":12,\"field\":\"点数\",\"expected\":[{\"rule\":\"R04\",\"line\":12,"
                                + "\"field\":\"点数\"},{\"rule\":\"T01\",\"line\":4}]}",
                        "{\"kind\":\"FIRST\",\"ja\":\"FIRST\",\"en\":\"FIRST\",\"file\":\"c.zip\","
                                + "\"entry\":\"DATA/1.xml\",\"expected\":[{\"rule\":\"V02\",\"entry\":\"DATA/1.xml\"},"
                                + "{\"rule\":\"V03\",\"entry\":\"DATA/1.xml\"}]}");
    }

    @Test
    void refusesAMistakeThatNobodyCouldFind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mistake.at(Place.line(1, null), KIND, "a.csv", null))
                .withMessage("FIRST needs at least one expected finding");
    }
}
