package jp.kenpo.gateway.content.table;

import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.LayoutKind;
import jp.kenpo.gateway.content.LayoutProblems;
import jp.kenpo.gateway.content.LayoutSurroundings;

/** Filings of employers (届書 CSV): {@code [kanri]} and {@code [data]}. */
public final class FilingKind implements LayoutKind<FilingForm> {

    @Override
    public String label() {
        return "filing";
    }

    @Override
    public Class<FilingForm> form() {
        return FilingForm.class;
    }

    @Override
    public void check(ConfigurationFile<FilingForm> file, LayoutProblems problems) {
        FilingForm form = file.content();
        var checks = new RecordFormChecks(file, problems, form.furtherCategories());
        around(checks, form.header(), "header");
        around(checks, form.management(), "management");
        around(checks, form.establishment(), "establishment");
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < form.forms().size(); i++) {
            FilingDocumentForm document = form.forms().get(i);
            checks.check(document.columns(), document.columns(), "forms", i, "columns");
            checks.widths(document.columns(), false, "forms", i, "columns");
            checks.members(document.members(), document.columns(), "forms", i, "members");
            if (!codes.add(document.code())) {
                checks.add("form \"" + document.code() + "\" stands twice", "Remove one", "forms", i, "code");
            }
        }
        if (form.forms().isEmpty()) {
            checks.add("no forms", "Declare the filings that are agreed", "forms");
        }
    }

    private static void around(RecordFormChecks checks, List<ColumnForm> columns, String key) {
        checks.check(columns, List.of(), key);
        checks.widths(columns, false, key);
    }

    @Override
    public Set<String> fields(FilingForm form, LayoutSurroundings surroundings) {
        return RecordForms.fields(form.columns());
    }

    @Override
    public Content content(FilingForm form, LayoutSurroundings surroundings) {
        return new FilingContent(FilingLayout.of(form, surroundings));
    }

    @Override
    public Charset encoding(FilingForm form) {
        return form.encoding().charset();
    }
}
