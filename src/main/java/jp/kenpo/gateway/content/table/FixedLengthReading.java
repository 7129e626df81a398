package jp.kenpo.gateway.content.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.IdentityHashMap;
import jp.kenpo.gateway.content.Reading;

/** One reading of one file of fixed length. */
final class FixedLengthReading {

    private final FixedLayout layout;
    private final FixedRecords records;
    private final TableFindings findings = new TableFindings();
    private final Balance balance;
    private final IdentityHashMap<FixedLayout.Type, RowChecks> checks = new IdentityHashMap<>();
    private boolean firstSeen;
    private boolean lastSeen;
    private boolean lineEndsSaid;

    FixedLengthReading(FixedLayout layout, InputStream in) {
        this.layout = layout;
        this.records = new FixedRecords(in, layout);
        this.balance = new Balance(layout.around());
        layout.types()
                .forEach(type -> checks.put(
                        type, new RowChecks(type.record(), label(type), layout.encoding(), findings, balance)));
    }

    private static String label(FixedLayout.Type type) {
        return type.stands() == null ? "record" : type.stands() == FixedRecordForm.Stands.FIRST ? "header" : "trailer";
    }

    Reading read() throws IOException {
        boolean ended = true;
        while (records.next()) {
            ended = records.ended() || records.isEndMark();
            if (!records.isEndMark()) {
                lineEnd();
                record();
            }
        }
        if (records.number() == 0) {
            findings.add(TableRule.EMPTY_FILE, 0, null, null);
            return findings.reading(0);
        }
        if (findings.rows() == 0) {
            findings.add(TableRule.NO_ROWS, records.number(), null, null);
        }
        if (!ended) {
            findings.add(TableRule.LAST_LINE_OPEN, records.number(), null, null);
        }
        missing();
        balance.close(findings);
        return findings.reading(records.number());
    }

    /** Told once: a file written with other line ends has them in every line. */
    private void lineEnd() {
        if (!records.endsAsAgreed() && !lineEndsSaid) {
            lineEndsSaid = true;
            boolean agreed = layout.lineEnd() == FixedLengthForm.LineEnd.CRLF;
            findings.add(
                    TableRule.LINE_END, records.number(), null, null, agreed ? "CR LF" : "LF", agreed ? "LF" : "CR LF");
        }
    }

    private void record() {
        if (!records.whole()) {
            findings.add(
                    TableRule.RECORD_LENGTH,
                    records.number(),
                    "record " + findings.row(),
                    null,
                    layout.width(),
                    records.bytes().length);
            return;
        }
        var type = layout.typeOf(records.bytes());
        if (type.isEmpty()) {
            findings.add(TableRule.RECORD_TYPE, records.number(), "record " + findings.row(), null, layout.typeNames());
        } else {
            record(type.get());
        }
    }

    private void record(FixedLayout.Type type) {
        boolean first = type.stands() == FixedRecordForm.Stands.FIRST;
        boolean last = type.stands() == FixedRecordForm.Stands.LAST;
        long ordinal = first || last ? 0 : findings.row();
        if (lastSeen || (first && records.number() > 1)) {
            String record = ordinal == 0 ? label(type) : label(type) + " " + ordinal;
            findings.add(TableRule.RECORD_MISPLACED, records.number(), record, null);
        }
        firstSeen |= first;
        lastSeen |= last;
        RowChecks check = checks.get(type);
        if (check != null) {
            check.check(records.number(), ordinal, records.cells(type.record().columns()));
        }
    }

    private void missing() {
        for (FixedLayout.Type type : layout.types()) {
            boolean first = type.stands() == FixedRecordForm.Stands.FIRST;
            if (type.stands() != null && !(first ? firstSeen : lastSeen)) {
                findings.add(TableRule.RECORD_MISSING, first ? 0 : records.number(), label(type), null);
            }
        }
    }
}
