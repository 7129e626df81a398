package jp.kenpo.gateway.content.qualification;

import java.nio.charset.Charset;
import java.util.Set;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.LayoutKind;
import jp.kenpo.gateway.content.LayoutProblems;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.table.ColumnType;
import jp.kenpo.gateway.content.table.CsvKind;

/** Results of registrations. */
public final class RegistrationResultKind implements LayoutKind<RegistrationResultForm> {

    @Override
    public String label() {
        return "qualification-results";
    }

    @Override
    public Class<RegistrationResultForm> form() {
        return RegistrationResultForm.class;
    }

    @Override
    public void check(ConfigurationFile<RegistrationResultForm> file, LayoutProblems problems) {
        RegistrationResultForm form = file.content();
        CsvKind.checkTable(file, form.table(), problems);
        for (String name : form.result().columns()) {
            if (form.columns().stream().noneMatch(column -> column.name().equals(name))) {
                problems.add(file, "no column \"" + name + "\"", "Name one of the columns", "result");
            }
        }
        boolean digits = form.columns().stream()
                .anyMatch(
                        column -> column.name().equals(form.result().version()) && column.type() == ColumnType.DIGITS);
        if (!digits) {
            problems.add(file, "the version is not of type digits", "Correct its type", "result", "version");
        }
        if (form.outcomes().isEmpty()) {
            problems.add(file, "no code of an outcome", "Say what each code means", "outcomes");
        }
    }

    @Override
    public Set<String> fields(RegistrationResultForm form, LayoutSurroundings surroundings) {
        return form.table().fields();
    }

    @Override
    public Content content(RegistrationResultForm form, LayoutSurroundings surroundings) {
        return new RegistrationResultContent(form, surroundings);
    }

    @Override
    public Charset encoding(RegistrationResultForm form) {
        return form.encoding().charset();
    }
}
