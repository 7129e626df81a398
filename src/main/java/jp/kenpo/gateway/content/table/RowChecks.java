package jp.kenpo.gateway.content.table;

import java.util.List;
import java.util.regex.Pattern;
import jp.kenpo.gateway.content.mynumber.WatchedColumn;
import jp.kenpo.gateway.member.MyNumber;
import jp.kenpo.gateway.member.PlainIdentity;
import jp.kenpo.gateway.member.Pseudonym;
import org.jspecify.annotations.Nullable;

/** The checks of all rows or records of one type: each cell, keys, totals, the member. */
final class RowChecks {

    /** A key that may be shown: nothing of it can be a name or a formula. */
    private static final Pattern SHOWABLE = Pattern.compile("[0-9A-Za-z-]{1,40}");

    private final List<Column> columns;
    private final TableFindings findings;
    private final Balance balance;
    private final @Nullable MemberColumns members;
    private final PlainIdentity identity = new PlainIdentity();
    private final RowFlags flags;
    private final CellChecks checks;
    private final WatchedColumn[] watched;
    private final PlainCells[] plain;
    private final boolean[] everyCell;
    private final boolean[] filled;
    private final boolean[] counted;
    private final int key;
    private final int shown;
    private final KeysSeen keys = new KeysSeen();
    private final String label;
    private final String encoding;

    private long line;
    private long ordinal;
    private @Nullable Cells cells;
    /** Whether nothing was found wrong with the cell that is looked at. */
    private boolean right;

    /** @param label what such a record is called in findings */
    RowChecks(RecordLayout layout, String label, TableEncoding encoding, TableFindings findings, Balance balance) {
        this.columns = layout.columns();
        this.members = layout.members();
        this.flags = layout.flags();
        this.label = label;
        this.encoding = encoding.label();
        this.findings = findings;
        this.balance = balance;
        this.checks = new CellChecks(encoding, this::wrong);
        this.watched = columns.stream()
                .map(column -> findings.guard().column(column.name(), column.watch()))
                .toArray(WatchedColumn[]::new);
        this.plain = columns.stream().map(PlainCells::new).toArray(PlainCells[]::new);
        this.everyCell = new boolean[columns.size()];
        this.filled = new boolean[columns.size()];
        this.counted = new boolean[columns.size()];
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            everyCell[i] = watched[i].needsEveryCell();
            counted[i] = balance.adds(column) || column.counts() != null || column.totalOf() != null;
        }
        this.key = columns.stream().map(Column::key).toList().indexOf(true);
        this.shown = columns.stream().map(Column::shown).toList().indexOf(true);
    }

    int width() {
        return columns.size();
    }

    /** Checks one row that has as many cells as there are columns. */
    void check(long atLine, long ordinalOfRow, Cells row) {
        line = atLine;
        ordinal = ordinalOfRow;
        cells = row;
        for (int i = 0; i < plain.length; i++) {
            Cell cell = row.cell(i);
            if (!plain[i].include(cell)) {
                check(i, cell);
            }
        }
        checkKey(row);
        findings.flags().see(flags, row);
        if (members != null) {
            member(members.of(row, identity));
        }
    }

    private void check(int place, Cell cell) {
        Column column = columns.get(place);
        right = true;
        if (cell.isUnread()) {
            wrong(TableRule.CHARACTER_CUT, column, encoding);
        } else {
            checks.check(column, cell);
        }
        if (!filled[place] && !cell.isEmpty() && column.type() != ColumnType.FILLER) {
            filled[place] = true;
            findings.field(column.field());
        }
        if (everyCell[place] || checks.mayHoldMyNumber(cell)) {
            watched[place].see(line, cell, this::record);
        } else if (right && filled[place] && !counted[place]) {
            plain[place].add(cell);
        }
        if (counted[place]) {
            count(column, cell);
        }
    }

    private void count(Column column, Cell cell) {
        if (balance.adds(column)) {
            balance.add(column, cell);
        }
        if (column.counts() != null || column.totalOf() != null) {
            balance.say(column, cell, line, record());
        }
    }

    private void member(@Nullable Pseudonym member) {
        if (member == null) {
            findings.nameless();
        } else {
            findings.members().note(member);
        }
    }

    private void checkKey(Cells row) {
        if (key < 0 || row.cell(key).isEmpty()) {
            return;
        }
        if (!keys.add(row.cell(key))) {
            wrong(TableRule.KEY_TWICE, columns.get(key));
        }
    }

    private void wrong(TableRule rule, Column column, Object... arguments) {
        right = false;
        findings.add(rule, line, record(), column.name(), arguments);
    }

    /** Returns what findings call the row that was checked last. */
    String record() {
        String name = ordinal == 0 ? label : label + " " + ordinal;
        if (shown < 0 || cells == null) {
            return name;
        }
        String text = cells.cell(shown).toString();
        boolean showable = SHOWABLE.matcher(text).matches() && MyNumber.countIn(text) == 0;
        return showable ? name + " (" + text + ")" : name;
    }
}
