package jp.kenpo.gateway.operations.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import jp.kenpo.gateway.operations.HandledView;
import jp.kenpo.gateway.quarantine.Difference;
import org.jspecify.annotations.Nullable;

/** Prints what became of the transfers that a person dealt with. */
final class HandledTable {

    private final CommandContext context;
    private final boolean dryRun;

    HandledTable(CommandContext context, boolean dryRun) {
        this.context = context;
        this.dryRun = dryRun;
    }

    /** @param more number of transfers that fit, too, and were left for another time */
    void print(List<HandledView> handled, int more, boolean json) {
        if (json) {
            context.printJson(handled);
            return;
        }
        var table = context.table("transfer", "interchange", "before", "state", "result", "difference");
        handled.forEach(each -> table.row(
                each.id(),
                each.interchange(),
                each.before(),
                each.after(),
                context.text("handled." + each.result()),
                lines(each.difference())));
        if (!handled.isEmpty()) {
            table.print(context.out());
            context.out().println();
        }
        long went = handled.stream().filter(HandledView::went).count();
        context.say(dryRun ? "handled.sum-dry-run" : "handled.sum", went, handled.size() - went);
        if (more > 0) {
            context.say("handled.more", more);
        }
    }

    private List<String> lines(@Nullable Difference difference) {
        var lines = new ArrayList<String>();
        if (difference != null) {
            lines.add(word(difference.before()) + " → " + word(difference.after()));
            add(lines, "handled.findings-gone", counts(difference.findingsGone()));
            add(lines, "handled.findings-new", counts(difference.findingsNew()));
            add(lines, "handled.fields-added", difference.fieldsAdded());
            add(lines, "handled.fields-removed", difference.fieldsRemoved());
        }
        return lines;
    }

    private void add(List<String> lines, String key, Collection<String> what) {
        if (!what.isEmpty()) {
            lines.add(context.text(key, String.join(", ", what)));
        }
    }

    private static Collection<String> counts(Map<String, Long> byRule) {
        return byRule.entrySet().stream()
                .map(each -> each.getKey() + "×" + each.getValue())
                .toList();
    }

    private String word(Difference.Outcome outcome) {
        var decision = context.text("decided." + outcome.decision());
        return outcome.reason() == null ? decision : decision + " (" + outcome.reason() + ")";
    }
}
