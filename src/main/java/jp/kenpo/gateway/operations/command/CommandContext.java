package jp.kenpo.gateway.operations.command;

import java.io.PrintWriter;
import java.util.List;
import jp.kenpo.gateway.operations.Installation;
import jp.kenpo.gateway.operations.Json;

/** What every command works with: the installation, the language, and where it prints. */
record CommandContext(Installation installation, Texts texts, PrintWriter out, PrintWriter err, GatewayStart gateway) {

    /** A context in which no gateway can be started. */
    CommandContext(Installation installation, Texts texts, PrintWriter out, PrintWriter err) {
        this(installation, texts, out, err, properties -> {
            throw new IllegalStateException("no gateway can be started here");
        });
    }

    /** Returns whether a person sits there: neither input nor output goes to a file or another program. */
    @SuppressWarnings(
            "SystemConsoleNull") // from Java 22 on it is there without a terminal too: a bar in a log at worst
    boolean onTerminal() {
        return System.console() != null;
    }

    String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    void say(String key, Object... arguments) {
        out.println(text(key, arguments));
    }

    void printJson(Object value) {
        out.println(Json.text(value));
    }

    CommandRefusedException refusal(String key, Object... arguments) {
        return new CommandRefusedException(text(key, arguments));
    }

    /** Returns a table whose headings stand under {@code column.<name>}. */
    TextTable table(String... columns) {
        return new TextTable(List.of(columns).stream()
                .map(column -> text("column." + column))
                .toArray(String[]::new));
    }
}
