package jp.kenpo.gateway.content.table;

import java.util.List;
import jp.kenpo.gateway.content.LayoutForm;
import jp.kenpo.gateway.content.LayoutSurroundings;
import org.jspecify.annotations.Nullable;

/** A layout whose content is rows of declared columns, so that a table can be composed of them. */
public interface RowsForm extends LayoutForm {

    List<ColumnForm> columns();

    /** Returns the columns that name the member of a row; null if none do. */
    @Nullable
    MembersForm members();

    /** Makes the reader of a checked layout. */
    RowSource rows(LayoutSurroundings surroundings);
}
