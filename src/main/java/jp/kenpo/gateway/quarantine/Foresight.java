package jp.kenpo.gateway.quarantine;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.Severity;
import jp.kenpo.gateway.content.report.FindingJson;
import jp.kenpo.gateway.gate.CheckedContent;
import jp.kenpo.gateway.gate.Decision;
import jp.kenpo.gateway.gate.PurposeGate;
import jp.kenpo.gateway.ledger.Entry;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.preparation.AgreedReading;
import jp.kenpo.gateway.purpose.Direction;
import jp.kenpo.gateway.quarantine.Difference.Outcome;
import jp.kenpo.gateway.route.RouteRegister;
import jp.kenpo.gateway.route.RouteSpec;

/** Says what today's layouts and registers decide about a transfer that waits, beside what was decided; enters nothing. */
public final class Foresight {

    private static final Set<EntryKind> DECISIONS =
            Set.of(EntryKind.QUARANTINED, EntryKind.REFUSED, EntryKind.GRANTED, EntryKind.ARRIVAL_REFUSED);

    private final Layouts layouts;
    private final RouteRegister routes;
    private final PurposeGate gate;
    private final AgreedReading reading;
    private final Ledger ledger;

    public Foresight(Layouts layouts, RouteRegister routes, PurposeGate gate, AgreedReading reading, Ledger ledger) {
        this.layouts = layouts;
        this.routes = routes;
        this.gate = gate;
        this.reading = reading;
        this.ledger = ledger;
    }

    /**
     * Reads the payload and asks the gate.
     *
     * @throws IOException if the payload can't be read
     */
    Difference difference(Transfer transfer) throws IOException {
        return new Difference(before(transfer), after(transfer));
    }

    private Outcome before(Transfer transfer) {
        Map<String, Object> details =
                ledger.sealed(transfer.id(), DECISIONS).map(Entry::details).orElse(Map.of());
        Object reason = details.get("reason");
        boolean held = transfer.state() == TransferState.HELD;
        return new Outcome(
                transfer.state().label(),
                reason == null || held ? null : reason.toString(),
                counted(ledger.findingsOf(transfer.id()).stream()
                        .map(FindingJson::read)
                        .toList()),
                "granted".equals(details.get("decision")) && details.get("fields") instanceof Collection<?> fields
                        ? new TreeSet<>(fields.stream().map(String::valueOf).toList())
                        : new TreeSet<>());
    }

    private Outcome after(Transfer transfer) throws IOException {
        RouteSpec route = routes.find(transfer.interchange()).orElseThrow();
        if (transfer.direction() == Direction.OUT) {
            return outgoing(transfer, route);
        }
        String layout = step(route, "check:").orElseThrow();
        Reading today = reading.read(transfer, layout, record -> {});
        SortedMap<String, Long> findings = counted(today.findings());
        if (!today.accepted()) {
            return new Outcome(TransferState.QUARANTINED.label(), null, findings, new TreeSet<>());
        }
        CheckedContent content = CheckedContent.of(layouts.find(layout).orElseThrow(), today);
        return decided(transfer, route, content, findings);
    }

    /** What is composed anew is read when it has been. */
    private Outcome outgoing(Transfer transfer, RouteSpec route) {
        return step(route, "compose:").isPresent()
                ? new Outcome("open", null, new TreeMap<>(), new TreeSet<>())
                : Optional.ofNullable(transfer.parent())
                        .flatMap(ledger::find)
                        .flatMap(parent -> CheckedContent.of(ledger, parent))
                        .map(content -> decided(transfer, route, content, new TreeMap<>()))
                        .orElseGet(() -> new Outcome("open", null, new TreeMap<>(), new TreeSet<>()));
    }

    private Outcome decided(
            Transfer transfer, RouteSpec route, CheckedContent content, SortedMap<String, Long> findings) {
        Decision decision = gate.foresee(transfer, step(route, "purpose:").orElseThrow(), content);
        if (decision instanceof Decision.Refused refused) {
            return new Outcome(TransferState.REFUSED.label(), refused.reason().label(), findings, new TreeSet<>());
        }
        return new Outcome(
                TransferState.GRANTED.label(),
                null,
                findings,
                new TreeSet<>(((Decision.Granted) decision).permitted()));
    }

    private static Optional<String> step(RouteSpec route, String scheme) {
        return route.steps().stream()
                .filter(step -> step.startsWith(scheme))
                .map(step -> step.substring(scheme.length()))
                .findFirst();
    }

    private static SortedMap<String, Long> counted(List<Finding> findings) {
        SortedMap<String, Long> counts = new TreeMap<>();
        findings.stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .forEach(finding -> counts.merge(finding.rule(), 1L, Long::sum));
        return counts;
    }
}
