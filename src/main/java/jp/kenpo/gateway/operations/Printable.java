package jp.kenpo.gateway.operations;

import java.util.regex.Pattern;

/**
 * Text as a terminal or page may show it: file names come from outside and may hold escape sequences, line ends, or characters
 * that turn the reading direction.
 */
public final class Printable {

    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]");
    private static final String REPLACEMENT = "\uFFFD";

    private Printable() {}

    /** Returns the text with every such character replaced by U+FFFD. */
    public static String of(String text) {
        return UNSAFE.matcher(text).replaceAll(REPLACEMENT);
    }
}
