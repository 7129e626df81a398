package jp.kenpo.gateway.sandbox.simulator;

import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kenpo.gateway.sandbox.contents.Commission;
import jp.kenpo.gateway.sandbox.contents.Made;
import jp.kenpo.gateway.sandbox.contents.Received;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;

/** Under which path a file is handed in: as its interchange's pattern wants, and as its kind prescribes. */
final class HandIn {

    private static final Pattern TOKEN = Pattern.compile("\\{[a-z-]+}|\\*");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private HandIn() {}

    /**
     * Returns the path below the place for what is handed in.
     *
     * @param place which one of several that were made together, from 1
     */
    static String path(Commission commission, Made made, int place) {
        String folder = text(commission.interchange().folder());
        String path = fits(commission, made) ? made.name() : filled(commission, place);
        return folder.isEmpty() ? path : folder + "/" + path;
    }

    private static boolean fits(Commission commission, Made made) {
        String form = TOKEN.matcher(Pattern.quote(text(commission.interchange().fileName())))
                .replaceAll(Matcher.quoteReplacement("\\E[^/]+\\Q"));
        return !made.name().isEmpty() && made.name().matches(form);
    }

    private static String filled(Commission commission, int place) {
        StringBuilder path = new StringBuilder();
        Matcher tokens = TOKEN.matcher(text(commission.interchange().fileName()));
        while (tokens.find()) {
            tokens.appendReplacement(path, value(tokens.group(), commission, place));
        }
        return tokens.appendTail(path).toString();
    }

    private static String value(String token, Commission commission, int place) {
        Received source = commission.source();
        return switch (token) {
            case "{month}" -> DAY.format(commission.day()).substring(0, 6);
            case "{insurer-number}" -> FictionalSociety.INSURER_NUMBER;
            case "{party}" -> commission.party().id();
            case "{transfer}" -> source == null ? "" : source.origin();
            default ->
                DAY.format(commission.day()) + "_" + commission.number() + "_" + (source == null ? 0 : source.ordinal())
                        + "_" + place;
        };
    }

    private static String text(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
