package jp.kenpo.gateway.counterparty;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * That what comes in on an interchange confirms what was sent on another (受領確認): {@code acknowledges: {interchange:
 * online-qualification.registration, by: records, business-days: 3}}.
 *
 * @param interchange full name of the outbound interchange, of the same counterparty
 * @param fileName name of the acknowledging file where {@code by} is the file name: plain text, {@code {name}} for the
 *     name under which the acknowledged file left, without its ending, and {@code *}; null otherwise
 * @param businessDays until the end of which business day after the delivery it is in time; the day of the delivery is
 *     not counted
 */
public record Acknowledgement(
        String interchange, By by, @Nullable String fileName, int businessDays) {

    static final String NAME = "{name}";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]+");

    /** How the transfer is found that is acknowledged. */
    public enum By {
        /** The content speaks of the records that were sent; it is acknowledged when all of them were spoken of. */
        RECORDS,
        /** The name of the acknowledging file holds the name of the file that was sent. */
        FILE_NAME,
        /**
         * It names the id of the transfer that was sent: a file by {@code {transfer}} in its path, a message by its
         * correlation id ({@code JMSCorrelationID}). The announcement of a delivery has that id as its own.
         */
        TRANSFER
    }

    public Acknowledgement {
        if (businessDays < 1) {
            throw new IllegalArgumentException("business-days begin at 1");
        }
        if ((by == By.FILE_NAME) != (fileName != null)) {
            throw new IllegalArgumentException("by: file-name and file-name, with {name}, go together");
        }
    }

    /**
     * Returns the names, without their endings, that the file may have had which a file with this name acknowledges: more
     * than one where what follows {@code {name}} could be a part of it. None if it names none.
     *
     * @param arrived name as it came, hostile data
     */
    public Set<String> namesIn(@Nullable String arrived) {
        if (fileName == null || arrived == null) {
            return Set.of();
        }
        int at = fileName.indexOf(NAME);
        Matcher head = Pattern.compile(form(fileName.substring(0, at))).matcher(arrived);
        Pattern tail = Pattern.compile(form(fileName.substring(at + NAME.length())));
        int from = head.lookingAt() ? head.end() : arrived.length();
        return IntStream.rangeClosed(from + 1, arrived.length())
                .filter(end -> tail.matcher(arrived.substring(end)).matches())
                .mapToObj(end -> arrived.substring(from, end))
                .filter(PLAIN.asMatchPredicate())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String form(String text) {
        return Pattern.quote(text).replace("*", "\\E[^/]*\\Q");
    }
}
