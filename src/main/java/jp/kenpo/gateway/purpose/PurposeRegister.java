package jp.kenpo.gateway.purpose;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.configuration.ConfigurationFolder;
import jp.kenpo.gateway.configuration.Problem;
import jp.kenpo.gateway.configuration.Problems;

/** Every purpose of the notice and every field that can be named; what is not in it does not exist. */
public final class PurposeRegister {

    private record Entry(Purpose purpose, ConfigurationFile<NoticeSection> file, int index) {}

    private final Map<String, Category> categories;
    private final Map<String, Entry> entries;
    private final Map<String, String> standIns = new HashMap<>();

    private PurposeRegister(Map<String, Category> categories, Map<String, Entry> entries) {
        this.categories = categories;
        this.entries = entries;
        categories.values().forEach(category -> standIns.putAll(category.standIns()));
    }

    /**
     * Reads {@code purposes/} and {@code categories.yaml} below the configuration folder.
     *
     * @throws jp.kenpo.gateway.configuration.ConfigurationRejectedException with every problem: an unknown key,
     *     category or field, a repeated id, an item that contradicts itself
     */
    public static PurposeRegister load(Path configDir) {
        var problems = new Problems();
        var categories = CategoryList.read(configDir.resolve("categories.yaml"), problems);
        // Without its categories every item would be wrong, which helps nobody
        problems.throwIfAny();
        var entries = new LinkedHashMap<String, Entry>();
        problems.collect(() -> ConfigurationFolder.files(configDir.resolve("purposes"), ".yaml"))
                .orElse(List.of())
                .forEach(path -> problems.collect(() -> ConfigurationFile.read(path, NoticeSection.class))
                        .ifPresent(file -> enter(file, categories, entries, problems)));
        problems.throwIfAny();
        return new PurposeRegister(categories, entries);
    }

    private static void enter(
            ConfigurationFile<NoticeSection> file,
            Map<String, Category> categories,
            Map<String, Entry> entries,
            Problems problems) {
        var checks = new ItemChecks(file, categories, problems);
        var section = file.content();
        for (int i = 0; i < section.purposes().size(); i++) {
            var item = section.purposes().get(i);
            checks.check(i);
            var earlier = entries.putIfAbsent(item.id(), new Entry(item.inSection(section), file, i));
            if (earlier != null) {
                problems.add(file.problem(
                        "purpose \"" + item.id() + "\" stands already at " + whereIs(earlier),
                        "Remove one of the two",
                        "purposes",
                        i,
                        "id"));
            }
        }
    }

    /** Returns the purposes in the order of the notice. */
    public List<Purpose> all() {
        return entries.values().stream().map(Entry::purpose).toList();
    }

    public Optional<Purpose> find(String id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::purpose);
    }

    /** Returns a data category. */
    public Optional<Category> category(String id) {
        return Optional.ofNullable(categories.get(id));
    }

    /** Returns the declared fields of a data category as {@code category.field}; empty if unknown. */
    public Set<String> fieldsOf(String category) {
        return category(category).map(Category::fieldIds).orElse(Set.of());
    }

    /** Returns the ids of all data categories. */
    public Set<String> categories() {
        return Set.copyOf(categories.keySet());
    }

    /** Returns the single fields that a list names, its categories written out, as {@code category.field}. */
    public Set<String> fieldsOf(FieldList list) {
        var fields = list.all().stream()
                .flatMap(category -> fieldsOf(category).stream())
                .collect(Collectors.toSet());
        fields.addAll(list.fields());
        return Set.copyOf(fields);
    }

    /**
     * Returns the single fields that may move for a purpose: those that its item names, and what stands in the place of
     * one of them and tells less.
     *
     * @param within whether it comes in, or goes to the own system: then also what a party gives for the purpose
     */
    public Set<String> published(Purpose purpose, boolean within) {
        var named = fieldsOf(purpose.fields());
        var fields = new HashSet<>(named);
        standIns.forEach((field, instead) -> {
            if (named.contains(instead)) {
                fields.add(field);
            }
        });
        if (within) {
            fields.addAll(purpose.comesIn());
        }
        return Set.copyOf(fields);
    }

    /** Returns where a purpose stands, as {@code file:line}, for messages; its id if there is no such purpose. */
    public String whereIs(String purposeId) {
        var entry = entries.get(purposeId);
        return entry == null ? purposeId : whereIs(entry);
    }

    /** Returns where a key of a purpose stands, such as {@code fields}, as {@code file:line}, for messages. */
    public String whereIs(String purposeId, String key) {
        var entry = entries.get(purposeId);
        return entry == null
                ? purposeId
                : entry.file().name() + ":" + entry.file().lineOf("purposes", entry.index(), key);
    }

    /** Returns a problem at a key of a purpose that {@link #find} knows. */
    public Problem problem(String purposeId, String key, String what, String remedy) {
        var entry = entries.get(purposeId);
        return entry == null
                ? new Problem(purposeId, 0, what, remedy)
                : entry.file().problem(what, remedy, "purposes", entry.index(), key);
    }

    private static String whereIs(Entry entry) {
        return entry.file().name() + ":" + entry.file().lineOf("purposes", entry.index());
    }
}
