package jp.kenpo.gateway.purpose;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.configuration.Problems;
import jp.kenpo.gateway.purpose.NoticeSection.Care;
import jp.kenpo.gateway.purpose.NoticeSection.Item;

/** What must hold between one item of the notice and the data categories. */
final class ItemChecks {

    private final ConfigurationFile<NoticeSection> file;
    private final Map<String, Category> categories;
    private final Problems problems;

    ItemChecks(ConfigurationFile<NoticeSection> file, Map<String, Category> categories, Problems problems) {
        this.file = file;
        this.categories = categories;
        this.problems = problems;
    }

    void check(int index) {
        var item = file.content().purposes().get(index);
        checkSection(item, index);
        checkCategories(item, index);
        for (var category : Objects.requireNonNullElse(item.fields().all(), Set.<String>of())) {
            checkCovered(item, category, category, index, "all");
        }
        for (var field : Objects.requireNonNullElse(item.fields().only(), Set.<String>of())) {
            checkField(item, field, index, "only");
        }
        for (var field : Objects.requireNonNullElse(item.fields().comesIn(), Set.<String>of())) {
            checkField(item, field, index, "comes-in");
        }
        checkSpecialCare(item, index);
    }

    private void checkSection(Item item, int index) {
        int section = file.content().section();
        if (!item.id().startsWith(section + "-")) {
            problem(
                    "purpose \"" + item.id() + "\" is not of section " + section,
                    "Move it to the file of its section",
                    index,
                    "id");
        }
    }

    private void checkCategories(Item item, int index) {
        for (var category : item.categories()) {
            if (!categories.containsKey(category)) {
                problem(
                        "unknown category \"" + category + "\"",
                        "Write one of config/categories.yaml, or add it there",
                        index,
                        "categories");
            }
        }
    }

    private void checkField(Item item, String field, int index, String list) {
        var category = categories.get(field.substring(0, Math.max(0, field.indexOf('.'))));
        if (category == null || !category.fieldIds().contains(field)) {
            problem(
                    "unknown field \"" + field + "\"",
                    "Write category.field as in config/categories.yaml, or add it there",
                    index,
                    "fields",
                    list);
        } else {
            checkCovered(item, field, category.id(), index, list);
        }
    }

    private void checkCovered(Item item, String what, String category, int index, String list) {
        if (!item.categories().contains(category)) {
            problem(
                    "\"" + what + "\" is of a category that purpose " + item.id() + " does not name",
                    "Add \"" + category + "\" to its categories, or remove it from its fields",
                    index,
                    "fields",
                    list);
        }
    }

    private void checkSpecialCare(Item item, int index) {
        boolean concerned = item.categories().stream()
                .map(categories::get)
                .filter(Objects::nonNull)
                .anyMatch(Category::specialCare);
        if (concerned && item.specialCare() == Care.NO) {
            problem(
                    "purpose " + item.id() + " names special-care data and says special-care: no",
                    "Write yes or possible, or correct the categories",
                    index,
                    "special-care");
        }
    }

    private void problem(String what, String remedy, int index, String... keys) {
        var path = new Object[keys.length + 2];
        path[0] = "purposes";
        path[1] = index;
        System.arraycopy(keys, 0, path, 2, keys.length);
        problems.add(file.problem(what, remedy, path));
    }
}
