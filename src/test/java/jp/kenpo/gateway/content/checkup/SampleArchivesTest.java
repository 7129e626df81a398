package jp.kenpo.gateway.content.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.testing.Peers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleArchivesTest {

    @ParameterizedTest
    @ValueSource(strings = {"9910000018_06999999_202505201_1.zip", "6631111116_06999999_202505200_4.zip"})
    void acceptsBothValidArchivesWithTheOfficialSchemas(String name) throws IOException {
        Reading reading = read(name, name);

        assertThat(Archives.told(reading)).isEmpty();
        assertThat(reading.counts()).containsEntry("records", 2L);
        assertThat(reading.members()).isEqualTo(2);
    }

    @Test
    void findsInTheInvalidArchiveExactlyWhatItsNotesList() throws IOException {
        Reading reading = read("INVALID_9910000018_06999999_202505209_1.zip", "9910000018_06999999_202505209_1.zip");

        assertThat(Archives.places(reading))
                .containsExactlyInAnyOrder(
                        // check digit of the insurer number
                        "V11a h99100000182025052091000001.xml 保険者番号",
                        // no waist; glucose too soon after a meal, and no HbA1c
                        "V17d h99100000182025052091000002.xml 内臓脂肪面積・腹囲(実測)・腹囲(自己判定)・腹囲(自己申告)",
                        "V17c h99100000182025052091000002.xml 空腹時血糖・随時血糖・HbA1c(NGSP値)",
                        // sex, birthTime
                        "V08d h99100000182025052091000003.xml 男女区分",
                        "V13a h99100000182025052091000003.xml 生年月日",
                        // four counted, three there
                        "V03b ix08_V08.xml totalRecordCount");
    }

    @Test
    void findsTheSameInACopyOfAnotherNameAndWithoutSchemas() throws IOException {
        String sample = "INVALID_9910000018_06999999_202505209_1.zip";
        Path file = Peers.neededSample("checkups/archives/" + sample);
        var content = Archives.content(Archives.NO_SCHEMAS);
        try (var in = Files.newInputStream(file)) {
            Reading reading = content.read(in, content.copy(sample));

            assertThat(reading.errors()).isEqualTo(6);
            assertThat(reading.findings())
                    .extracting(Finding::rule)
                    .contains(ArchiveRule.SCHEMA_ABSENT.id())
                    .hasSize(7);
        }
    }

    private static Reading read(String sample, String name) throws IOException {
        Path file = Peers.neededSample("checkups/archives/" + sample);
        var content = Archives.content(Archives.OFFICIAL);
        try (var in = Files.newInputStream(file)) {
            return content.read(in, content.copy(name));
        }
    }
}
