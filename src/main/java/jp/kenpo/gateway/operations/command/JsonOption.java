package jp.kenpo.gateway.operations.command;

import picocli.CommandLine.Option;

/** The option {@code --json}, the same on every command that prints a table. */
final class JsonOption {

    @Option(names = "--json", descriptionKey = "json")
    private boolean wanted;

    boolean wanted() {
        return wanted;
    }
}
