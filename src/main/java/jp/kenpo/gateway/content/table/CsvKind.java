package jp.kenpo.gateway.content.table;

import java.util.List;
import java.util.Set;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.LayoutForm;
import jp.kenpo.gateway.content.LayoutKind;
import jp.kenpo.gateway.content.LayoutProblems;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.RowFlag;
import org.jspecify.annotations.Nullable;

/** Tables as CSV. */
public final class CsvKind implements LayoutKind<CsvForm> {

    @Override
    public String label() {
        return "csv";
    }

    @Override
    public Class<CsvForm> form() {
        return CsvForm.class;
    }

    @Override
    public void check(ConfigurationFile<CsvForm> file, LayoutProblems problems) {
        checkTable(file, file.content(), problems);
    }

    /** Reports what is wrong in the table of a layout, which may be a part of a layout of another kind. */
    public static void checkTable(ConfigurationFile<? extends LayoutForm> file, CsvForm form, LayoutProblems problems) {
        var checks = new RecordFormChecks(file, problems, form.furtherCategories());
        columns(checks, form.columns(), form.members());
        checks.flags(form.flags(), form.columns(), "flags");
        checks.balanced(form.flags(), form.around().toList(), "flags");
        around(checks, form, form.headerRecord(), "header-record");
        around(checks, form, form.trailerRecord(), "trailer-record");
    }

    /**
     * Reports what is wrong in columns whose cells have no fixed width, in a layout of another kind.
     *
     * @param furtherCategories data categories beside that of the layout
     * @param members the columns that name the member; null if none do
     */
    public static void checkColumns(
            ConfigurationFile<? extends LayoutForm> file,
            @Nullable Set<String> furtherCategories,
            List<ColumnForm> columns,
            @Nullable MembersForm members,
            LayoutProblems problems) {
        columns(new RecordFormChecks(file, problems, furtherCategories), columns, members);
    }

    private static void columns(RecordFormChecks checks, List<ColumnForm> columns, @Nullable MembersForm members) {
        checks.check(columns, columns, "columns");
        checks.widths(columns, false, "columns");
        checks.members(members, columns, "members");
    }

    private static void around(RecordFormChecks checks, CsvForm form, @Nullable MarkedRecordForm record, String key) {
        if (record != null) {
            checks.check(record.columns(), form.columns(), key, "columns");
            checks.widths(record.columns(), false, key, "columns");
        }
    }

    @Override
    public Set<String> fields(CsvForm form, LayoutSurroundings surroundings) {
        return form.fields();
    }

    @Override
    public Set<RowFlag> flags(CsvForm form) {
        return FlagsForm.declared(form.flags());
    }

    @Override
    public Content content(CsvForm form, LayoutSurroundings surroundings) {
        return CsvContent.of(form, surroundings);
    }
}
