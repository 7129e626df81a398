package jp.kenpo.gateway.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FindingTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restoresTheLocale() {
        Locale.setDefault(before);
    }

    @Test
    void answersInTheLanguageAskedForAndElseInEnglish() {
        var finding = new Finding(Severity.ERROR, "C10", 2, "row 1", "備考", List.of("200", "202"));
        Locale.setDefault(Locale.JAPAN);

        assertThat(finding.message(Locale.JAPAN)).isEqualTo("バイト数は 200 までです(受領した値は 202 バイト)。");
        assertThat(finding.message(Locale.ENGLISH)).isEqualTo("The cell may have 200 bytes; it has 202.");
        assertThat(finding.message(Locale.FRENCH)).isEqualTo("The cell may have 200 bytes; it has 202.");
    }

    @Test
    void writesAnApostropheOnce() {
        var finding = new Finding(Severity.ERROR, "S30", 0, null, null, List.of("3"));

        assertThat(finding.message(Locale.ENGLISH))
                .isEqualTo("Sign 3 of the text can't be recorded in a receipt file. Use signs of JIS X 0208.");
    }

    @Test
    void saysTheRuleWhereThereIsNoText() {
        assertThat(new Finding(Severity.ERROR, "Z99", 0, null, null, List.of()).message(Locale.ENGLISH))
                .isEqualTo("Z99");
    }
}
