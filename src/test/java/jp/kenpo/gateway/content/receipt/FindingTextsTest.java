package jp.kenpo.gateway.content.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingTextsTest {

    @ParameterizedTest
    @EnumSource(Rule.class)
    void saysEveryRuleInEnglishAndJapanese(Rule rule) {
        var noFallback = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        String english = ResourceBundle.getBundle("messages.findings", Locale.ROOT, noFallback)
                .getString(rule.id());
        var japanese = ResourceBundle.getBundle("messages.findings", Locale.JAPANESE, noFallback);

        assertThat(japanese.getLocale()).isEqualTo(Locale.JAPANESE);
        assertThat(figures(japanese.getString(rule.id()))).isEqualTo(figures(english));
        assertThat(MessageFormat.format(english, "1", "2", "3")).doesNotContain("{");
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void hasAnIdOfItsOwn(Rule rule) {
        assertThat(Arrays.stream(Rule.values()).filter(other -> other.id().equals(rule.id())))
                .containsExactly(rule);
    }

    private static long figures(String text) {
        return Arrays.stream(new String[] {"{0}", "{1}", "{2}"})
                .filter(text::contains)
                .count();
    }
}
