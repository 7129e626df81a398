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
        var finding = new Finding(Severity.ERROR, "S31", 0, null, "/data/note", List.of("20", "22"));
        Locale.setDefault(Locale.JAPAN);

        assertThat(finding.message(Locale.JAPAN)).isEqualTo("文字列は全角 20 文字までです(受領したのは 22 文字)。文字列を短くしてください。");
        assertThat(finding.message(Locale.ENGLISH))
                .isEqualTo("The text may have 20 full-width signs; it has 22. Shorten the text.");
        assertThat(finding.message(Locale.FRENCH)).isEqualTo(finding.message(Locale.ENGLISH));
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
