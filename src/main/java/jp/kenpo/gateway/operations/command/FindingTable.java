package jp.kenpo.gateway.operations.command;

import java.util.List;
import jp.kenpo.gateway.operations.FindingView;

/** Prints findings for the person who must act. */
final class FindingTable {

    private final CommandContext context;

    FindingTable(CommandContext context) {
        this.context = context;
    }

    void print(List<FindingView> findings) {
        var table = context.table("severity", "rule", "line", "record", "field", "message");
        findings.forEach(finding -> table.row(
                context.text("severity." + finding.severity()),
                finding.rule(),
                finding.line() > 0 ? Long.valueOf(finding.line()) : null,
                finding.record(),
                finding.field(),
                finding.message()));
        table.print(context.out());
    }
}
