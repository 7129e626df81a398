package jp.kenpo.gateway.purpose;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.configuration.Problems;

/** {@code config/categories.yaml}. */
record CategoryList(List<Category> categories) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** Returns the categories by id, in the order of the file; problems are collected. */
    static Map<String, Category> read(Path file, Problems problems) {
        var byId = new LinkedHashMap<String, Category>();
        problems.collect(() -> ConfigurationFile.read(file, CategoryList.class))
                .ifPresent(list -> checked(list, byId, problems));
        return byId;
    }

    private static void checked(ConfigurationFile<CategoryList> file, Map<String, Category> byId, Problems problems) {
        var categories = file.content().categories();
        for (int i = 0; i < categories.size(); i++) {
            var category = categories.get(i);
            if (!ID.matcher(category.id()).matches()) {
                problems.add(file.problem(
                        "category id \"" + category.id() + "\" is not in kebab-case",
                        "Write small letters and hyphens",
                        "categories",
                        i,
                        "id"));
            }
            standIns(file, category, i, problems);
            for (var field : category.fields().keySet()) {
                if (!ID.matcher(field).matches()) {
                    problems.add(file.problem(
                            "field \"" + field + "\" is not in kebab-case",
                            "Write small letters and hyphens",
                            "categories",
                            i,
                            "fields",
                            field));
                }
            }
            if (byId.putIfAbsent(category.id(), category) != null) {
                problems.add(file.problem(
                        "category \"" + category.id() + "\" stands twice", "Merge the two", "categories", i, "id"));
            }
        }
    }

    private static void standIns(
            ConfigurationFile<CategoryList> file, Category category, int index, Problems problems) {
        category.fields().forEach((field, said) -> {
            if (said.standsFor() != null && !category.fields().containsKey(said.standsFor())) {
                problems.add(file.problem(
                        "no field \"" + said.standsFor() + "\" in category " + category.id(),
                        "Name the field in whose place this one stands",
                        "categories",
                        index,
                        "fields",
                        field));
            }
        });
    }
}
