package jp.kenpo.gateway.content.table;

import java.util.function.Consumer;
import jp.kenpo.gateway.content.Finding;

/** Sees the rows of a table that break no rule of its layout, and adds what is wrong with what they mean. */
public interface RowObserver {

    /** Sees nothing. */
    RowObserver NONE = (row, findings) -> {};

    void row(TableRow row, Consumer<Finding> findings);

    /** Called once behind the last row. */
    default void end(Consumer<Finding> findings) {}
}
