package jp.kenpo.gateway.content.qualification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.event.EventForm;
import jp.kenpo.gateway.content.event.EventMeaning;
import jp.kenpo.gateway.content.table.TableRow;

/**
 * The checks of one message about a qualification when it comes in: what would hold back the file of the day with all other
 * members in it holds back this one event.
 */
final class MessageChecks implements EventMeaning.Rules {

    private final Map<String, EventType> types;
    private final EventMapping mapping;
    private final Set<String> insurerNumbers;
    private final Clock clock;

    MessageChecks(QualificationForm form, EventForm messages, LayoutSurroundings surroundings) {
        this.types =
                form.composedFrom() == null ? Map.of() : form.composedFrom().types();
        this.mapping = EventMapping.ofMessages(form, messages, surroundings);
        this.insurerNumbers = surroundings.society().insurerNumbers();
        this.clock = surroundings.clock();
    }

    @Override
    public void check(String type, TableRow row, Consumer<Finding> findings) {
        EventType known = types.get(type);
        if (known == null) {
            findings.accept(QualificationRule.EVENT_UNKNOWN.finding(row.line(), row.record(), "type"));
            return;
        }
        Complaint wrong = (rule, field, arguments) -> findings.accept(
                rule.finding(row.line(), row.record(), field == null ? null : mapping.column(field), arguments));
        new EventChecks(insurerNumbers, LocalDate.now(clock)).check(mapping.event(row, known), wrong);
    }
}
