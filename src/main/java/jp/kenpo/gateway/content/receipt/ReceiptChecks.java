package jp.kenpo.gateway.content.receipt;

import java.time.Clock;
import java.util.Map;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Society;
import jp.kenpo.gateway.member.MembersConcerned;
import org.jspecify.annotations.Nullable;

/** The checks of one receipt after the other, alike on both sides: what stands in its lines and what they add up to. */
final class ReceiptChecks {

    private final Findings findings;
    private final Dialect dialect;
    private final Receipt receipt = new Receipt();
    private final KindFollower follower;
    private final KindChecks kinds;
    private final ItemChecks itemChecks;
    private final SequenceChecks sequence;
    private final ServiceChecks services;
    private final Totals totals;
    private final ReceiptNumbers numbers;
    private final HeaderChecks headers;
    private final IdentityChecks identity;
    private final ReviewResults results;
    private final ReceiptCounts counts = new ReceiptCounts();
    private final MembersSeen members;

    private boolean inReceipt;
    private long headerLine;
    private RecordItems headerItems = RecordTable.MEDICAL.items(RecordId.RE);
    private int headerFound;

    /** @param named kind that the file name or the layout says; {@link FileKind#UNKNOWN} if neither does */
    ReceiptChecks(
            Findings findings,
            Dialect dialect,
            FileKind named,
            Arrival arrival,
            Society society,
            MembersSeen members,
            Clock clock) {
        this.findings = findings;
        this.dialect = dialect;
        this.members = members;
        follower = dialect == Dialect.PAYER ? KindFollower.ofLines(named) : KindFollower.of(named);
        kinds = new KindChecks(findings, named);
        itemChecks = new ItemChecks(findings);
        sequence = new SequenceChecks(findings, dialect);
        services = new ServiceChecks(findings);
        totals = new Totals(findings);
        numbers = new ReceiptNumbers(findings);
        headers = new HeaderChecks(findings, services, arrival, clock);
        identity = new IdentityChecks(findings, society, arrival);
        results = new ReviewResults(findings);
    }

    /** Returns the items of a line, which may show the kind of the receipt. */
    RecordItems items(RecordId id, Line line) {
        return follower.items(id, line);
    }

    FileKind kind() {
        return follower.kind();
    }

    /**
     * Begins the next receipt; the one before has to be ended while its kind is still known.
     *
     * @param searchNumber 検索番号; null if there is none
     */
    void begin(long line, long ordinal, @Nullable String searchNumber) {
        receipt.begin(ordinal);
        findings.begin(ordinal, searchNumber);
        sequence.begin();
        services.begin();
        totals.begin();
        identity.begin();
        if (dialect == Dialect.PAYER) {
            receipt.forgetProvider();
            kinds.forgetProvider();
        }
        headerLine = line;
        headerItems = RecordTable.MEDICAL.items(RecordId.RE);
        headerFound = headerItems.fieldCount();
        inReceipt = true;
    }

    void countLine() {
        counts.line();
    }

    boolean isInReceipt() {
        return inReceipt;
    }

    void moveTo(Line line) {
        receipt.moveTo(line);
        totals.line(receipt);
    }

    /** Takes a line of the receipt. */
    void take(Line line, RecordId id, RecordItems items) {
        sequence.check(line, id, receipt, follower.kind());
        itemChecks.check(line, items);
        content(line, items);
    }

    /** Takes the head of a claim file or of a receipt: the provider. */
    void provider(Line line, RecordItems items) {
        kinds.provider(line);
        headers.provider(line, items, receipt);
    }

    /** Checks the items of a line that belongs to no receipt. */
    void frame(Line line, RecordItems items) {
        itemChecks.check(line, items);
    }

