package jp.kenpo.gateway.content.receipt;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.MyNumberSightings;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.Society;
import jp.kenpo.gateway.member.MemberPseudonyms;
import jp.kenpo.gateway.member.MembersConcerned;

/**
 * One reading of one file: takes the lines in turn, keeps the state of one receipt, and asks the checks.
 *
 * <p>Not thread-safe, used once.
 */
final class ReceiptReading {

    private final Findings findings = new Findings();
    private final Receipt receipt = new Receipt();
    private final FileChecks file = new FileChecks(findings);
    private final ItemChecks itemChecks = new ItemChecks(findings);
    private final SequenceChecks sequence = new SequenceChecks(findings);
    private final ServiceChecks services = new ServiceChecks(findings);
    private final Totals totals = new Totals(findings);
    private final ReceiptNumbers numbers = new ReceiptNumbers(findings);
    private final KindChecks kinds;
    private final HeaderChecks headers;
    private final IdentityChecks identity;
    private final FieldsSeen fields;
    private final MemberPseudonyms pseudonyms;
    private final MembersConcerned members = new MembersConcerned();

    private boolean inReceipt;
    private long receipts;
    private long lines;
    private long points;
    private long pointsPaid;
    private long headerLine;

    ReceiptReading(LayoutFields layout, Society society, MemberPseudonyms pseudonyms, Clock clock, Arrival arrival) {
        this.pseudonyms = pseudonyms;
        kinds = new KindChecks(findings, arrival);
        headers = new HeaderChecks(findings, services, arrival, clock);
        identity = new IdentityChecks(findings, society, arrival);
        fields = new FieldsSeen(layout);
    }

    Reading read(InputStream in) throws IOException {
        var reader = new LineReader(in);
        Line line = reader.line();
        while (reader.next()) {
            lines++;
            RecordId id = RecordId.of(line);
            if (id == RecordId.MN) {
                endReceipt();
                beginReceipt(line);
            }
            file.line(line);
            if (inReceipt) {
                receipt.moveTo(line);
            }
            if (!line.tooLong && file.hasPrefix(line)) {
                take(line, id);
            }
        }
        endReceipt();
        file.end(reader);
        findings.begin(null);
        return reading();
    }

    private Reading reading() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("receipts", receipts);
        counts.put("lines", lines);
        counts.put("points", points);
        counts.put("pointsPaid", pointsPaid);
        return new Reading(
                counts,
                members,
                fields.fields(),
                findings.kept(),
                findings.errors(),
                findings.warnings(),
                MyNumberSightings.NONE);
    }

    private void beginReceipt(Line line) {
        receipts++;
        receipt.begin(receipts);
        findings.begin(Receipt.label(receipts, Receipt.searchNumber(line)));
        sequence.begin();
        services.begin();
        totals.begin();
        identity.begin();
        kinds.begin();
        headerLine = line.number;
        inReceipt = true;
    }

    private void endReceipt() {
        if (!inReceipt) {
            return;
        }
        kinds.end();
        if (kinds.isRead()) {
            sequence.end(receipt);
            identity.end(label(RecordId.HO, Places.PAYER_NUMBER), headerLine, receipt);
            totals.end(label(RecordId.HO, Places.PAYER_POINTS), receipt);
        }
        points += totals.claimedPoints(receipt);
        pointsPaid += totals.paidPoints(receipt);
        identity.member(receipt).ifPresent(member -> members.add(pseudonyms.of(member)));
    }

    private static String label(RecordId id, int place) {
        return RecordTable.MEDICAL.items(id).label(place);
    }

    private void take(Line line, RecordId id) {
        if (!inReceipt) {
            file.beforeFirstReceipt(line);
            return;
        }
        fields.see(id, line);
        if (id == RecordId.UNKNOWN) {
            kinds.unknownRecord(line);
        }
        if (id == RecordId.IR && receipt.isClaim()) {
            kinds.provider(line);
        }
        if (kinds.isRead()) {
            RecordItems items = RecordTable.MEDICAL.items(id);
            sequence.check(line, id, receipt);
            itemChecks.check(line, items);
            content(line, items);
        }
    }

    private void content(Line line, RecordItems items) {
        switch (items.id()) {
            case SI, IY, TO -> service(line, items);
            case CO -> {
                totals.comment(line);
                services.burden(line, items, receipt);
            }
            case SY -> services.disease(line, items, receipt);
            case SJ -> services.summary(line, items);
            case JY -> totals.correction(line, items, receipt);
            case TI, TR, TS -> totals.unproven();
            case UNKNOWN -> findings.add(Rule.UNKNOWN_RECORD, line.number, Item.RECORD_ID.label());
            default -> header(line, items);
        }
    }

    private void service(Line line, RecordItems items) {
        services.service(line, items, receipt);
        totals.service(line, receipt);
        if (!receipt.isClaim() && receipt.origin != Receipt.ORIGIN_CORRECTION) {
            totals.unproven();
        }
    }

    private void header(Line line, RecordItems items) {
        switch (items.id()) {
            case MN -> numbers.check(line, items);
            case EX -> identity.operation(line);
            case HO, KO -> payer(line, items);
            case SN -> identity.eligibility(line, items, receipt);
            case JD, MF -> identity.sinceEligibility(line, receipt);
            case IR -> claimed(() -> headers.provider(line, items, receipt));
            case RE -> claimed(() -> header(line, items, line.number));
            default -> {
                // ON, RC, GR and the records of re-examinations have no rule beyond items and order
            }
        }
    }

    private void header(Line line, RecordItems items, long at) {
        headerLine = at;
        headers.header(line, items, receipt);
    }

    private void claimed(Runnable check) {
        if (receipt.isClaim()) {
            check.run();
        }
    }

    private void payer(Line line, RecordItems items) {
        boolean insurer = items.id() == RecordId.HO;
        if (receipt.isClaim()) {
            receipt.insurer |= insurer;
            receipt.publicPayers += insurer ? 0 : 1;
            if (insurer) {
                identity.insurer(line, items, receipt);
            } else {
                identity.publicPayer(line, items, receipt);
            }
        }
        totals.payer(line, receipt, insurer ? 0 : Math.max(receipt.publicPayers, 1));
    }
}
