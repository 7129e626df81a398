package jp.kenpo.gateway.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MyNumberSearchTest {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789018",
                "番号123456789018です",
                "１２３４５６７８９０１８",
                "１２３456789０１８",
                "1234-5678-9018",
                "1234 5678 9018",
                "１２３４　５６７８　９０１８",
                "１２３４ー５６７８ー９０１８",
                "1234－5678－9018",
                "1 123456789018 2",
                "A123456789018B",
                "123456789018.0",
                "テスト 9876-5432-1093 です"
            })
    void findsANumberInATextAndInItsBytes(String text) {
        assertThat(MyNumberSearch.in(text)).singleElement().matches(NumberCandidate::isValid);
        assertThat(mayStandIn(text, StandardCharsets.UTF_8)).isTrue();
        assertThat(mayStandIn(text, WINDOWS_31J)).isTrue();
        byte[] bytes = text.getBytes(WINDOWS_31J);
        assertThat(MyNumberSearch.inShiftJis(bytes, 0, bytes.length))
                .singleElement()
                .matches(NumberCandidate::isValid);
    }

    @ParameterizedTest
    @ValueSource(strings = {"①②③④⑤⑥⑦⑧⑨⓪①⑧", "¹²³⁴⁵⁶⁷⁸⁹⁰¹⁸", "𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗𝟎𝟏𝟖", "⑫34 5678 9018"})
    void findsDigitsInUnusualForms(String text) {
        assertThat(MyNumberSearch.in(text)).singleElement().matches(NumberCandidate::isValid);
        assertThat(mayStandIn(text, StandardCharsets.UTF_8)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1123456789018",
                "1234567890180",
                "１1234567890１8",
                "1234-5678-9018-1234",
                "1234-1234-5678-9018",
                "1-1234-5678-9018",
                "1234-5678 9018",
                "1234--5678--9018",
                "12345678,9018",
                "7123456789012",
                ""
            })
    void findsNoCandidateWhereDigitsHaveAnotherForm(String text) {
        assertThat(MyNumberSearch.in(text)).isEmpty();
    }

    @Test
    void tellsWhereTheDigitsStandInCharactersAndInBytes() {
        String text = "氏名１２３４　５６７８　９０１８様";
        var found = MyNumberSearch.in(text).get(0);
        assertThat(text.substring(found.begin(), found.end())).isEqualTo("１２３４　５６７８　９０１８");
        byte[] bytes = text.getBytes(WINDOWS_31J);
        var inBytes = MyNumberSearch.inShiftJis(bytes, 0, bytes.length).get(0);
        assertThat(new String(bytes, inBytes.begin(), inBytes.end() - inBytes.begin(), WINDOWS_31J))
                .isEqualTo("１２３４　５６７８　９０１８");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678905.0", " 23456789018 ", "2.3456789018E+10", "１２３４５６７８９"})
    void takesAShortFigureForANumberThatLostItsZeros(String text) {
        assertThat(MyNumberSearch.shortenedIn(text)).isPresent();
    }

    @Test
    void readsTheExponentOfASpreadsheet() {
        assertThat(MyNumberSearch.shortenedIn("1.23456789018E+11")).get().matches(NumberCandidate::isValid);
        assertThat(MyNumberSearch.shortenedIn("1.23456789017E+11")).get().matches(found -> !found.isValid());
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678", "1.234567890185E+11", "123-456789", "約123456789", "1.5E+8x", ""})
    void takesNothingElseForAShortenedNumber(String text) {
        assertThat(MyNumberSearch.shortenedIn(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"検索番号 12345678901234567890", "20250401,12345678,山田太郎,03-1234-5678", "傷病名コード"})
    void rulesOutBytesAtAGlance(String text) {
        assertThat(mayStandIn(text, StandardCharsets.UTF_8)).isFalse();
        assertThat(mayStandIn(text, WINDOWS_31J)).isFalse();
    }

    @Test
    void neverTellsADigit() {
        assertThat(MyNumberSearch.in("123456789018").get(0)).hasToString("NumberCandidate[masked]");
    }

    private static boolean mayStandIn(String text, Charset charset) {
        byte[] bytes = text.getBytes(charset);
        return MyNumberSearch.mayStandIn(bytes, 0, bytes.length);
    }

    @Test
    void looksQuicklyThroughShiftJisWithoutTakingSecondBytesForCharacters() {
        var encoding = Charset.forName("windows-31j");
        for (String may : List.of("123456789018", "あ１２３４５６７８９０１８", "1234-5678-9018", "①２３４５６７８９０１８")) {
            byte[] bytes = may.getBytes(encoding);
            assertThat(MyNumberSearch.mayStandInShiftJis(bytes, 0, bytes.length))
                    .as(may)
                    .isTrue();
        }
        for (String not : List.of("13143005910000001", "いろはにほへとちりぬる秘高血圧症", "2026-05-01 10:30")) {
            byte[] bytes = not.getBytes(encoding);
            assertThat(MyNumberSearch.mayStandInShiftJis(bytes, 0, bytes.length))
                    .as(not)
                    .isFalse();
        }
    }

    /** FD to FF begin no sign of two bytes: what follows them is read by itself. */
    @Test
    void isNotMissedBehindAByteThatIsNoSign() {
        byte[] number = "１２３４５６７８９０１８".getBytes(Charset.forName("windows-31j"));
        for (int stray = 0xFD; stray <= 0xFF; stray++) {
            byte[] bytes = new byte[number.length + 1];
            bytes[0] = (byte) stray;
            System.arraycopy(number, 0, bytes, 1, number.length);

            assertThat(MyNumberSearch.mayStandInShiftJis(bytes, 0, bytes.length))
                    .as(Integer.toHexString(stray))
                    .isTrue();
            assertThat(MyNumberSearch.inShiftJis(bytes, 0, bytes.length))
                    .as(Integer.toHexString(stray))
                    .hasSize(1);
        }
    }
}
