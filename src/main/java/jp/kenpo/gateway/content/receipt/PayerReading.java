package jp.kenpo.gateway.content.receipt;

import java.io.IOException;
import java.io.InputStream;
import jp.kenpo.gateway.content.Reading;

/**
 * One reading of one file of the payer side: receipts from {@code MN} to {@code RC}.
 *
 * <p>Not thread-safe, used once.
 */
final class PayerReading {

    private final Findings findings;
    private final ReceiptChecks checks;
    private final FieldsSeen fields;
    private final FileChecks file;
    private final ItemGuard guard = new ItemGuard();
    private long receipts;

    PayerReading(Findings findings, ReceiptChecks checks, FieldsSeen fields) {
        this.findings = findings;
        this.checks = checks;
        this.fields = fields;
        file = new FileChecks(findings);
    }

    Reading read(InputStream in) throws IOException {
        var reader = new LineReader(in, Dialect.PAYER);
        Line line = reader.line();
        while (reader.next()) {
            take(line, RecordId.of(line));
        }
        checks.end();
        file.end(reader, Rule.END_MARK_MISSING);
        findings.endReceipt();
        return reading(checks, fields, findings, guard);
    }

    private void take(Line line, RecordId id) {
        checks.countLine();
        if (id == RecordId.MN) {
            checks.end();
        }
        RecordItems items = checks.items(id, line);
        if (id == RecordId.MN) {
            receipts++;
            checks.begin(line.number, receipts, Receipt.searchNumber(line, items));
        }
        file.line(line, items);
        guard.see(line, items, findings);
        if (checks.isInReceipt()) {
            checks.moveTo(line);
        }
        if (line.tooLong || !file.hasPrefix(line)) {
            return;
        }
        if (checks.isInReceipt()) {
            fields.see(checks.kind(), items.id(), line);
            checks.take(line, id, items);
        } else {
            file.beforeFirstReceipt(line);
        }
    }

    static Reading reading(ReceiptChecks checks, FieldsSeen fields, Findings findings, ItemGuard guard) {
        return new Reading(
                checks.counts(),
                checks.members(),
                fields.fields(),
                findings.kept(),
                findings.errors(),
                findings.warnings(),
                guard.sightings());
    }
}
