package jp.kenpo.gateway.sandbox.employer;

import java.text.Normalizer;

/** Katakana as old programs write it: half-width, with the voicing marks as signs of their own. */
final class HalfWidthKana {

    private static final String FULL = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンァィゥェォッャュョー\u3099\u309A　";
    private static final String HALF = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｧｨｩｪｫｯｬｭｮｰﾞﾟ ";

    private HalfWidthKana() {}

    static String of(String katakana) {
        StringBuilder half = new StringBuilder();
        for (char sign : Normalizer.normalize(katakana, Normalizer.Form.NFD).toCharArray()) {
            int place = FULL.indexOf(sign);
            half.append(place < 0 ? sign : HALF.charAt(place));
        }
        return half.toString();
    }
}
