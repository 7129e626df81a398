package jp.kenpo.gateway.content.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptDatesTest {

    @ParameterizedTest
    @CsvSource({
        "20180409, 20180409",
        "4300409, 20180409",
        "3180717, 19430717",
        "1450729, 19120729",
        "2010730, 19120730",
        "5010501, 20190501",
        "20240229, 20240229"
    })
    void readsADayInEitherForm(String text, int day) throws IOException {
        assertThat(ReceiptDates.day(line(text), 0)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"201804, 201804", "43004, 201804", "50806, 202606"})
    void readsAMonthInEitherForm(String text, int month) throws IOException {
        assertThat(ReceiptDates.month(line(text), 0)).isEqualTo(month);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"20230229", "20181301", "20180400", "0300409", "6010101", "4000101", "180409", "2018x409", ""})
    void refusesWhatIsNoDay(String text) throws IOException {
        assertThat(ReceiptDates.day(line(text), 0)).isEqualTo(ReceiptDates.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"201813", "201800", "63004", "2018041", ""})
    void refusesWhatIsNoMonth(String text) throws IOException {
        assertThat(ReceiptDates.month(line(text), 0)).isEqualTo(ReceiptDates.NONE);
    }

    private static Line line(String text) throws IOException {
        var reader = new LineReader(
                new ByteArrayInputStream((text + ",\r\n").getBytes(StandardCharsets.US_ASCII)), Dialect.PAYER);
        assertThat(reader.next()).isTrue();
        return reader.line();
    }
}
