package jp.kenpo.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import jp.kenpo.gateway.gate.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalMeaningTest {

    private final RefusalMeaning english = new RefusalMeaning(Locale.ENGLISH);
    private final RefusalMeaning japanese = new RefusalMeaning(Locale.JAPANESE);

    @ParameterizedTest
    @EnumSource
    void saysEachReasonOfTheGateInTheReadersLanguage(Decision.Reason reason) {
        String error = reason.label() + ": the gate's own words (config/counterparties/x.yaml:3)";
        assertThat(english.of(error)).matches("[ -~]+[.]");
        assertThat(japanese.of(error)).endsWith("。").matches(".*[ぁ-ん].*");
    }

    @Test
    void saysNothingOfOtherErrors() {
        assertThat(english.of(null)).isEmpty();
        assertThat(english.of("larger than 5 bytes")).isEmpty();
        assertThat(english.of("another file has the name: x")).isEmpty();
        assertThat(english.of("not-verified")).isEmpty();
    }
}
