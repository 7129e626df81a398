package jp.kenpo.gateway.sandbox.society;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckDigitTest {

    @Test
    void fillsUpInsurerNumbers() {
        assertThat(CheckDigit.appendedTo("0613201")).isEqualTo("06132013");
        assertThat(CheckDigit.appendedTo("0699001")).isEqualTo(FictionalSociety.INSURER_NUMBER);
    }

    @Test
    void fillsUpRecipientNumbers() {
        assertThat(CheckDigit.appendedTo("222222")).isEqualTo("2222222");
    }

    @Test
    void letsInstitutionCodesOfTokyoStandAlone() {
        assertThat(CheckDigit.institutionCode("13", '1', "999991")).isEqualTo("9999913");
    }

    @Test
    void countsPrefectureAndFeeTableElsewhere() {
        assertThat(CheckDigit.institutionCode("01", '1', "011371")).isEqualTo("0113719");
    }
}
