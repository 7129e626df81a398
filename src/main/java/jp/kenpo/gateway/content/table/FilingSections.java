package jp.kenpo.gateway.content.table;

/** Follows the sections of a file of filings: header, {@code [kanri]}, {@code [data]}. */
final class FilingSections {

    static final String MANAGEMENT_MARK = "[kanri]";
    static final String DATA_MARK = "[data]";

    /** What a line is. */
    enum Part {
        HEADER,
        /** One of the two marks, in its place. */
        MARK,
        MANAGEMENT,
        ESTABLISHMENT,
        ROW,
        /** A line in no section, or a mark out of its place. */
        MISPLACED
    }

    private enum Section {
        START,
        HEADED,
        MARKED,
        MANAGED,
        DATA
    }

    private Section section = Section.START;
    private boolean managed;

    /** Takes the next line and says what it is. */
    Part next(Cells cells) {
        if (section == Section.START) {
            section = Section.HEADED;
            return Part.HEADER;
        }
        boolean single = cells.count() == 1;
        if (single && MANAGEMENT_MARK.contentEquals(cells.cell(0))) {
            return mark(section == Section.HEADED, Section.MARKED);
        } else if (single && DATA_MARK.contentEquals(cells.cell(0))) {
            return mark(section != Section.DATA, Section.DATA);
        }
        return switch (section) {
            case MARKED -> {
                section = Section.MANAGED;
                managed = true;
                yield Part.MANAGEMENT;
            }
            case MANAGED -> Part.ESTABLISHMENT;
            case DATA -> Part.ROW;
            case START, HEADED -> Part.MISPLACED;
        };
    }

    private Part mark(boolean inItsPlace, Section opened) {
        if (inItsPlace) {
            section = opened;
        }
        return inItsPlace ? Part.MARK : Part.MISPLACED;
    }

    /** Returns whether the management record was there. */
    boolean isManaged() {
        return managed;
    }

    /** Returns whether {@code [data]} was there. */
    boolean hasData() {
        return section == Section.DATA;
    }
}
