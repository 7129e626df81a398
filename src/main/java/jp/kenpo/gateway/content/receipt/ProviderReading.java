package jp.kenpo.gateway.content.receipt;

import java.io.IOException;
import java.io.InputStream;
import jp.kenpo.gateway.content.Reading;

/**
 * One reading of one claim file of a provider: a head, receipts, and {@code GO} with their number and points.
 *
 * <p>A receipt begins with {@code RE}; in dental files with an {@code IR} of its own. A payer's file or one of returned
 * receipts is told by one finding and not read. Not thread-safe, used once.
 */
final class ProviderReading {

    private final Findings findings;
    private final ReceiptChecks checks;
    private final FieldsSeen fields;
    private final FileChecks file;
    private final ItemGuard guard = new ItemGuard();
    private final ClaimTrailer trailer;
    private final RecordId head;
    private final RecordId first;
    private long receipts;
    private boolean foreign;

    ProviderReading(Findings findings, ReceiptChecks checks, FieldsSeen fields, FileKind kind) {
        this.findings = findings;
        this.checks = checks;
        this.fields = fields;
        file = new FileChecks(findings);
        trailer = new ClaimTrailer(findings);
        head = switch (kind) {
            case DEN -> RecordId.UK;
            case PHA -> RecordId.YK;
            case NURSING -> RecordId.HM;
            default -> RecordId.IR;
        };
        first = kind == FileKind.DEN ? RecordId.IR : RecordId.RE;
    }

    Reading read(InputStream in) throws IOException {
        var reader = new LineReader(in, Dialect.PROVIDER);
        Line line = reader.line();
        while (reader.next()) {
            checks.countLine();
            RecordId id = RecordId.of(line);
            foreign |= line.number == 1 && file.isForeign(line);
            if (!foreign) {
                take(line, id, checks.items(id, line));
            }
        }
        checks.end();
        findings.endReceipt();
        if (!foreign) {
            trailer.end(line.number);
        }
        file.end(reader, Rule.END_MARK_ABSENT);
        findings.endReceipt();
        return PayerReading.reading(checks, fields, findings, guard);
    }

    private void take(Line line, RecordId id, RecordItems items) {
        if (id == first) {
            checks.end();
            receipts++;
            checks.begin(line.number, receipts, null);
        } else if (id == RecordId.GO) {
            checks.end();
            findings.endReceipt();
        }
        file.line(line, items);
        guard.see(line, items, findings);
        if (line.tooLong) {
            return;
        }
        fields.see(checks.kind(), items.id(), line);
        boolean inPlace = trailer.next(line, id == head);
        if (id == head || id == RecordId.GO) {
            frame(line, id, items);
        } else if (checks.isInReceipt()) {
            checks.moveTo(line);
            checks.take(line, id, items);
        } else if (inPlace) {
            file.beforeFirstReceipt(line);
        }
    }

    private void frame(Line line, RecordId id, RecordItems items) {
        checks.frame(line, items);
        if (id == head) {
            checks.provider(line, items);
            trailer.head(line, items);
        } else {
            trailer.compare(line, items, checks.totals());
        }
    }
}
