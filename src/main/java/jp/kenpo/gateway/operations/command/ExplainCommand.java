package jp.kenpo.gateway.operations.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import jp.kenpo.gateway.operations.Explainer;
import jp.kenpo.gateway.operations.ExplanationView;
import jp.kenpo.gateway.operations.Printable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells which fields would go to whom, for which purpose and under which agreement, and which rule drops what. */
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "INTERCHANGE", descriptionKey = "interchange")
    private String name = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", descriptionKey = "file")
    private @Nullable Path file;

    @Mixin
    private JsonOption json = new JsonOption();

    ExplainCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var counterparties = context.installation().counterparties();
        var interchange = counterparties.interchange(name).orElseThrow(() -> UnknownInterchange.refusal(context, name));
        if (file != null && !Files.isRegularFile(file)) {
            throw context.refusal("error.no-file", Printable.of(file.toString()));
        }
        var explanation = new Explainer(context.installation()).explain(interchange, file);
        if (json.wanted()) {
            context.printJson(explanation);
        } else {
            print(explanation);
        }
        return explanation.granted() ? 0 : 1;
    }

    private void print(ExplanationView explanation) {
        context.say(
                "explain.head." + explanation.direction(),
                explanation.interchange(),
                TextTable.cell(explanation.counterpartyName()),
                explanation.counterparty(),
                explanation.layout(),
                explanation.on());
        context.say("explain.source." + explanation.source());
        explanation.purposes().forEach(this::print);
    }

    private void print(ExplanationView.PurposeExplanation purpose) {
        context.out().println();
        context.say("explain.purpose", purpose.purpose(), TextTable.cell(purpose.wording()));
        if (purpose.reason() != null) {
            context.say("explain.refused", purpose.reason(), TextTable.cell(purpose.explanation()));
            return;
        }
        context.say("explain.granted", TextTable.cell(purpose.agreement()));
        context.out().println();
        var table = context.table("field", "fate", "rule");
        purpose.permitted().forEach(field -> table.row(field, context.text("explain.moves"), null));
        purpose.removed()
                .forEach(removed -> table.row(
                        removed.field(),
                        context.text("explain.removed"),
                        context.text("explain.rule." + removed.rule(), removed.where())));
        table.print(context.out());
    }
}
