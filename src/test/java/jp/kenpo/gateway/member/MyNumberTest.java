package jp.kenpo.gateway.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MyNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"123456789018", "987654321093", "123456789050", "123456789000", "123456789069"})
    void acceptsNumbersWithTheRightCheckDigit(String number) {
        assertThat(MyNumber.isValid(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789017", "000000000000", "12345678901", "1234567890180", "１２３４５６７８９０１８"})
    void refusesWhatIsNoMyNumber(String text) {
        assertThat(MyNumber.isValid(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789018",
                "番号123456789018です",
                "１２３４５６７８９０１８",
                "1234-5678-9018",
                "1234 5678 9018",
                "1234－5678－9018",
                "1 123456789018 2"
            })
    void findsANumberInAText(String text) {
        assertThat(MyNumber.countIn(text)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1123456789018",
                "202504011230",
                "1234-5678-9018-1234",
                "1234-5678 9018",
                "12345678,9018",
                "0000 0000 0000"
            })
    void findsNoNumberWhereThereIsNone(String text) {
        assertThat(MyNumber.countIn(text)).isZero();
    }
}
