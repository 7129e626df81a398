package jp.kenpo.gateway.operations.command;

import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of one call, parted into properties of the installation and the command.
 *
 * <p>Properties may stand anywhere ({@code transfers --gateway.data-dir=/srv --json}); Picocli never sees them.
 *
 * @param properties arguments such as {@code --gateway.data-dir=var}
 * @param command what remains: name of the command and its own arguments
 */
public record Invocation(List<String> properties, List<String> command) {

    private static final List<String> PROPERTY_PREFIXES =
            List.of("--gateway.", "--spring.", "--server.", "--management.", "--logging.", "--sandbox.");

    /** Parts the arguments as they came from the command line. */
    public static Invocation of(String... arguments) {
        var properties = new ArrayList<String>();
        var command = new ArrayList<String>();
        for (var argument : arguments) {
            boolean property = PROPERTY_PREFIXES.stream().anyMatch(argument::startsWith);
            (property ? properties : command).add(argument);
        }
        return new Invocation(List.copyOf(properties), List.copyOf(command));
    }

    /** Returns whether the gateway itself is to be started, which is so when no command is named. */
    public boolean startsGateway() {
        return command.isEmpty() || command.equals(List.of("run"));
    }
}
