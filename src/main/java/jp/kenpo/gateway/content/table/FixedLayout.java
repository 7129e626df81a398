package jp.kenpo.gateway.content.table;

import java.nio.charset.StandardCharsets;
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

    /**
     * One type of record.
     *
     * @param mark the bytes at the selector, each as the character of its value
     * @param stands where it stands; null for the rows
     */
    record Type(String mark, String name, FixedRecordForm.@Nullable Stands stands, RecordLayout record) {

        /** Returns the bytes at the selector. */
        byte[] markBytes() {
            return mark.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    static FixedLayout of(FixedLengthForm form, LayoutSurroundings surroundings) {
        var selector = form.selector();
        return new FixedLayout(
                form.encoding(),
                form.lineEnd(),
                form.width(),
                selector == null ? 0 : selector.at() - 1,
                selector == null ? 0 : selector.width(),
                form.records().stream()
                        .map(each -> type(each, form, surroundings))
                        .toList());
    }

    private static Type type(FixedRecordForm record, FixedLengthForm form, LayoutSurroundings surroundings) {
        String mark = record.type() == null ? "" : record.type();
        FlagsForm flags = record.stands() == null ? form.flags() : null;
        return new Type(
                new String(mark.getBytes(form.encoding().charset()), StandardCharsets.ISO_8859_1),
                mark,
                record.stands(),
                RecordForms.layout(record.columns(), record.members(), flags, surroundings));
    }

    /** Returns the type of a record of the right length; empty if the layout has no such type. */
    Optional<Type> typeOf(byte[] record) {
        String mark = new String(record, selectorAt, selectorWidth, StandardCharsets.ISO_8859_1);
        return types.stream().filter(type -> type.mark().equals(mark)).findFirst();
    }

    String typeNames() {
        return types.stream().map(Type::name).collect(Collectors.joining(", "));
    }

    /** Returns the columns of the header and trailer records. */
    Stream<Column> around() {
        return types.stream().filter(type -> type.stands() != null).flatMap(type -> type.record().columns().stream());
    }
}
