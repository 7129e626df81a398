package jp.kenpo.gateway.content;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.configuration.Problems;
import jp.kenpo.gateway.purpose.PurposeRegister;
import org.jspecify.annotations.Nullable;

/** Where a {@link LayoutKind} reports what is wrong in a layout file, and looks up what the file refers to. */
public final class LayoutProblems {

    private final PurposeRegister purposes;
    private final Map<String, ConfigurationFile<? extends LayoutForm>> files;
    private final Problems problems;

    /** @param files all layouts, by file name without {@code .yaml} */
    LayoutProblems(
            PurposeRegister purposes, Map<String, ConfigurationFile<? extends LayoutForm>> files, Problems problems) {
        this.purposes = purposes;
        this.files = files;
        this.problems = problems;
    }

    /** @param path keys and indices to the place in the file */
    public void add(ConfigurationFile<? extends LayoutForm> file, String what, String remedy, Object... path) {
        problems.add(file.problem(what, remedy, path));
    }

    /** Reports a field that the category of the layout does not declare. */
    public void declared(ConfigurationFile<? extends LayoutForm> file, String field, Object... path) {
        declared(file, field, Set.of(), path);
    }

    /** Reports a field that neither the category of the layout nor one of the further categories declares. */
    public void declared(
            ConfigurationFile<? extends LayoutForm> file, String field, Set<String> furtherCategories, Object... path) {
        Set<String> categories = new LinkedHashSet<>(List.of(file.content().category()));
        categories.addAll(furtherCategories);
        Set<String> known = new TreeSet<>();
        categories.forEach(category -> known.addAll(purposes.fieldsOf(category)));
        if (!known.contains(field)) {
            add(
                    file,
                    "field \"" + field + "\" is not declared in category " + String.join(", ", categories),
                    "Use one of: " + String.join(", ", known),
                    path);
        }
    }

    /** Reports a data category that is not declared. */
    public void category(ConfigurationFile<? extends LayoutForm> file, String category, Object... path) {
        if (!purposes.categories().contains(category)) {
            add(
                    file,
                    "unknown data category \"" + category + "\"",
                    "Use one of config/categories.yaml, or declare it there",
                    path);
        }
    }

    /** Reports a key that this layout needs and does not have. */
    public void needs(ConfigurationFile<? extends LayoutForm> file, String key) {
        add(file, "key \"" + key + "\" is missing", "Write \"" + key + ": ...\"", "kind");
    }

    /** Returns another layout, and reports it if there is none of that name. */
    public Optional<LayoutForm> other(ConfigurationFile<? extends LayoutForm> file, @Nullable String id, String key) {
        if (id == null) {
            return Optional.empty();
        }
        var other = files.get(id);
        if (other == null) {
            add(file, "unknown layout \"" + id + "\"", "Name a file of config/layouts", key);
            return Optional.empty();
        }
        return Optional.of(other.content());
    }
}
