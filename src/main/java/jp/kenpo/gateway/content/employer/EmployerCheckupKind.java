package jp.kenpo.gateway.content.employer;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.LayoutKind;
import jp.kenpo.gateway.content.LayoutProblems;
import jp.kenpo.gateway.content.LayoutSurroundings;

/** Checkup results of employers (事業主健診) as CSV or XLSX. */
public final class EmployerCheckupKind implements LayoutKind<EmployerCheckupForm> {

    /** Without them no row says whose checkup it is, and when it was. */
    private static final Set<Role> NEEDED =
            EnumSet.of(Role.INSURER_NUMBER, Role.SYMBOL, Role.NUMBER, Role.BIRTH_DATE, Role.SEX, Role.CHECKUP_DATE);

    @Override
    public String label() {
        return "employer-checkup";
    }

    @Override
    public Class<EmployerCheckupForm> form() {
        return EmployerCheckupForm.class;
    }

    @Override
    public void check(ConfigurationFile<EmployerCheckupForm> file, LayoutProblems problems) {
        Map<String, String> headings = new HashMap<>();
        Set<Role> roles = EnumSet.noneOf(Role.class);
        List<ItemForm> items = file.content().items();
        for (int i = 0; i < items.size(); i++) {
            ItemForm form = items.get(i);
            problems.declared(file, form.field(), "items", i, "field");
            checkItem(file, problems, form, i);
            if (form.role() != null && !roles.add(form.role())) {
                problems.add(file, "two items have one role", "Give it to one of them", "items", i, "role");
            }
            for (String heading : headingsOf(form)) {
                String other = headings.putIfAbsent(heading, form.name());
                if (other != null) {
                    problems.add(
                            file,
                            "\"" + form.name() + "\" and \"" + other + "\" have one heading",
                            "A heading names one item: remove it from one of them",
                            "items",
                            i);
                }
            }
        }
        if (!roles.containsAll(NEEDED)) {
            problems.add(file, "a role is given to no item", "Each of " + NEEDED + " is needed", "items");
        }
    }

    private static Set<String> headingsOf(ItemForm form) {
        try {
            return new Item(form).headings();
        } catch (NumberFormatException e) {
            return Set.of();
        }
    }

    private static void checkItem(
            ConfigurationFile<EmployerCheckupForm> file, LayoutProblems problems, ItemForm form, int index) {
        try {
            new Item(form);
        } catch (NumberFormatException e) {
            problems.add(file, "a limit or factor is no number", "Write it as 0.0001", "items", index);
        }
        if (form.type().hasCodes() != (form.codes() != null)) {
            problems.add(
                    file, "codes do not go with this type", "Types code, finding, fasting have them", "items", index);
        }
        if (form.type() == ItemType.NUMBER != (form.unit() != null)) {
            problems.add(file, "a unit does not go with this type", "Type number has one", "items", index);
        }
        checkLabels(file, problems, form, index);
    }

    private static void checkLabels(
            ConfigurationFile<EmployerCheckupForm> file, LayoutProblems problems, ItemForm form, int index) {
        Map<String, String> labels = new HashMap<>();
        if (form.codes() != null) {
            form.codes()
                    .forEach((code, texts) -> texts.forEach(text -> {
                        String other = labels.putIfAbsent(Folding.label(text), code);
                        if (other != null && !other.equals(code)) {
                            problems.add(
                                    file,
                                    "label \"" + text + "\" stands for two codes",
                                    "Remove one; width, case, brackets and kinds of dashes do not tell labels apart",
                                    "items",
                                    index,
                                    "codes");
                        }
                    }));
        }
    }

    @Override
    public Set<String> fields(EmployerCheckupForm form, LayoutSurroundings surroundings) {
        return form.fields();
    }

    @Override
    public Content content(EmployerCheckupForm form, LayoutSurroundings surroundings) {
        return new EmployerCheckupContent(
                form.layout(), surroundings.society(), surroundings.pseudonyms(), surroundings.clock());
    }
}
