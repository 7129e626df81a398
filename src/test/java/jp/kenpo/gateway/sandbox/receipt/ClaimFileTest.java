package jp.kenpo.gateway.sandbox.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.YearMonth;
import java.util.List;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;
import org.junit.jupiter.api.Test;

class ClaimFileTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 2);

    @Test
    void beginsWithTheProviderAndEndsWithTheTotals() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ClaimFile.Written written = new ClaimFile(new FictionalSociety(7, 40), MONTH, 7, 60).writeTo(out);

        String text = out.toString(Charset.forName("windows-31j"));
        List<String> lines = text.lines().toList();
        assertThat(lines.get(0)).startsWith("IR,1,13,1,99");
        assertThat(lines).filteredOn(line -> line.startsWith("RE,")).hasSize(60);
        assertThat(lines).filteredOn(line -> line.startsWith("IR,")).hasSize(1);
        assertThat(text).endsWith("GO," + written.items() + "," + written.points() + ",99\r\n\u001a");
        assertThat(written.items())
                .isEqualTo(lines.stream()
                        .filter(line -> line.startsWith("HO,") || line.startsWith("KO,"))
                        .count());
        assertThat(written.points())
                .isEqualTo(lines.stream()
                        .filter(line -> line.startsWith("HO,"))
                        .mapToLong(line -> Long.parseLong(line.split(",", -1)[5]))
                        .sum());
    }

    @Test
    void numbersTheReceiptsFromOne() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ClaimFile(new FictionalSociety(7, 40), MONTH, 7, 3).writeTo(out);
        assertThat(out.toString(Charset.forName("windows-31j"))).contains("\r\nRE,1,", "\r\nRE,2,", "\r\nRE,3,");
    }
}
