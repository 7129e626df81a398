package jp.kenpo.gateway.operations.command;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.operations.Printable;
import jp.kenpo.gateway.operations.RefusalMeaning;
import jp.kenpo.gateway.operations.TransferAccount;
import jp.kenpo.gateway.operations.TransferListing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells everything about one transfer: where it came from and went, its entries, its findings. */
@Command(name = "show")
final class ShowCommand implements Callable<Integer> {

    private static final int LABEL_WIDTH = 16;

    private final CommandContext context;

    @Parameters(paramLabel = "TRANSFER", descriptionKey = "transfer")
    private String transfer = "";

    @Mixin
    private JsonOption json = new JsonOption();

    ShowCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var account = new TransferListing(context.installation())
                .account(id(), context.texts().locale())
                .orElseThrow(() -> context.refusal("error.unknown-transfer", transfer));
        if (json.wanted()) {
            context.printJson(account);
        } else {
            printFor(account);
        }
        return 0;
    }

    private TransferId id() {
        try {
            return new TransferId(transfer);
        } catch (IllegalArgumentException e) {
            throw context.refusal("error.transfer-id", Printable.of(transfer));
        }
    }

    private void printFor(TransferAccount account) {
        var view = account.transfer();
        line("transfer", view.id());
        line("interchange", view.interchange());
        line("direction", view.direction());
        line("counterparty", view.counterparty());
        if (view.party() != null) {
            line("party", view.party());
        }
        if (view.answers() != null) {
            line("answers", view.answers());
        }
        if (view.acknowledgedBy() != null) {
            line("acknowledged", view.acknowledgedBy());
        }
        line("purposes", view.purposes());
        line("state", view.state());
        line("file", view.fileName());
        line("received", view.receivedAt());
        line("records", view.records());
        line("members", view.members());
        line("sha256", view.sha256());
        line("error", view.lastError());
        String meaning = new RefusalMeaning(context.texts().locale()).of(view.lastError());
        if (!meaning.isEmpty()) {
            line("meaning", meaning);
        }
        line("attempts", view.attempts());
        line("next", view.nextAttempt());
        var report = account.errorReport();
        if (report != null) {
            line("report", context.text("report." + report.state(), String.join(", ", report.files())));
        }
        if (!account.outcomes().isEmpty()) {
            line("outcomes", outcomes(account.outcomes()));
        }
        line("parents", account.chain().parents());
        line("children", account.chain().children());
        if (!account.chain().batches().isEmpty()) {
            line("batches", account.chain().batches());
        }
        if (!account.chain().parts().isEmpty()) {
            line("parts", account.chain().parts());
        }
        printEntries(account);
        if (!account.findings().isEmpty()) {
            context.out().println();
            new FindingTable(context).print(account.findings());
        }
    }

    private String outcomes(Map<String, Long> outcomes) {
        return outcomes.entrySet().stream()
                .map(each -> context.text("outcome." + each.getKey()) + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    private void printEntries(TransferAccount account) {
        context.out().println();
        var table = context.table("entry", "at", "kind", "details");
        account.entries().forEach(entry -> table.row(entry.number(), entry.at(), entry.kind(), entry.line()));
        table.print(context.out());
    }

    private void line(String column, @Nullable Object value) {
        var label = context.text("column." + column);
        var below = "\n" + " ".repeat(LABEL_WIDTH);
        context.out()
                .println(label
                        + " ".repeat(Math.max(1, LABEL_WIDTH - DisplayWidth.of(label)))
                        + TextTable.cell(value).replace("\n", below));
    }
}
