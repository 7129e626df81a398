package jp.kenpo.gateway.content.employer;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How headings, labels and units are compared: as a person reads them, whatever the width of their signs. */
final class Folding {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern DASHES = Pattern.compile("[\u2010-\u2015\u2212\u2500]");
    private static final Pattern BEGINS = Pattern.compile("[\\[{<〔【〈《「『]");
    private static final Pattern ENDS = Pattern.compile("[\\]}>〕】〉》」』]");
    private static final Pattern JOINTS = Pattern.compile("[_・:.、,]");
    private static final Pattern ENCLOSED = Pattern.compile("\\((.*)\\)");

    private Folding() {}

    /** Returns the text with full-width digits and letters made half-width, half-width kana full-width (NFKC). */
    static String width(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    static String withoutSpaces(String text) {
        return SPACES.matcher(text).replaceAll("");
    }

    /** Returns the text with each run of spaces as one full-width space. */
    static String spaced(String text) {
        return SPACES.matcher(text.strip()).replaceAll("\u3000");
    }

    static String heading(String text) {
        String folded = withoutSpaces(width(text)).toUpperCase(Locale.ROOT);
        folded = BEGINS.matcher(folded).replaceAll("(");
        folded = ENDS.matcher(folded).replaceAll(")");
        return JOINTS.matcher(folded).replaceAll("");
    }

    static String unit(String text) {
        return withoutSpaces(width(text)).toLowerCase(Locale.ROOT);
    }

    /** Returns a label without spaces, its dashes as one, without the brackets around all of it. */
    static String label(String text) {
        String folded =
                DASHES.matcher(withoutSpaces(width(text))).replaceAll("-").toUpperCase(Locale.ROOT);
        var enclosed = ENCLOSED.matcher(folded);
        if (enclosed.matches()) {
            folded = enclosed.group(1);
        }
        // the long vowel sign, alone, is meant as a dash
        return folded.equals("ー") ? "-" : folded;
    }
}
