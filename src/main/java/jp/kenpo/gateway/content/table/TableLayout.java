package jp.kenpo.gateway.content.table;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a table is laid out.
 *
 * @param named whether the first line names the columns
 * @param header record in front of the rows; null if none
 * @param rows the rows
 * @param trailer record behind the rows; null if none
 */
record TableLayout(
        TableEncoding encoding,
        boolean named,
        @Nullable MarkedRecord header,
        RecordLayout rows,
        @Nullable MarkedRecord trailer) {

    List<String> names() {
        return rows.names();
    }

    /** Returns the columns of the header and trailer records. */
    Stream<Column> around() {
        return Stream.of(Optional.ofNullable(header), Optional.ofNullable(trailer))
                .flatMap(Optional::stream)
                .flatMap(record -> record.record().columns().stream());
    }

    /** Returns the first cells of the header and trailer records. */
    List<String> marks() {
        return Stream.of(Optional.ofNullable(header), Optional.ofNullable(trailer))
                .flatMap(Optional::stream)
                .map(MarkedRecord::mark)
                .toList();
    }

    boolean allPermittedIn(Set<String> permitted) {
        return Stream.concat(around(), rows.columns().stream()).allMatch(column -> column.permittedIn(permitted));
    }
}
