package jp.kenpo.gateway.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitsTest {

    @ParameterizedTest
    @ValueSource(strings = {"06132013", "06990014", "63990014", "01130012", "01040013", "33120015"})
    void acceptsInsurerNumbersWithTheRightCheckDigit(String number) {
        assertThat(InsurerNumber.isValid(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"06132014", "16132013", "0613201", "061320130", "0613201x", "０６１３２０１３", ""})
    void refusesWhatIsNoInsurerNumber(String number) {
        assertThat(InsurerNumber.isValid(number)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"01,1,0113719", "13,1,9999913"})
    void acceptsInstitutionCodesByTheRuleOfTheirPrefecture(String prefecture, String feeTable, String code) {
        assertThat(InstitutionCode.isValid(prefecture, feeTable, code)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"01,1,0113718", "13,1,9999914", "13,4,9999946", "13,1,999991", "13,1,999991x"})
    void refusesWhatIsNoInstitutionCode(String prefecture, String feeTable, String code) {
        assertThat(InstitutionCode.isValid(prefecture, feeTable, code)).isFalse();
    }

    @Test
    void acceptsEitherRuleInOkinawa() {
        assertThat(InstitutionCode.isValid("47", "1", "9999913")).isTrue();
    }
}
