package jp.kenpo.gateway.content.table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kenpo.gateway.content.LayoutSurroundings;
import org.jspecify.annotations.Nullable;

/** How records of fixed length are laid out. */
record FixedLayout(
        TableEncoding encoding,
        FixedLengthForm.LineEnd lineEnd,
        int width,
        int selectorAt,
        int selectorWidth,
        List<Type> types) {

    /** One type of record: its mark at the selector, and where it stands; null for the rows. */
    record Type(byte[] mark, String name, FixedRecordForm.@Nullable Stands stands, RecordLayout record) {}

    static FixedLayout of(FixedLengthForm form, LayoutSurroundings surroundings) {
        var selector = form.selector();
        return new FixedLayout(
                form.encoding(),
                form.lineEnd(),
                form.width(),
                selector == null ? 0 : selector.at() - 1,
                selector == null ? 0 : selector.width(),
                form.records().stream()
                        .map(each -> type(each, form.encoding(), surroundings))
                        .toList());
    }

    private static Type type(FixedRecordForm form, TableEncoding encoding, LayoutSurroundings surroundings) {
        String mark = form.type() == null ? "" : form.type();
        return new Type(
                mark.getBytes(encoding.charset()),
                mark,
                form.stands(),
                RecordForms.layout(form.columns(), form.members(), surroundings));
    }

    /** Returns the type of a record of the right length; empty if the layout has no such type. */
    Optional<Type> typeOf(byte[] record) {
        for (Type type : types) {
            if (Arrays.equals(record, selectorAt, selectorAt + selectorWidth, type.mark(), 0, type.mark().length)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    String typeNames() {
        return types.stream().map(Type::name).collect(Collectors.joining(", "));
    }

    /** Returns the columns of the header and trailer records. */
    Stream<Column> around() {
        return types.stream().filter(type -> type.stands() != null).flatMap(type -> type.record().columns().stream());
    }
}