    void end() {
        if (!inReceipt) {
            return;
        }
        inReceipt = false;
        if (follower.isMistaken()) {
            findings.add(Rule.ITEM_COUNT, headerLine, Item.RECORD_ID.label(), RecordId.RE, 41, headerFound);
        }
        FileKind kind = follower.isMistaken() ? FileKind.MED : follower.kind();
        kinds.end(kind);
        sequence.end(receipt, kind);
        identity.payersFitType(headerLine, headerItems, receipt);
        RecordItems insurer = kind.table().items(RecordId.HO);
        if (dialect == Dialect.PAYER) {
            identity.end(insurer.label(insurer.at(CheckedItem.PAYER_NUMBER)), receipt);
        }
        if (kind == FileKind.PHA || kind == FileKind.NURSING) {
            findings.once(Rule.TOTAL_NOT_COMPUTED, 0, insurer.label(insurer.at(CheckedItem.TOTAL)), kind.label());
        } else {
            totals.end(insurer.label(insurer.at(CheckedItem.TOTAL)), receipt);
        }
        counts.add(kind, receipt, totals);
        identity.member(receipt).ifPresent(member -> members.add(member, receipt, headerLine));
    }

    private void content(Line line, RecordItems items) {
        switch (items.id()) {
            case SI, SS, IY, TO -> service(line, items);
            case CO -> {
                totals.comment(line, items);
                services.comment(line, items, receipt);
            }
            case SY, HS, SB -> services.disease(line, items, receipt);
            case SJ -> services.summary(line, items);
            case GT -> totals.inclusive(line, items, receipt);
            case JY -> totals.correction(line, items, receipt);
            case TI, TR, TS -> totals.unproven();
            case UNKNOWN -> findings.add(Rule.UNKNOWN_RECORD, line.number, Item.RECORD_ID.label());
            default -> header(line, items);
        }
    }

    private void service(Line line, RecordItems items) {
        services.service(line, items, receipt);
        totals.service(line, items, receipt);
        boolean measured = receipt.isClaim() || receipt.origin == Receipt.ORIGIN_CORRECTION;
        if (!measured || items.isUnconfirmed()) {
            totals.unproven();
        }
    }

    private void header(Line line, RecordItems items) {
        switch (items.id()) {
            case MN -> receipt.numberedTwice = !numbers.check(line, items);
            case EX -> identity.operation(line);
            case HO, KO -> payer(line, items);
            case SN -> identity.eligibility(line, items, receipt);
            case JD -> identity.visitDays(line, items, receipt);
            case MF -> identity.sinceEligibility(line, receipt);
            case MK -> results.result(line, items, receipt);
            case HR -> results.returned(line, items, receipt);
            case IR, YK, HM -> {
                if (receipt.isClaim() && dialect == Dialect.PAYER) {
                    provider(line, items);
                }
            }
            case RE -> patient(line, items);
            default -> {
                // the others have no rule beyond items and order
            }
        }
    }

    /** Of a DPC receipt with details the first header counts: that of the whole stay. */
    private void patient(Line line, RecordItems items) {
        if (!receipt.isClaim()) {
            return;
        }
        if (receipt.type >= 0 && follower.kind() == FileKind.DPC) {
            totals.unproven();
            receipt.inDetail = true;
            return;
        }
        headerLine = line.number;
        headerItems = items;
        headerFound = line.fieldCount();
        headers.header(line, items, receipt);
        kinds.header(line, items, receipt);
    }

    private void payer(Line line, RecordItems items) {
        boolean insurer = items.id() == RecordId.HO;
        if (receipt.inDetail) {
            return;
        }
        if (receipt.isClaim()) {
            receipt.insurer |= insurer;
            receipt.publicPayers += insurer ? 0 : 1;
            if (insurer) {
                identity.insurer(line, items, receipt);
            } else {
                identity.publicPayer(line, items, receipt);
            }
        }
        totals.payer(line, items, receipt, insurer ? 0 : Math.max(receipt.publicPayers, 1));
    }

    /** Returns what was counted, in the order in which it is told. */
    Map<String, Long> counts() {
        Map<String, Long> all = counts.of(dialect);
        all.putAll(results.counts());
        return all;
    }

    ReceiptCounts totals() {
        return counts;
    }

    MembersConcerned members() {
        return members.concerned();
    }
}
