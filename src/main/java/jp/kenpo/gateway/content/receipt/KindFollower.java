package jp.kenpo.gateway.content.receipt;

/**
 * Follows which kind the receipt under way is, so that each line is read by the right table. A file is of one kind, but
 * only its lines say so.
 *
 * <p>On the payer side {@code MN} is known by its number of items, and what follows by 点数表 of the provider. Medical
 * and DPC receipts have one 点数表: the number of items of {@code RE} tells them apart, and at the latest the first
 * record that only DPC receipts have. On the provider side the layout says the kind.
 */
final class KindFollower {

    private static final int HEADER_ITEMS =
            RecordTable.MEDICAL.items(RecordId.RE).fieldCount();
    private static final int HEADER_ITEMS_OF_DPC =
            RecordTable.DPC.items(RecordId.RE).fieldCount();
    private static final int CONTROL_ITEMS_OF_DENTAL =
            RecordTable.DENTAL.items(RecordId.MN).fieldCount();

    private final boolean fixed;
    private final boolean namedMedical;
    private FileKind kind;
    private RecordTable table;
    private boolean dpcShown;

    private KindFollower(FileKind kind, boolean fixed, boolean namedMedical) {
        this.kind = kind;
        this.fixed = fixed;
        this.namedMedical = namedMedical;
        table = kind.table();
    }

    /**
     * Follows a file of the payer side.
     *
     * @param named kind that the file name says; {@link FileKind#UNKNOWN} if there is none
     */
    static KindFollower ofLines(FileKind named) {
        return new KindFollower(FileKind.MED, false, named == FileKind.MED);
    }

    /** Reads every line by the table of one kind. */
    static KindFollower of(FileKind kind) {
        return new KindFollower(kind, true, false);
    }

    /** Returns the kind as far as it shows. */
    FileKind kind() {
        return kind;
    }

    /**
     * Returns whether the receipt was read as DPC for the number of items of {@code RE} only, and no record of DPC
     * came: then it is a medical one with a damaged {@code RE}.
     */
    boolean isMistaken() {
        return !fixed && kind == FileKind.DPC && !dpcShown;
    }

    /** Moves to the next line, and returns the items that it has. */
    RecordItems items(RecordId id, Line line) {
        if (!fixed) {
            if (id == RecordId.MN) {
                become(line.fieldCount() == CONTROL_ITEMS_OF_DENTAL ? FileKind.DEN : FileKind.MED);
                dpcShown = false;
            } else {
                follow(id, line);
            }
        }
        return table.items(id);
    }

    private void follow(RecordId id, Line line) {
        if (id.isHead()) {
            become(FileKind.ofFeeTable(line.number(Places.FEE_TABLE)));
        } else if (id == RecordId.RE && kind == FileKind.MED && isHeaderOfDpc(line)) {
            become(FileKind.DPC);
        } else if (id.isDpcOnly() && (kind == FileKind.MED || kind == FileKind.DPC)) {
            dpcShown = true;
            become(FileKind.DPC);
        }
    }

    private boolean isHeaderOfDpc(Line line) {
        return line.fieldCount() == HEADER_ITEMS_OF_DPC || (line.fieldCount() != HEADER_ITEMS && !namedMedical);
    }

    private void become(FileKind other) {
        kind = other;
        table = other.table();
    }
}
