package jp.kenpo.gateway.content.qualification;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.content.Composition;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.LayoutKind;
import jp.kenpo.gateway.content.LayoutProblems;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.event.EventForm;
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
            CanonicalField.VERSION, ColumnType.DIGITS,
            CanonicalField.MY_NUMBER, ColumnType.MY_NUMBER);

    private static final Set<CanonicalField> DAYS_OF_CERTIFICATES = Arrays.stream(CertificateKind.values())
            .flatMap(kind -> Stream.of(kind.issuedOn(), kind.from(), kind.until()))
            .collect(Collectors.toUnmodifiableSet());

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
        if (form.composedFrom() != null) {
            composedFrom(file, form.composedFrom(), problems);
        }
        if (form.events().isEmpty()) {
            problems.add(file, "no code of an event", "Say what each code means", "events");
        }
    }

    private static void composedFrom(
            ConfigurationFile<QualificationForm> file, QualificationForm.ComposedFrom from, LayoutProblems problems) {
        QualificationForm form = file.content();
        var other = problems.other(file, from.events(), "composed-from");
        if (other.isPresent() && !(other.get() instanceof EventForm)) {
            problems.add(
                    file,
                    "layout \"" + from.events() + "\" can't be used here",
                    "Name one of kind event",
                    "composed-from");
        }
        if (other.isEmpty() || !(other.get() instanceof EventForm events)) {
            return;
        }
        Set<String> withoutPlace = RegistrationComposition.withoutPlace(form, events);
        if (!withoutPlace.isEmpty()) {
            problems.add(
                    file,
                    "nothing says where columns of " + events.id() + " go: "
                            + String.join(", ", new TreeSet<>(withoutPlace)),
                    "Map a column of the same name",
                    "canonical");
        }
        if (!events.types().equals(from.types().keySet())) {
            problems.add(
                    file,
                    "the types are not those of " + events.id(),
                    "Say what each of its types means",
                    "composed-from",
                    "types");
        }
        from.types().values().stream()
                .filter(type -> !form.events().containsValue(type))
                .forEach(type -> problems.add(file, "no code of event " + type, "Write one", "events"));
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
        ColumnType type = DAYS_OF_CERTIFICATES.contains(field) ? ColumnType.DATE : TYPED.get(field);
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
    public Optional<Composition> composition(QualificationForm form, LayoutSurroundings surroundings) {
        return Optional.ofNullable(form.composedFrom())
                .map(from -> new RegistrationComposition(form, from, surroundings));
    }

    @Override
    public Charset encoding(QualificationForm form) {
        return form.encoding().charset();
    }
}
