package jp.kenpo.gateway.counterparty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import jp.kenpo.gateway.purpose.PurposeRegister;
import org.junit.jupiter.api.io.TempDir;

/** The shipped configuration of counterparties, and a copy of it that a test changes. */
abstract class CounterpartyRegisterCases {

    static final UnaryOperator<String> DEFAULTS = text -> text.substring(text.indexOf(':') + 1);
    static final PurposeRegister PURPOSES = PurposeRegister.load(Path.of("config"));
    static final CounterpartyRegister REGISTER = CounterpartyRegister.load(Path.of("config"), PURPOSES, DEFAULTS);

    static final String TAISHO = "taisho-audit.yaml";
    static final String ANSWER_DUE = "due: {after: taisho-audit.receipt-check-request, business-days: 10}";

    @TempDir
    Path configDir;

    CounterpartyRegister load() {
        return CounterpartyRegister.load(configDir, PURPOSES, DEFAULTS);
    }

    void change(String file, String what, String by) throws IOException {
        copy();
        var path = configDir.resolve("counterparties").resolve(file);
        var text = Files.readString(path);
        assertThat(text).contains(what);
        Files.writeString(path, text.replace(what, by));
    }

    void copy() throws IOException {
        for (var name : List.of("counterparties", "parties")) {
            var folder = configDir.resolve(name);
            Files.createDirectories(folder);
            try (var files = Files.list(Path.of("config").resolve(name))) {
                for (var file : files.toList()) {
                    if (Files.notExists(folder.resolve(file.getFileName()))) {
                        Files.copy(file, folder.resolve(file.getFileName()));
                    }
                }
            }
        }
    }

    static int lineOf(String text) {
        try {
            var file = Files.readString(Path.of("config/counterparties", TAISHO));
            int place = file.indexOf(text);
            assertThat(place).isNotNegative();
            return 1
                    + (int) file.substring(0, place)
                            .chars()
                            .filter(each -> each == '\n')
                            .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
