package jp.kenpo.gateway.content.report;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Severity;
import org.jspecify.annotations.Nullable;

/** The words of a report in one language; they stand in {@code messages/report.properties}. */
final class ReportTexts {

    /** What can't be seen could hide or turn round a text. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]");

    /** Readers call a record by an English word and its number. */
    private static final Pattern NUMBERED = Pattern.compile("(receipt|row|document) (?=\\d)");

    private final Locale locale;
    private final ResourceBundle bundle;

    ReportTexts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                "messages.report",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    Locale locale() {
        return locale;
    }

    String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    String severity(Severity severity) {
        return text("severity." + severity.name().toLowerCase(Locale.ROOT));
    }

    /** Returns the record that a finding names, called by a word of the language; empty if it names none. */
    String record(Finding finding) {
        return NUMBERED.matcher(seen(finding.record())).replaceFirst(found -> text("record." + found.group(1)) + " ");
    }

    /** Returns the text with 〓, Japanese printers' mark for a missing type, in place of what can't be seen. */
    static String seen(@Nullable String text) {
        return text == null ? "" : UNSEEN.matcher(text).replaceAll(ReportCsv.GETA);
    }
}
