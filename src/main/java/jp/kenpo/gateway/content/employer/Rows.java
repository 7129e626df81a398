package jp.kenpo.gateway.content.employer;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one file, one at a time. */
interface Rows extends Closeable {

    /** Moves to the next row; false at the end, or where nothing more can be read. */
    boolean next() throws IOException;

    /** Returns the number of the row in its file, from 1; of a row of several lines the first. */
    long number();

    /** Returns the cells of the row; none if it is broken. */
    List<Cell> cells();

    /** Returns the rule that keeps the row from being split; null if it was split. */
    @Nullable
    EmployerRule broken();

    /** Returns whether a row may be shorter than the header: a workbook leaves out empty cells. */
    boolean mayBeShort();
}
