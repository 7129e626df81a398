package jp.kenpo.gateway.counterparty;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** How the transfer is found that is acknowledged. */
    public enum By {
        /** The content speaks of the records that were sent; it is acknowledged when all of them were spoken of. */
        RECORDS,
        /** The name of the acknowledging file holds the name of the file that was sent. */
        FILE_NAME
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
     * Returns the name, without its ending, of the file that a file with this name acknowledges; empty if it names none.
     *
     * @param arrived name as it came, hostile data
     */
    public Optional<String> nameIn(@Nullable String arrived) {
        if (fileName == null || arrived == null) {
            return Optional.empty();
        }
        int at = fileName.indexOf(NAME);
        Pattern form = Pattern.compile(
                form(fileName.substring(0, at)) + "([A-Za-z0-9._-]+)" + form(fileName.substring(at + NAME.length())));
        Matcher matcher = form.matcher(arrived);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String form(String text) {
        return Pattern.quote(text).replace("*", "\\E[^/]*\\Q");
    }
}
