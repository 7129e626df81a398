package jp.kenpo.gateway.content.receipt;

import java.util.Map;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.content.LayoutForm;
import jp.kenpo.gateway.content.LayoutProblems;

/** Checks the records and items of a layout file against the declared fields and the kinds of receipts. */
record DeclaredRecords(ConfigurationFile<? extends LayoutForm> file, ReceiptLayout layout, LayoutProblems problems) {

    void check() {
        layout.recordFields().forEach((id, field) -> problems.declared(file, field, "records", id));
        layout.itemFields().forEach((id, items) -> items(items, "items", id));
        layout.itemsOfKind().forEach((kind, records) -> {
            FileKind known = FileKind.ofKey(kind);
            if (known == FileKind.UNKNOWN || known == FileKind.MED) {
                problems.add(
                        file,
                        "\"" + kind + "\" is no kind of receipts with items of its own",
                        "Write one of: dpc, dental, pharmacy, nursing",
                        "items-of-kind",
                        kind);
            }
            records.forEach((id, items) -> items(items, "items-of-kind", kind, id));
        });
    }

    private void items(Map<Integer, String> items, Object... path) {
        String recordId = path[path.length - 1].toString();
        if (layout.field(recordId).isEmpty()) {
            problems.add(
                    file,
                    "items of record \"" + recordId + "\", which is not declared",
                    "Name the record under records",
                    path);
        }
        items.forEach((number, field) -> {
            Object[] place = java.util.Arrays.copyOf(path, path.length + 1);
            place[path.length] = number;
            problems.declared(file, field, place);
            if (number < 2) {
                problems.add(file, "item " + number + " is no value", "Items count from the record id", path);
            }
        });
    }
}
