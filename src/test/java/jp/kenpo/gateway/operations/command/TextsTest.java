package jp.kenpo.gateway.operations.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"messages.commands", "messages.console", "messages.refusal"})
    void saysEverythingInBothLanguages(String name) {
        var exactly = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        var english = ResourceBundle.getBundle(name, Locale.ROOT, exactly);
        var japanese = ResourceBundle.getBundle(name, Locale.JAPANESE, exactly);
        assertThat(new TreeSet<>(japanese.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
    }

    @Test
    void speaksEnglishOnAJapaneseMachine() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.JAPAN);
        try {
            assertThat(new Texts(Locale.ENGLISH).text("error", "x")).isEqualTo("error: x");
        } finally {
            Locale.setDefault(before);
        }
    }
}
