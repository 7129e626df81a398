package jp.kenpo.gateway.content;

import java.time.Clock;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.content.LayoutFile.ColumnEntry;
import jp.kenpo.gateway.content.receipt.PayerReceiptContent;
import jp.kenpo.gateway.content.receipt.ReceiptLayout;
import jp.kenpo.gateway.content.reexamination.ReExaminationComposition;
import jp.kenpo.gateway.content.reexamination.SelectionContent;
import jp.kenpo.gateway.content.table.CsvContent;
import jp.kenpo.gateway.content.table.TableLayout;
import jp.kenpo.gateway.member.MemberPseudonyms;

/** Makes the content kinds out of checked layout files. */
final class LayoutContents {

    private final Society society;
    private final MemberPseudonyms pseudonyms;
    private final Clock clock;

    LayoutContents(Society society, MemberPseudonyms pseudonyms, Clock clock) {
        this.society = society;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    /** @param recordsOf the layout whose records hold; the layout itself where it names no other */
    Content content(LayoutFile layout, LayoutFile recordsOf) {
        return switch (layout.kind()) {
            case RECEIPT_PAYER ->
                new PayerReceiptContent(
                        new ReceiptLayout(recordsOf.recordFields(), recordsOf.itemFields()),
                        society,
                        pseudonyms,
                        clock);
            case CSV ->
                new CsvContent(new TableLayout(
                        Objects.requireNonNull(layout.encoding()),
                        layout.columnEntries().stream().map(ColumnEntry::column).toList()));
            case RE_EXAMINATION_SELECTION -> new SelectionContent();
        };
    }

    static Optional<Composition> composition(LayoutFile layout) {
        return Optional.ofNullable(layout.requestLines()).map(ReExaminationComposition::new);
    }

    static Layout layout(LayoutFile layout, LayoutFile recordsOf) {
        return new Layout(
                layout.id(),
                layout.category(),
                layout.kind().label(),
                layout.certainty().label(),
                fields(layout, recordsOf));
    }

    /** Returns the declared fields of a layout, as {@code category.field}. */
    static Set<String> fields(LayoutFile layout, LayoutFile recordsOf) {
        Set<String> fields = new HashSet<>();
        switch (layout.kind()) {
            case RECEIPT_PAYER -> {
                fields.addAll(recordsOf.recordFields().values());
                recordsOf.itemFields().values().forEach(items -> fields.addAll(items.values()));
            }
            case CSV -> layout.columnEntries().forEach(column -> fields.add(column.field()));
            case RE_EXAMINATION_SELECTION -> fields.addAll(SelectionContent.FIELDS);
        }
        return Set.copyOf(fields);
    }
}
