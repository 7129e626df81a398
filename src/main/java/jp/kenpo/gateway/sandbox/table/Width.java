package jp.kenpo.gateway.sandbox.table;

import java.text.Normalizer;

/** Half and full width, as the tables of Japanese systems tell them apart. */
final class Width {

    private static final String FULL_KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンー　";
    private static final String HALF_KANA = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｰ ";
    private static final int FULL_OFFSET = '！' - '!';

    private Width() {}

    static String half(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    static String full(String text) {
        StringBuilder full = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            full.append(c > ' ' && c <= '~' ? (char) (c + FULL_OFFSET) : c == ' ' ? '　' : c);
        }
        return full.toString();
    }

    /** Katakana in half width; voiced signs take two places, small ones become large. */
    static String halfKana(String kana) {
        StringBuilder half = new StringBuilder();
        for (char c : Normalizer.normalize(kana, Normalizer.Form.NFD).toCharArray()) {
            half.append(half(c));
        }
        return half.toString();
    }

    private static char half(char c) {
        if (c == '\u3099') {
            return 'ﾞ';
        }
        if (c == '\u309A') {
            return 'ﾟ';
        }
        int small = "ァィゥェォッャュョ".indexOf(c);
        char large = small < 0 ? c : "アイウエオツヤユヨ".charAt(small);
        int place = FULL_KANA.indexOf(large);
        return place < 0 ? ' ' : HALF_KANA.charAt(place);
    }
}
