package jp.kenpo.gateway.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/** The language of a page: what {@code ?lang=} says, else the first of Japanese and English that the browser accepts. */
final class ConsoleLanguage implements LocaleResolver {

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var asked = request.getParameter("lang");
        if (asked != null) {
            return asked.equals("ja") ? Locale.JAPANESE : Locale.ENGLISH;
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals("ja") || language.equals("en"))
                .findFirst()
                .filter("ja"::equals)
                .map(japanese -> Locale.JAPANESE)
                .orElse(Locale.ENGLISH);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is a matter of each request");
    }
}
