package jp.kenpo.gateway.content.checkup;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.content.Composition;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.LayoutForm;
import jp.kenpo.gateway.content.LayoutKind;
import jp.kenpo.gateway.content.LayoutProblems;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.table.CsvForm;
import jp.kenpo.gateway.content.table.CsvKind;

/** Tables of checkup results for employers, which are read and cut down like any other table. */
public final class EmployerResultsKind implements LayoutKind<EmployerResultsForm> {

    private final CsvKind tables = new CsvKind();

    @Override
    public String label() {
        return "employer-results";
    }

    @Override
    public Class<EmployerResultsForm> form() {
        return EmployerResultsForm.class;
    }

    @Override
    public void check(ConfigurationFile<EmployerResultsForm> file, LayoutProblems problems) {
        List.of("table", "composed-from").forEach(key -> {
            String id = key.equals("table")
                    ? file.content().table()
                    : file.content().composedFrom();
            problems.other(file, id, key)
                    .filter(other -> !(other instanceof CsvForm))
                    .ifPresent(other -> unfit(file, problems, other, key));
        });
    }

    private static void unfit(
            ConfigurationFile<EmployerResultsForm> file, LayoutProblems problems, LayoutForm other, String key) {
        problems.add(file, "layout \"" + other.id() + "\" can't be used here", "Name one of kind csv", key);
    }

    @Override
    public Set<String> fields(EmployerResultsForm form, LayoutSurroundings surroundings) {
        return tables.fields(table(form, surroundings), surroundings);
    }

    @Override
    public Content content(EmployerResultsForm form, LayoutSurroundings surroundings) {
        return tables.content(table(form, surroundings), surroundings);
    }

    @Override
    public Optional<Composition> composition(EmployerResultsForm form, LayoutSurroundings surroundings) {
        return Optional.of(new EmployerResults(new SchemaSet(surroundings.schemasDir())));
    }

    private static CsvForm table(EmployerResultsForm form, LayoutSurroundings surroundings) {
        return (CsvForm) surroundings.form(form.table());
    }
}
