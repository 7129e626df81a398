package jp.kenpo.gateway.preparation;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.content.Severity;
import jp.kenpo.gateway.content.report.ErrorReport;
import jp.kenpo.gateway.content.report.FindingJson;
import jp.kenpo.gateway.content.report.RejectionRule;
import jp.kenpo.gateway.content.report.ReportSubject;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.gate.ReportRecipient;
import jp.kenpo.gateway.ledger.Entry;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.payload.Ticket;

/** Makes the error report about a transfer out of what the ledger kept of its check. */
public final class ErrorReports {

    /** Queue of tickets of transfers whose content has errors. */
    public static final String QUEUE = "error-reports.ticket";

    private final Layouts layouts;
    private final CounterpartyRegister counterparties;
    private final Ledger ledger;

    public ErrorReports(Layouts layouts, CounterpartyRegister counterparties, Ledger ledger) {
        this.layouts = layouts;
        this.counterparties = counterparties;
        this.ledger = ledger;
    }

    /**
     * Returns the bytes of the report by the extension of their file: {@code csv} in Japanese, {@code txt} in Japanese
     * and English. The same check gives the same bytes.
     */
    public Map<String, byte[]> files(Transfer transfer) {
        Map<String, Object> checked = ledger.sealed(transfer.id(), Set.of(EntryKind.QUARANTINED))
                .map(Entry::details)
                .orElse(Map.of());
        String layout = layoutOf(transfer, checked);
        ErrorReport report = report(transfer, layout, checked);
        Charset encoding = layouts.encoding(layout);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("csv", report.csv(encoding, Locale.JAPANESE));
        files.put("txt", report.text(Locale.JAPANESE, Locale.ENGLISH));
        return files;
    }

    private ErrorReport report(Transfer transfer, String layout, Map<String, Object> checked) {
        List<Finding> findings = findings(transfer);
        Transfer source = source(transfer);
        Ticket ticket = source.ticket();
        ReportSubject subject = new ReportSubject(
                source.id().value(),
                source.fileName(),
                layout,
                ticket == null ? null : ticket.sha256(),
                source.receivedAt());
        return new ErrorReport(
                subject,
                findings,
                Math.max(
                        number(checked, "errors", findings, Severity.ERROR),
                        findings.stream()
                                .filter(finding -> finding.severity() == Severity.ERROR)
                                .count()),
                number(checked, "warnings", findings, Severity.WARNING));
    }

    /** What a person rejected is told first, then what the check found. */
    private List<Finding> findings(Transfer transfer) {
        Stream<Finding> rejected =
                ReportRecipient.rejection(ledger, transfer).stream().map(RejectionRule.BY_A_PERSON::finding);
        return Stream.concat(rejected, ledger.findingsOf(transfer.id()).stream().map(FindingJson::read))
                .toList();
    }

    /** Returns the transfer that the party knows: the one that it sent. */
    private Transfer source(Transfer transfer) {
        return transfer.parent() == null
                ? transfer
                : ledger.find(transfer.parent()).map(this::source).orElse(transfer);
    }

    /** A request that can't be carried out was read by the layout that it came under. */
    private String layoutOf(Transfer transfer, Map<String, Object> checked) {
        return checked.get("layout") instanceof String read
                ? read
                : counterparties
                        .interchange(source(transfer).interchange())
                        .map(Interchange::layout)
                        .orElseThrow();
    }

    private static long number(Map<String, Object> checked, String name, List<Finding> findings, Severity severity) {
        return checked.get(name) instanceof Number counted
                ? counted.longValue()
                : findings.stream()
                        .filter(finding -> finding.severity() == severity)
                        .count();
    }
}
