package jp.kenpo.gateway.content.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.regex.Pattern;
import jp.kenpo.gateway.content.mynumber.WatchedColumn;
import jp.kenpo.gateway.member.DistinctKeys;
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
    private final boolean[] everyCell;
    private final boolean[] filled;
    private final boolean[] added;
    private final int key;
    private final int shown;
    private final DistinctKeys keys = new DistinctKeys();
    private final MessageDigest digest = sha256();
    private final String label;
    private final String encoding;

    private long line;
    private long ordinal;
    private @Nullable Cells cells;

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
        this.everyCell = new boolean[columns.size()];
        this.filled = new boolean[columns.size()];
        this.added = new boolean[columns.size()];
        for (int i = 0; i < columns.size(); i++) {
            everyCell[i] = watched[i].needsEveryCell();
            added[i] = balance.adds(columns.get(i));
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
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Cell cell = row.cell(i);
            if (cell.isUnread()) {
                wrong(TableRule.CHARACTER_CUT, column, encoding);
            } else {
                checks.check(column, cell);
            }
            if (!filled[i] && !cell.isEmpty() && column.type() != ColumnType.FILLER) {
                filled[i] = true;
                findings.field(column.field());
            }
            if (everyCell[i] || checks.mayHoldMyNumber(cell)) {
                watched[i].see(line, cell, this::record);
            }
            if (added[i]) {
                balance.add(column, cell);
            }
            if (column.counts() != null || column.totalOf() != null) {
                balance.say(column, cell, line, record());
            }
        }
        checkKey(row);
        findings.flags().see(flags, row);
        if (members != null) {
            member(members.of(row, identity));
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
        if (!addKey(row.cell(key))) {
            wrong(TableRule.KEY_TWICE, columns.get(key));
        }
    }

    /** Returns whether the key is new. A short one stands for itself, any other for its hash. */
    private boolean addKey(Cell cell) {
        if (cell.isAscii() && cell.length() <= 2 * Long.BYTES) {
            int last = Math.max(0, cell.length() - Long.BYTES);
            return keys.add(cell.packed(0, last), cell.packed(last, cell.length()));
        }
        var hash = ByteBuffer.wrap(digest.digest(cell.toString().getBytes(StandardCharsets.UTF_8)));
        return keys.add(hash.getLong(), hash.getLong());
    }

    private void wrong(TableRule rule, Column column, Object... arguments) {
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
