package jp.kenpo.gateway.content.reexamination;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FullWidthTest {

    @Test
    void widensLettersDigitsSignsAndKatakana() {
        assertThat(FullWidth.of("3月, 2回 \"A-1\" ｶﾞｰｾﾞ ~")).isEqualTo("３月，　２回　”Ａ－１”　ガーゼ　～");
    }

    @Test
    void leavesFullWidthTextAsItIs() {
        assertThat(FullWidth.of("過剰と思われる。①")).isEqualTo("過剰と思われる。①");
    }

    @Test
    void turnsLookAlikesIntoSignsThatCanBeWritten() {
        String text = FullWidth.of("\u301C\u2212\u2016\u2014\u00A5'");

        assertThat(FullWidth.firstNotRecordable(text)).isZero();
        assertThat(new String(text.getBytes(FullWidth.WINDOWS_31J), FullWidth.WINDOWS_31J))
                .isEqualTo(text);
    }

    @Test
    void findsTheFirstSignOutsideJisX0208() {
        assertThat(FullWidth.firstNotRecordable("過剰")).isZero();
        assertThat(FullWidth.firstNotRecordable("高①")).isEqualTo(2);
        assertThat(FullWidth.firstNotRecordable("髙")).isEqualTo(1);
        assertThat(FullWidth.firstNotRecordable("あ😀")).isEqualTo(2);
        assertThat(FullWidth.firstNotRecordable("a")).isEqualTo(1);
    }
}
