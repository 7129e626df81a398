package jp.kenpo.gateway.content.event;

import java.util.function.Consumer;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.LayoutForm;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.table.TableRow;

/** A layout that knows what events mean, so that what it would object to later is told when the event comes in. */
public interface EventMeaning extends LayoutForm {

    /** Makes the rules that the events of a layout must keep to beside those of their columns. */
    Rules rules(EventForm events, LayoutSurroundings surroundings);

    /** The rules of what an event means. */
    @FunctionalInterface
    interface Rules {

        /** @param type CloudEvents type of the event */
        void check(String type, TableRow row, Consumer<Finding> findings);
    }
}
