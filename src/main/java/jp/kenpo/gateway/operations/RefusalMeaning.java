package jp.kenpo.gateway.operations;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kenpo.gateway.gate.Decision;
import org.jspecify.annotations.Nullable;

/**
 * What a refusal (提供不可) of the purpose gate means, in a sentence of the reader's language. Its own words name file and
 * line of the configuration, in English like these.
 */
public final class RefusalMeaning {

    private static final String SEPARATOR = ": ";
    private static final Map<String, Decision.Reason> REASONS = Arrays.stream(Decision.Reason.values())
            .collect(Collectors.toMap(Decision.Reason::label, Function.identity()));

    private final ResourceBundle texts;

    /** @param locale Japanese; anything else is English */
    public RefusalMeaning(Locale locale) {
        var exactly = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        this.texts = ResourceBundle.getBundle("messages.refusal", locale, exactly);
    }

    /**
     * Returns the meaning of what stands as a transfer's last error; empty if it is no reason of the gate.
     *
     * @param error the reason's label, a colon and its words; null if the transfer has none
     */
    public String of(@Nullable String error) {
        int end = error == null ? -1 : error.indexOf(SEPARATOR);
        var reason = error == null || end < 0 ? null : REASONS.get(error.substring(0, end));
        return reason == null ? "" : texts.getString(reason.label());
    }
}
