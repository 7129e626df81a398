package jp.kenpo.gateway.counterparty;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The path that a right file has below the folder of its interchange: text, {@code *} for anything but a slash,
 * {@code {month}} for yyyyMM, {@code {insurer-number}} for eight digits, {@code {party}} for the id of a party and
 * {@code {transfer}} for the id of a transfer.
 */
public final class ArrivalPattern {

    private static final Pattern TOKEN = Pattern.compile("\\{month}|\\{insurer-number}|\\{party}|\\{transfer}|\\*");

    private final Pattern form;

    public ArrivalPattern(String pattern) {
        StringBuilder form = new StringBuilder();
        Matcher tokens = TOKEN.matcher(pattern);
        int from = 0;
        while (tokens.find()) {
            form.append(Pattern.quote(pattern.substring(from, tokens.start())));
            form.append(
                    switch (tokens.group()) {
                        case "{month}" -> "(?<month>[0-9]{6})";
                        case "{insurer-number}" -> "(?<insurer>[0-9]{8})";
                        case "{party}" -> "(?<party>[a-z][a-z0-9]*(?:-[a-z0-9]+)*)";
                        case "{transfer}" -> "(?<transfer>[0-9A-HJKMNP-TV-Z]{26})";
                        default -> "[^/]+";
                    });
            from = tokens.end();
        }
        this.form = Pattern.compile(form + Pattern.quote(pattern.substring(from)));
    }

    /**
     * What the place of a right file says.
     *
     * @param month month that the folder names; null if the pattern has none
     * @param insurerNumber insurer number that the folder names; null if the pattern has none
     * @param party id of the party that the path names; null if the pattern has none
     * @param transfer id of the transfer that the path says it answers; null if the pattern has none
     */
    public record Match(
            String fileName,
            @Nullable YearMonth month,
            @Nullable String insurerNumber,
            @Nullable String party,
            @Nullable String transfer) {}

    /** Returns what the path says, or empty if a right file can't lie there. */
    public Optional<Match> match(@Nullable String path) {
        Matcher matcher = form.matcher(path == null ? "" : path);
        if (path == null || !matcher.matches()) {
            return Optional.empty();
        }
        try {
            String month = group(matcher, "month");
            return Optional.of(new Match(
                    path.substring(path.lastIndexOf('/') + 1),
                    month == null
                            ? null
                            : YearMonth.of(
                                    Integer.parseInt(month.substring(0, 4)), Integer.parseInt(month.substring(4))),
                    group(matcher, "insurer"),
                    group(matcher, "party"),
                    group(matcher, "transfer")));
        } catch (DateTimeException noMonth) {
            return Optional.empty();
        }
    }

    private @Nullable String group(Matcher matcher, String name) {
        return form.pattern().contains("?<" + name + ">") ? matcher.group(name) : null;
    }
}
