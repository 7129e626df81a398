package jp.kenpo.gateway.content.table;

import java.util.Set;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.LayoutForm;
import jp.kenpo.gateway.content.LayoutKind;
import jp.kenpo.gateway.content.LayoutProblems;
import jp.kenpo.gateway.content.LayoutSurroundings;
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
        checks.check(form.columns(), form.columns(), "columns");
        checks.widths(form.columns(), false, "columns");
        checks.members(form.members(), form.columns(), "members");
        around(checks, form, form.headerRecord(), "header-record");
        around(checks, form, form.trailerRecord(), "trailer-record");
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
    public Content content(CsvForm form, LayoutSurroundings surroundings) {
        return CsvContent.of(form, surroundings);
    }
}
