package jp.kenpo.gateway.content.composition;

import java.util.Optional;
import jp.kenpo.gateway.content.table.ColumnForm;
import jp.kenpo.gateway.content.table.TableRow;
import jp.kenpo.gateway.member.StudyKeys;
import org.jspecify.annotations.Nullable;

/** Where the cells of one composed column come from. */
record Origin(ColumnForm column, StudyKeys studies) {

    /** Returns the column of the source that a composed column is taken from; null if from none. */
    static @Nullable String sourceOf(ColumnForm column) {
        if (column.constant() != null || column.studyKey() != null) {
            return null;
        }
        return column.from() == null ? column.name() : column.from();
    }

    /** Returns the cell for a row; empty if a key of a study is asked for and the row names no member. */
    Optional<String> cell(TableRow row) {
        if (column.constant() != null) {
            return Optional.of(column.constant());
        }
        String study = column.studyKey();
        if (study != null) {
            return row.member().map(member -> studies.of(study, member));
        }
        String source = sourceOf(column);
        return Optional.of(source == null ? "" : row.text(source).orElse(""));
    }
}
