package jp.kenpo.gateway.content;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.configuration.Problems;
import jp.kenpo.gateway.content.LayoutFile.ColumnEntry;
import jp.kenpo.gateway.content.LayoutFile.Kind;
import jp.kenpo.gateway.purpose.PurposeRegister;
import org.jspecify.annotations.Nullable;

/** What a layout file must keep to beyond its form: its keys fit its kind, and what it names exists. */
final class LayoutChecks {

    private final PurposeRegister purposes;
    private final Map<String, ConfigurationFile<LayoutFile>> files;
    private final Problems problems;

    /** @param files all layouts, by file name without {@code .yaml} */
    LayoutChecks(PurposeRegister purposes, Map<String, ConfigurationFile<LayoutFile>> files, Problems problems) {
        this.purposes = purposes;
        this.files = files;
        this.problems = problems;
    }

    void check() {
        files.forEach(this::check);
    }

    private void check(String fileName, ConfigurationFile<LayoutFile> file) {
        LayoutFile layout = file.content();
        if (!layout.id().equals(fileName)) {
            problem(file, "id \"" + layout.id() + "\" differs from the name of the file", "Write " + fileName, "id");
        }
        if (!purposes.categories().contains(layout.category())) {
            problem(
                    file,
                    "unknown data category \"" + layout.category() + "\"",
                    "Use one of config/categories.yaml, or declare it there",
                    "category");
            return;
        }
        keys(file);
        switch (layout.kind()) {
            case RECEIPT_PAYER -> receipt(file);
            case CSV -> columns(file);
            case RE_EXAMINATION_SELECTION ->
                LayoutContents.fields(layout, layout).forEach(field -> declared(file, field, "category"));
        }
    }

    private void keys(ConfigurationFile<LayoutFile> file) {
        Kind kind = file.content().kind();
        for (String key : file.content().keysOfKinds()) {
            if (!kind.keys().contains(key)) {
                problem(file, "kind " + kind.label() + " has no key \"" + key + "\"", "Remove it", key);
            }
        }
        for (String key : kind == Kind.CSV ? new TreeSet<>(kind.keys()) : Set.<String>of()) {
            needs(file, key);
        }
    }

    private void needs(ConfigurationFile<LayoutFile> file, String key) {
        if (!file.content().keysOfKinds().contains(key)) {
            problem(file, "key \"" + key + "\" is missing", "Write \"" + key + ": ...\"", "kind");
        }
    }

    private void receipt(ConfigurationFile<LayoutFile> file) {
        LayoutFile layout = file.content();
        layout.recordFields().forEach((id, field) -> declared(file, field, "records", id));
        layout.itemFields().forEach((id, items) -> items(file, id, items));
        if (layout.recordsOf() == null) {
            needs(file, "records");
        } else if (layout.records() != null || layout.items() != null) {
            problem(file, "records stand here and in another layout", "Write records, or records-of", "records-of");
        }
        refers(file, layout.recordsOf(), "records-of", Kind.RECEIPT_PAYER);
        refers(file, layout.composedFrom(), "composed-from", Kind.RE_EXAMINATION_SELECTION);
        if (layout.composedFrom() != null) {
            needs(file, "request-lines");
        } else if (layout.requestLines() != null) {
            needs(file, "composed-from");
        }
    }

    private void items(ConfigurationFile<LayoutFile> file, String recordId, Map<Integer, String> items) {
        if (!file.content().recordFields().containsKey(recordId)) {
            problem(
                    file,
                    "items of record \"" + recordId + "\", which is not declared",
                    "Name the record under records",
                    "items",
                    recordId);
        }
        items.forEach((number, field) -> {
            declared(file, field, "items", recordId, number);
            if (number < 2) {
                problem(file, "item " + number + " is no value", "Items count from the record id", "items", recordId);
            }
        });
    }

    private void refers(ConfigurationFile<LayoutFile> file, @Nullable String id, String key, Kind kind) {
        if (id == null) {
            return;
        }
        var other = files.get(id);
        if (other == null) {
            problem(file, "unknown layout \"" + id + "\"", "Name a file of config/layouts", key);
        } else if (other.content().kind() != kind || other.content().recordsOf() != null) {
            problem(file, "layout \"" + id + "\" can't be used here", "Name one of kind " + kind.label(), key);
        }
    }

    private void columns(ConfigurationFile<LayoutFile> file) {
        var columns = file.content().columnEntries();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            ColumnEntry column = columns.get(i);
            declared(file, column.field(), "columns", i, "field");
            if (!names.add(column.name())) {
                problem(file, "column \"" + column.name() + "\" stands twice", "Remove one", "columns", i, "name");
            }
            if (column.column().minLength() > column.column().maxLength()) {
                problem(file, "min-length is above max-length", "Correct one of them", "columns", i, "min-length");
            }
        }
        if (file.content().columns() != null && columns.isEmpty()) {
            problem(file, "a table without columns", "Declare its columns", "columns");
        }
    }

    private void declared(ConfigurationFile<LayoutFile> file, String field, Object... path) {
        var known = purposes.fieldsOf(file.content().category());
        if (!known.contains(field)) {
            problem(
                    file,
                    "field \"" + field + "\" is not declared in category "
                            + file.content().category(),
                    "Use one of: " + String.join(", ", new TreeSet<>(known)),
                    path);
        }
    }

    private void problem(ConfigurationFile<LayoutFile> file, String what, String remedy, Object... path) {
        problems.add(file.problem(what, remedy, path));
    }

    /** Returns the name of a layout file without {@code .yaml}. */
    static String nameOf(Path file) {
        String name = Objects.toString(file.getFileName());
        return name.substring(0, name.length() - ".yaml".length());
    }
}
