package jp.kenpo.gateway.operations.command;

import java.util.stream.Collectors;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.operations.Printable;

/** The answer to an interchange that nobody agreed: its name, and the names that are. */
final class UnknownInterchange {

    private UnknownInterchange() {}

    static CommandRefusedException refusal(CommandContext context, String name) {
        var known = context.installation().counterparties().interchanges().stream()
                .map(Interchange::name)
                .sorted()
                .collect(Collectors.joining(", "));
        return context.refusal("error.unknown-interchange", Printable.of(name), known);
    }
}
