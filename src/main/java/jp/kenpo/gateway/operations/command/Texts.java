package jp.kenpo.gateway.operations.command;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What commands say to people, in Japanese or English. */
final class Texts {

    private final ResourceBundle bundle;
    private final Locale locale;

    Texts(Locale locale) {
        this.locale = locale;
        // Without this, English asked for on a Japanese machine would be answered in Japanese
        var exactly = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        this.bundle = ResourceBundle.getBundle("messages.commands", locale, exactly);
    }

    Locale locale() {
        return locale;
    }

    ResourceBundle bundle() {
        return bundle;
    }

    /** Returns the text under the key, its arguments filled in as they are: no digit grouping. */
    String text(String key, Object... arguments) {
        var asText = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            asText[i] = String.valueOf(arguments[i]);
        }
        return new MessageFormat(bundle.getString(key), locale).format(asText);
    }
}
