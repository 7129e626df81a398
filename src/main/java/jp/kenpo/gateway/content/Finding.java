package jp.kenpo.gateway.content;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong in a payload, for the person who must act: where, what was expected. Never a person's value.
 *
 * @param rule id of the rule, for example {@code R02}; its text stands in {@code messages/}, by kind of content
 * @param line line in the file from 1; 0 where the file as a whole is meant
 * @param record what the line belongs to: a receipt by its ordinal and 検索番号, a table row; null for the file
 * @param field name of the item or column; null where the line as a whole is meant
 * @param arguments what the text names: expected and found figures, never a value of a person
 */
public record Finding(
        Severity severity,
        String rule,
        long line,
        @Nullable String record,
        @Nullable String field,
        List<String> arguments) {

    /** Bundles that texts are looked up in. */
    static final List<String> TEXTS = List.of(
            "messages.findings",
            "messages.table",
            "messages.selection",
            "messages.receiptcopy",
            "messages.checkup",
            "messages.checkupitem",
            "messages.employer",
            "messages.qualification",
            "messages.mynumber",
            "messages.event",
            "messages.composition",
            "messages.bundle",
            "messages.archive",
            "messages.rejection");

    /** Without it a Japanese machine would answer in Japanese whoever asks for English. */
    private static final ResourceBundle.Control AS_ASKED =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public Finding {
        arguments = List.copyOf(arguments);
    }

    /** Returns the same finding, taken as seriously as is agreed. */
    Finding as(Severity agreed) {
        return new Finding(agreed, rule, line, record, field, arguments);
    }

    /** Returns all that is said to a person: what is wrong, then what to do. */
    public String message(Locale locale) {
        String remedy = remedy(locale);
        return remedy.isEmpty() ? text(locale) : text(locale) + gap(locale) + remedy;
    }

    /**
     * Returns what was found and what was expected, Japanese for {@code ja}, else English; the id of the rule if it
     * has no text.
     *
     * <p>The texts are patterns of {@link MessageFormat}: an apostrophe is written twice.
     */
    public String text(Locale locale) {
        return written(rule, locale).orElse(rule);
    }

    /** Returns who has to do what: the text under the id of the rule and {@code .do}; empty if there is none. */
    public String remedy(Locale locale) {
        return written(rule + ".do", locale).orElse("");
    }

    private static String gap(Locale locale) {
        return Locale.JAPANESE.getLanguage().equals(locale.getLanguage()) ? "" : " ";
    }

    private Optional<String> written(String key, Locale locale) {
        return TEXTS.stream()
                .flatMap(name -> pattern(name, key, locale).stream())
                .findFirst()
                .map(pattern -> new MessageFormat(pattern, locale).format(arguments.toArray()));
    }

    private Optional<String> pattern(String name, String key, Locale locale) {
        try {
            return Optional.of(ResourceBundle.getBundle(name, locale, AS_ASKED).getString(key));
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }
}
