package jp.kenpo.gateway.operations.command;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Tally;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.operations.InquirerVerification;
import jp.kenpo.gateway.operations.Installation;
import jp.kenpo.gateway.purpose.Direction;
import jp.kenpo.gateway.sandbox.SandboxMonth;

/** Tells the sandbox's month when the gateway has nothing left to do. */
final class MonthWatch implements SandboxMonth.Watch {

    private static final Instant EVER = Instant.parse("2200-01-01T00:00:00Z");

    private static final String CLERK = "架空 担当";

    private final Installation installation;
    private final Ledger ledger;
    private final Set<String> inquiries;
    private final Set<TransferId> verified = new HashSet<>();

    MonthWatch(Installation installation) {
        this.installation = installation;
        this.ledger = installation.ledger();
        this.inquiries = installation.counterparties().interchanges().stream()
                .map(each -> each.conditions().answers())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Verifies who sent an inquiry (相手先確認), once for each: no answer leaves before. */
    @Override
    public boolean attend() {
        boolean attended = false;
        var verification = new InquirerVerification(installation);
        for (String interchange : inquiries) {
            var accepted = new Ledger.Filter(interchange, Set.of(TransferState.ACCEPTED), null, Integer.MAX_VALUE);
            for (var inquiry : ledger.transfers(accepted)) {
                if (verified.add(inquiry.id())) {
                    verification.enter(inquiry.id(), InquirerVerification.Method.CALLBACK, CLERK, null);
                    attended = true;
                }
            }
        }
        return attended;
    }

    /** Whatever was handed in was taken in, nothing moves, every message is on its way, no batch waits to be made. */
    @Override
    public boolean isQuiet(long handedIn) {
        List<Tally> tallies = tallies(ledger);
        long taken = tallies.stream()
                .filter(each -> each.direction() == Direction.IN)
                .mapToLong(Tally::transfers)
                .sum();
        return taken >= handedIn
                && tallies.stream()
                        .allMatch(each -> each.state().ended() || each.state().waits())
                && ledger.outgoing(1).isEmpty()
                && ledger.parts().waiting(installation.clock().instant()).isEmpty();
    }

    @Override
    public String underWay(long handedIn) {
        List<Tally> tallies = tallies(ledger);
        long taken = tallies.stream()
                .filter(each -> each.direction() == Direction.IN)
                .mapToLong(Tally::transfers)
                .sum();
        return "handed in " + handedIn + ", taken in " + taken + ", moving "
                + tallies.stream()
                        .filter(each -> !each.state().ended() && !each.state().waits())
                        .map(each -> each.interchange() + " " + each.state().label())
                        .toList();
    }

    static long transfers(Installation installation) {
        return tallies(installation.ledger()).stream()
                .mapToLong(Tally::transfers)
                .sum();
    }

    private static List<Tally> tallies(Ledger ledger) {
        return ledger.tallies(Instant.EPOCH, EVER);
    }
}
