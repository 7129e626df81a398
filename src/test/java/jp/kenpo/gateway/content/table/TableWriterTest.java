package jp.kenpo.gateway.content.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import jp.kenpo.gateway.content.Arrival;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableWriterTest {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final String LAYOUT = """
            encoding: windows-31j
            header: required
            columns:
              - {name: 氏名, field: member-identity.name, required: true, type: text}
              - {name: 生年月日, field: member-identity.birth-date, required: false, type: date, dates: [era-digits]}
            """;

    @Test
    void writesWhatItsReaderFindsRight() throws IOException {
        var out = new ByteArrayOutputStream();
        var writer = new TableWriter(form(LAYOUT), out);

        writer.row(Map.of("氏名", "架空, \"太郎\"", "生年月日", writer.date("生年月日", LocalDate.of(1976, 1, 31))));
        writer.row(Map.of("氏名", "=cmd()"));

        assertThat(out.toString(WINDOWS_31J)).isEqualTo("氏名,生年月日\r\n\"架空, \"\"太郎\"\"\",3510131\r\n'=cmd(),\r\n");
        assertThat(MadeUpLayouts.csv(LAYOUT)
                        .read(new ByteArrayInputStream(out.toByteArray()), Arrival.UNKNOWN)
                        .findings())
                .isEmpty();
    }

    @Test
    void stopsAtACharacterThatTheEncodingLacksAndNamesNoValue() throws IOException {
        var writer = new TableWriter(form(LAYOUT), new ByteArrayOutputStream());

        assertThatThrownBy(() -> writer.row(Map.of("氏名", "𠮷田")))
                .isInstanceOf(IOException.class)
                .hasMessage("a cell holds a character that windows-31j lacks; nothing is sent");
    }

    @Test
    void beginsWithAMarkWhereTheLayoutAsksForOne() throws IOException {
        var out = new ByteArrayOutputStream();

        new TableWriter(form(LAYOUT.replace("windows-31j", "utf-8-bom")), out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\uFEFF氏名,生年月日\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "COMPACT, 2026-04-01, 20260401",
        "HYPHENS, 2026-04-01, 2026-04-01",
        "SLASHES, 2026-04-01, 2026/04/01",
        "ERA_DIGITS, 2019-04-30, 4310430",
        "ERA_DIGITS, 2019-05-01, 5010501",
        "ERA_WRITTEN, 1926-12-24, T15.12.24",
        "ERA_WRITTEN, 1926-12-25, S1.12.25",
        "ERA_WRITTEN, 1989-01-08, H1.1.8",
    })
    void writesADaySoThatItIsReadAsTheSame(DateForm form, LocalDate day, String text) {
        assertThat(WrittenDates.text(day, form)).isEqualTo(text);
        assertThat(WrittenDates.date(text, java.util.Set.of(form))).contains(day);
    }

    private static CsvForm form(String yaml) {
        return MadeUpLayouts.form("csv", yaml, CsvForm.class);
    }
}
