package jp.kenpo.gateway.content.qualification;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.LayoutKind;
import jp.kenpo.gateway.content.LayoutProblems;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.table.ColumnForm;
import jp.kenpo.gateway.content.table.ColumnType;
import jp.kenpo.gateway.content.table.CsvKind;

/** Events of qualifications to be registered. */
public final class QualificationKind implements LayoutKind<QualificationForm> {

    private static final List<CanonicalField> NEEDED =
            List.of(CanonicalField.EVENT_ID, CanonicalField.EVENT_TYPE, CanonicalField.NUMBER, CanonicalField.BRANCH);

    private static final Map<CanonicalField, ColumnType> TYPED = Map.of(
            CanonicalField.EVENT_DATE, ColumnType.DATE,
            CanonicalField.RECEIVED_ON, ColumnType.DATE,
            CanonicalField.COMPLETE_ON, ColumnType.DATE,
            CanonicalField.BIRTH_DATE, ColumnType.DATE,
            CanonicalField.ACQUIRED_ON, ColumnType.DATE,
            CanonicalField.LOST_ON, ColumnType.DATE,
            CanonicalField.CERTIFICATE_FROM, ColumnType.DATE,
            CanonicalField.CERTIFICATE_UNTIL, ColumnType.DATE,
            CanonicalField.VERSION, ColumnType.DIGITS,
            CanonicalField.MY_NUMBER, ColumnType.MY_NUMBER);

    @Override
    public String label() {
        return "qualification-events";
    }

    @Override
    public Class<QualificationForm> form() {
        return QualificationForm.class;
    }

    @Override
    public void check(ConfigurationFile<QualificationForm> file, LayoutProblems problems) {
        QualificationForm form = file.content();
        CsvKind.checkTable(file, form.table(), problems);
        for (CanonicalField field : NEEDED) {
            if (!form.canonical().containsKey(field)) {
                problems.add(file, "no column for " + field.label(), "Map it to a column", "canonical");
            }
        }
        form.canonical().forEach((field, name) -> column(file, problems, field, name));
        if (form.events().isEmpty()) {
            problems.add(file, "no code of an event", "Say what each code means", "events");
        }
    }

    private static void column(
            ConfigurationFile<QualificationForm> file, LayoutProblems problems, CanonicalField field, String name) {
        var column = file.content().columns().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
        if (column.isEmpty()) {
            problems.add(file, "no column \"" + name + "\"", "Name one of the columns", "canonical");
            return;
        }
        ColumnType type = TYPED.get(field);
        if (type != null && column.map(ColumnForm::type).filter(type::equals).isEmpty()) {
            problems.add(
                    file, "column \"" + name + "\" is not of type " + type.label(), "Correct its type", "canonical");
        }
    }

    @Override
    public Set<String> fields(QualificationForm form, LayoutSurroundings surroundings) {
        return form.table().fields();
    }

    @Override
    public Content content(QualificationForm form, LayoutSurroundings surroundings) {
        return new QualificationContent(form, surroundings);
    }

    @Override
    public Charset encoding(QualificationForm form) {
        return form.encoding().charset();
    }
}
