package jp.kenpo.gateway.content.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.content.LayoutForm;
import jp.kenpo.gateway.content.LayoutProblems;
import org.jspecify.annotations.Nullable;

/** The checks of the columns that a layout file declares. */
final class RecordFormChecks {

    private static final String MY_NUMBER_FIELD = "my-number.number";
    private static final Set<ColumnType> DATED = Set.of(ColumnType.DATE, ColumnType.MONTH);
    private static final Set<ColumnType> SHOWABLE = Set.of(ColumnType.CODE, ColumnType.DIGITS);
    private static final Set<String> PERSONAL = Set.of("member-identity.", "contact.", "my-number.");
    private static final Set<ColumnType> NUMBERS = Set.of(ColumnType.DIGITS, ColumnType.DECIMAL);

    private final ConfigurationFile<? extends LayoutForm> file;
    private final LayoutProblems problems;
    private final Set<String> furtherCategories;

    RecordFormChecks(
            ConfigurationFile<? extends LayoutForm> file,
            LayoutProblems problems,
            @Nullable Set<String> furtherCategories) {
        this.file = file;
        this.problems = problems;
        this.furtherCategories = furtherCategories == null ? Set.of() : furtherCategories;
        this.furtherCategories.forEach(category -> problems.category(file, category, "further-categories"));
    }

    /**
     * Reports what is wrong in the columns of one record.
     *
     * @param rows columns of the rows, for the totals over them
     * @param path keys and indices to the list of columns
     */
    void check(List<ColumnForm> columns, List<ColumnForm> rows, Object... path) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            ColumnForm column = columns.get(i);
            Object[] place = with(path, i);
            field(column, place);
            if (!names.add(column.name())) {
                add("column \"" + column.name() + "\" stands twice", "Remove one", with(place, "name"));
            }
            limits(column, place);
            totals(column, rows, place);
            if (column.saysItsOrigin() && !(file.content() instanceof ComposedTableForm)) {
                add("only a composed column is taken from somewhere", "Remove from, constant and study-key", place);
            }
        }
        if (columns.isEmpty()) {
            add("a table without columns", "Declare its columns", path);
        }
        if (columns.stream().filter(column -> Boolean.TRUE.equals(column.key())).count() > 1) {
            add("two columns are the key", "Keep one", path);
        }
        if (columns.stream()
                        .filter(column -> Boolean.TRUE.equals(column.shown()))
                        .count()
                > 1) {
            add("two columns are shown", "Keep one", path);
        }
    }

    private void field(ColumnForm column, Object... place) {
        boolean filler = column.type() == ColumnType.FILLER;
        if (filler != (column.field() == null)) {
            add(
                    filler ? "a filler has no field" : "key \"field\" is missing",
                    filler ? "Remove the field" : "Write \"field: ...\"",
                    with(place, "field"));
        } else if (column.field() != null) {
            problems.declared(file, column.field(), furtherCategories, with(place, "field"));
            if ((column.type() == ColumnType.MY_NUMBER) != column.field().equals(MY_NUMBER_FIELD)) {
                add(
                        "type my-number and field " + MY_NUMBER_FIELD + " belong together",
                        "Use both or neither",
                        with(place, "type"));
            }
        }
    }

    private void limits(ColumnForm column, Object... place) {
        Limits limits = column.column().limits();
        if (limits.minLength() > limits.maxLength()) {
            add("min-length is above max-length", "Correct one of them", with(place, "min-length"));
        }
        if (column.dates() != null && !DATED.contains(column.type())) {
            add("dates are for types date and month", "Remove them", with(place, "dates"));
        }
        boolean limited = column.scale() != null || column.min() != null || column.max() != null;
        if (limited && column.type() != ColumnType.DECIMAL) {
            add("scale, min and max are for type decimal", "Remove them", with(place, "type"));
        }
        if (Boolean.TRUE.equals(column.shown()) && !isOwnNumber(column)) {
            add(
                    "only the row's own number may be shown, nothing of a person",
                    "Remove \"shown\"",
                    with(place, "shown"));
        }
    }

    private static boolean isOwnNumber(ColumnForm column) {
        String field = column.field() == null ? "" : column.field();
        return SHOWABLE.contains(column.type()) && PERSONAL.stream().noneMatch(field::startsWith);
    }

    private void totals(ColumnForm column, List<ColumnForm> rows, Object... place) {
        boolean says = column.totals() != null || column.counts() != null;
        if (says && (rows.contains(column) || !NUMBERS.contains(column.type()))) {
            add(
                    "counts and totals are for numbers of a header or trailer record",
                    "Remove them, or use type digits or decimal",
                    with(place, "type"));
        }
        if (column.totals() != null
                && rows.stream().noneMatch(row -> row.name().equals(column.totals()) && NUMBERS.contains(row.type()))) {
            add(
                    "no column \"" + column.totals() + "\" of numbers in the rows",
                    "Name a column of type digits or decimal",
                    with(place, "totals"));
        }
    }

    /** Reports columns of the member that the record does not have. */
    void members(@Nullable MembersForm members, List<ColumnForm> columns, Object... path) {
        if (members != null) {
            known(members.columns(), columns, path);
        }
    }

    /** Reports columns of the flags that the record does not have. */
    void flags(@Nullable FlagsForm flags, List<ColumnForm> columns, Object... path) {
        if (flags != null) {
            known(flags.columns(), columns, path);
        }
    }

    /** Reports counts and totals over rows of which some may stay behind: what is left would not match them. */
    void balanced(@Nullable FlagsForm flags, List<ColumnForm> around, Object... path) {
        if (flags != null && around.stream().anyMatch(column -> column.counts() != null || column.totals() != null)) {
            add("flags and counted rows do not go together", "Remove counts and totals, or the flags", path);
        }
    }

    private void known(Stream<String> names, List<ColumnForm> columns, Object... path) {
        names.filter(name -> columns.stream().noneMatch(column -> column.name().equals(name)))
                .forEach(name -> add("no column \"" + name + "\"", "Name one of the columns", path));
    }

    /** Reports a width where the kind has none, or a missing one where it needs one. */
    void widths(List<ColumnForm> columns, boolean needed, Object... path) {
        for (int i = 0; i < columns.size(); i++) {
            Integer width = columns.get(i).width();
            if (needed && (width == null || width == 0)) {
                add("key \"width\" is missing", "Write the bytes of the field", with(path, i));
            } else if (!needed && width != null) {
                add("a width in a table with separators", "Remove it; use max-bytes", with(path, i, "width"));
            } else if (!needed && columns.get(i).type() == ColumnType.FILLER) {
                add("a filler in a table with separators", "Give the column a field", with(path, i, "type"));
            }
        }
    }

    void add(String what, String remedy, Object... path) {
        problems.add(file, what, remedy, path);
    }

    private static Object[] with(Object[] path, Object... more) {
        List<Object> all = new ArrayList<>(Arrays.asList(path));
        all.addAll(Arrays.asList(more));
        return all.toArray();
    }
}
