package jp.kenpo.gateway.content.composition;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.content.Composition;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.LayoutKind;
import jp.kenpo.gateway.content.LayoutProblems;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.RowFlag;
import jp.kenpo.gateway.content.table.ColumnForm;
import jp.kenpo.gateway.content.table.CsvContent;
import jp.kenpo.gateway.content.table.CsvKind;
import jp.kenpo.gateway.content.table.FlagsForm;
import jp.kenpo.gateway.content.table.RowsForm;
import jp.kenpo.gateway.content.table.TableEncoding;

/** Tables composed of a table, of an event, or of a batch of them. */
public final class TableCompositionKind implements LayoutKind<TableCompositionForm> {

    private static final Pattern STUDY = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final String STUDY_FIELD = "member-identity.study-key";

    @Override
    public String label() {
        return "table-composition";
    }

    @Override
    public Class<TableCompositionForm> form() {
        return TableCompositionForm.class;
    }

    @Override
    public void check(ConfigurationFile<TableCompositionForm> file, LayoutProblems problems) {
        TableCompositionForm form = file.content();
        CsvKind.checkTable(file, form.table(), problems);
        if (form.encoding() == TableEncoding.DETECT) {
            problems.add(file, "a table can't be written in any encoding", "Name one", "encoding");
        }
        var source = problems.other(file, form.from(), "from");
        if (source.isPresent() && !(source.get() instanceof RowsForm)) {
            problems.add(
                    file, "layout \"" + form.from() + "\" can't be used here", "Name one of kind csv or event", "from");
        }
        for (int i = 0; i < form.columns().size(); i++) {
            ColumnForm column = form.columns().get(i);
            origin(file, problems, column, i);
            if (source.isPresent() && source.get() instanceof RowsForm rows) {
                origin(file, problems, column, rows, i);
            }
        }
    }

    private static void origin(
            ConfigurationFile<TableCompositionForm> file, LayoutProblems problems, ColumnForm column, int index) {
        List<String> origins = Stream.of(column.from(), column.constant(), column.studyKey())
                .flatMap(Stream::ofNullable)
                .toList();
        if (origins.size() > 1) {
            problems.add(
                    file, "two origins of one column", "Keep one of from, constant and study-key", "columns", index);
        }
        if (STUDY_FIELD.equals(column.field()) != (column.studyKey() != null)) {
            problems.add(
                    file,
                    "study-key and field " + STUDY_FIELD + " belong together",
                    "Use both or neither",
                    "columns",
                    index,
                    "field");
        }
        if (column.studyKey() != null && !STUDY.matcher(column.studyKey()).matches()) {
            problems.add(
                    file,
                    "\"" + column.studyKey() + "\" is no name of a study",
                    "Write small letters, digits and hyphens",
                    "columns",
                    index,
                    "study-key");
        }
    }

    private static void origin(
            ConfigurationFile<TableCompositionForm> file,
            LayoutProblems problems,
            ColumnForm column,
            RowsForm source,
            int index) {
        String from = Origin.sourceOf(column);
        if (from != null
                && source.columns().stream().noneMatch(each -> each.name().equals(from))) {
            problems.add(
                    file,
                    "layout " + source.id() + " has no column \"" + from + "\"",
                    "Name one of its columns with \"from\", or write \"constant\"",
                    "columns",
                    index);
        }
        if (column.studyKey() != null && source.members() == null) {
            problems.add(
                    file,
                    "layout " + source.id() + " does not say which member a row is about",
                    "Write its members",
                    "columns",
                    index,
                    "study-key");
        }
    }

    @Override
    public Set<String> fields(TableCompositionForm form, LayoutSurroundings surroundings) {
        return form.table().fields();
    }

    @Override
    public Set<RowFlag> flags(TableCompositionForm form) {
        return FlagsForm.declared(form.flags());
    }

    @Override
    public Content content(TableCompositionForm form, LayoutSurroundings surroundings) {
        return CsvContent.of(form.table(), surroundings);
    }

    @Override
    public Charset encoding(TableCompositionForm form) {
        return form.encoding().charset();
    }

    @Override
    public Optional<Composition> composition(TableCompositionForm form, LayoutSurroundings surroundings) {
        var source = (RowsForm) surroundings.form(form.from());
        return Optional.of(new TableComposition(
                form, source.rows(surroundings), surroundings.pseudonyms().studies()));
    }
}
