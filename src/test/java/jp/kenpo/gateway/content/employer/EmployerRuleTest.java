package jp.kenpo.gateway.content.employer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmployerRuleTest {

    @ParameterizedTest
    @EnumSource(EmployerRule.class)
    void saysWhatIsWrongAndWhatToDoInBothLanguages(EmployerRule rule) {
        var finding = rule.finding(1, null, null, "1", "2");

        assertThat(finding.text(Locale.ENGLISH)).isNotEqualTo(rule.id()).doesNotContain("{");
        assertThat(finding.text(Locale.JAPANESE))
                .isNotEqualTo(finding.text(Locale.ENGLISH))
                .doesNotContain("{");
        assertThat(finding.remedy(Locale.ENGLISH)).isNotEmpty();
        assertThat(finding.remedy(Locale.JAPANESE)).isNotEmpty().isNotEqualTo(finding.remedy(Locale.ENGLISH));
    }

    @ParameterizedTest
    @EnumSource(EmployerRule.class)
    void hasAnIdOfItsOwn(EmployerRule rule) {
        assertThat(Arrays.stream(EmployerRule.values())
                        .filter(other -> other.id().equals(rule.id())))
                .containsExactly(rule);
    }
}
