package jp.kenpo.gateway.configuration;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces every {@code ${name:default}} of a value. A value that comes in is not looked into again. */
record Placeholders(UnaryOperator<String> resolver) {

    private static final Pattern FORM = Pattern.compile("\\$\\{([^}]*)}");

    /** @throws IllegalArgumentException if a placeholder has neither value nor default, or is not closed */
    String resolve(String text) {
        var rest = FORM.matcher(text).replaceAll("");
        if (rest.contains("${")) {
            throw new IllegalArgumentException("a placeholder is not closed");
        }
        return FORM.matcher(text).replaceAll(match -> Matcher.quoteReplacement(resolver.apply(match.group(1))));
    }
}
