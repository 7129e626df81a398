package jp.kenpo.gateway.content.table;

import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.content.ByteLines;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.LayoutKind;
import jp.kenpo.gateway.content.LayoutProblems;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.RowFlag;

/** Records of fixed length (固定長). */
public final class FixedLengthKind implements LayoutKind<FixedLengthForm> {

    @Override
    public String label() {
        return "fixed-length";
    }

    @Override
    public Class<FixedLengthForm> form() {
        return FixedLengthForm.class;
    }

    @Override
    public void check(ConfigurationFile<FixedLengthForm> file, LayoutProblems problems) {
        FixedLengthForm form = file.content();
        var checks = new RecordFormChecks(file, problems, form.furtherCategories());
        if (form.records().isEmpty()) {
            checks.add("a layout without records", "Declare its records", "records");
        }
        if (form.encoding() != TableEncoding.WINDOWS_31J && form.encoding() != TableEncoding.UTF_8) {
            checks.add("this encoding has no fixed bytes", "Write windows-31j or utf-8", "encoding");
        }
        for (int i = 0; i < form.records().size(); i++) {
            FixedRecordForm record = form.records().get(i);
            List<ColumnForm> rows = record.stands() == null ? record.columns() : form.rows();
            checks.check(record.columns(), rows, "records", i, "columns");
            checks.widths(record.columns(), true, "records", i, "columns");
            checks.members(record.members(), record.columns(), "records", i, "members");
            width(checks, form, record, i);
            if (record.stands() == null) {
                checks.flags(form.flags(), record.columns(), "flags");
            }
        }
        checks.balanced(form.flags(), form.columns().toList(), "flags");
        types(checks, form);
    }

    private static void width(RecordFormChecks checks, FixedLengthForm form, FixedRecordForm record, int index) {
        if (record.width() != form.width()) {
            checks.add(
                    "the record has " + record.width() + " bytes, the first " + form.width(),
                    "Fill it up with a filler",
                    "records",
                    index);
        } else if (record.width() > ByteLines.LONGEST) {
            checks.add("more than " + ByteLines.LONGEST + " bytes", "No record may be longer", "records", index);
        }
    }

    private static void types(RecordFormChecks checks, FixedLengthForm form) {
        var selector = form.selector();
        List<String> types = form.records().stream()
                .map(FixedRecordForm::type)
                .filter(Objects::nonNull)
                .toList();
        if (selector == null && (!types.isEmpty() || form.records().size() > 1)) {
            checks.add("key \"selector\" is missing", "Say at which byte the type of a record stands", "records");
        } else if (selector != null) {
            if (types.size() < form.records().size() || new HashSet<>(types).size() < types.size()) {
                checks.add("each record needs a type of its own", "Write the type of each", "records");
            }
            if (types.stream().anyMatch(type -> type.getBytes(form.encoding().charset()).length != selector.width())
                    || selector.at() < 1
                    || selector.at() - 1 + selector.width() > form.width()) {
                checks.add("selector and types do not fit", "Write types of its width, inside the record", "selector");
            }
        }
    }

    @Override
    public Set<String> fields(FixedLengthForm form, LayoutSurroundings surroundings) {
        return RecordForms.fields(form.columns());
    }

    @Override
    public Set<RowFlag> flags(FixedLengthForm form) {
        return FlagsForm.declared(form.flags());
    }

    @Override
    public Content content(FixedLengthForm form, LayoutSurroundings surroundings) {
        return new FixedLengthContent(FixedLayout.of(form, surroundings));
    }

    @Override
    public Charset encoding(FixedLengthForm form) {
        return form.encoding().charset();
    }
}
