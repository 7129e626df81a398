package jp.kenpo.gateway.content.mynumber;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words that say that a My Number (個人番号) stands beside them, in headings and in texts. */
final class ContextWords {

    private static final Pattern WORDS = Pattern.compile("個人番号|マイナンバー|my[ _-]?number|kojin[ _-]?bang[oō]u?");

    private ContextWords() {}

    static boolean standIn(CharSequence text) {
        String normalised = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return WORDS.matcher(normalised).find();
    }
}
