package jp.kenpo.gateway.content.qualification;

import java.util.function.Consumer;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.table.RowObserver;
import jp.kenpo.gateway.content.table.TableRow;

/** One reading of one registration file: what its rows mean. */
final class EventReading implements RowObserver {

    private final EventMapping mapping;
    private final EventChecks checks;
    private final History history;
    private final Consumer<QualificationEvent> events;

    /** @param events takes each event that breaks no rule by itself */
    EventReading(EventMapping mapping, EventChecks checks, History history, Consumer<QualificationEvent> events) {
        this.mapping = mapping;
        this.checks = checks;
        this.history = history;
        this.events = events;
    }

    @Override
    public void row(TableRow row, Consumer<Finding> findings) {
        Complaint wrong = complaint(row.line(), row.record(), findings);
        mapping.event(row)
                .ifPresentOrElse(
                        event -> event(event, row, wrong),
                        () -> wrong.is(QualificationRule.EVENT_UNKNOWN, CanonicalField.EVENT_TYPE));
    }

    private void event(QualificationEvent event, TableRow row, Complaint wrong) {
        var counted = new CountedComplaint(wrong);
        checks.check(event, counted);
        history.take(event, counted);
        mapping.text(row, CanonicalField.MY_NUMBER).ifPresent(number -> history.number(number, event, counted));
        if (counted.isFreeOfErrors()) {
            events.accept(event);
        }
    }

    private Complaint complaint(long line, String record, Consumer<Finding> findings) {
        return (rule, field, arguments) ->
                findings.accept(rule.finding(line, record, field == null ? null : mapping.column(field), arguments));
    }

    @Override
    public void end(Consumer<Finding> findings) {
        history.close();
    }
}
