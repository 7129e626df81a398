package jp.kenpo.gateway.content.table;

import java.util.HashSet;
import java.util.Set;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.LayoutKind;
import jp.kenpo.gateway.content.LayoutProblems;
import jp.kenpo.gateway.content.LayoutSurroundings;

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
        Set<String> names = new HashSet<>();
        var columns = file.content().columns();
        for (int i = 0; i < columns.size(); i++) {
            ColumnForm column = columns.get(i);
            problems.declared(file, column.field(), "columns", i, "field");
            if (!names.add(column.name())) {
                problems.add(file, "column \"" + column.name() + "\" stands twice", "Remove one", "columns", i, "name");
            }
            if (column.column().minLength() > column.column().maxLength()) {
                problems.add(file, "min-length is above max-length", "Correct one of them", "columns", i, "min-length");
            }
        }
        if (columns.isEmpty()) {
            problems.add(file, "a table without columns", "Declare its columns", "columns");
        }
    }

    @Override
    public Set<String> fields(CsvForm form, LayoutSurroundings surroundings) {
        return form.fields();
    }

    @Override
    public Content content(CsvForm form, LayoutSurroundings surroundings) {
        return new CsvContent(form.layout());
    }
}
