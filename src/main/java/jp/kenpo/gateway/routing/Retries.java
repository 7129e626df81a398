package jp.kenpo.gateway.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.counterparty.Connection.RemoteSftp;
import jp.kenpo.gateway.counterparty.Counterparty;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.intake.TicketQueues;
import jp.kenpo.gateway.ledger.Attempt;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.LedgerWrite;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.watch.Backoff;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of a transfer whose step failed, and writes it down: what is wrong with the world is tried again
 * until the deadline of its interchange, what is wrong with itself is not, and then a person decides.
 */
final class Retries {

    /** Ours; what waits is let go at once when its time has come, and this is for what was missed. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final CounterpartyRegister counterparties;
    private final GatewaySettings settings;
    private final Ledger ledger;
    private final RandomGenerator chance;

    Retries(CounterpartyRegister counterparties, GatewaySettings settings, Ledger ledger, RandomGenerator chance) {
        this.counterparties = counterparties;
        this.settings = settings;
        this.ledger = ledger;
        this.chance = chance;
    }

    /** Enters a failed attempt, and when the next one is, or puts the transfer aside. */
    void failed(TransferId id, String route, @Nullable Throwable cause) {
        Failure.Cause kind = Failure.causeOf(cause);
        String error = Failure.of(cause);
        ledger.write(write -> failed(write, id, route, kind, error));
    }

    private Attempt failed(LedgerWrite write, TransferId id, String route, Failure.Cause kind, String error) {
        Attempt before = before(write, id, route);
        long failures = before.failures() + 1;
        Instant next = write.now().plus(backoff(route).after(failures));
        boolean over = isOver(write.find(id).orElseThrow());
        boolean last = over
                || switch (kind) {
                    case CONTENT -> true;
                    case WORLD -> next.isAfter(deadline(before, route));
                    case UNKNOWN -> failures >= settings.broker().maxAttempts();
                };
        Attempt attempt = new Attempt(id, before.queue(), failures, before.since(), last ? null : next);
        Map<String, Object> details = new LinkedHashMap<>(Map.of("error", error, "attempt", failures));
        if (!last) {
            details.put("next", next);
        }
        write.enter(id, EntryKind.FAILED, details);
        if (over) {
            return attempt;
        }
        write.tryAgain(attempt);
        if (last) {
            hold(write, attempt, error);
        }
        write.failed(id, error);
        return attempt;
    }

    /**
     * Has a transfer wait without an attempt; it is put aside when its deadline comes first. One that was rejected, or put
     * aside, in this moment stays so.
     */
    void postpone(TransferId id, String route, Instant until, String why) {
        ledger.write(write -> {
            if (isOver(write.find(id).orElseThrow())) {
                return id;
            }
            Attempt before = before(write, id, route);
            boolean last = until.isAfter(deadline(before, route));
            Attempt attempt = new Attempt(id, before.queue(), before.failures(), before.since(), last ? null : until);
            write.tryAgain(attempt);
            if (last) {
                hold(write, attempt, why);
            }
            write.failed(id, why);
            return id;
        });
    }

    /**
     * Has a transfer wait for what a person has to do first, without a deadline: the one for failures begins anew after
     * it. Who does it lets it go on at once.
     */
    void await(TransferId id, String route, String why) {
        ledger.write(write -> {
            if (isOver(write.find(id).orElseThrow())) {
                return id;
            }
            Attempt before = before(write, id, route);
            Instant next = write.now().plus(LOOK_AGAIN);
            write.tryAgain(new Attempt(id, before.queue(), before.failures(), write.now(), next));
            write.failed(id, why);
            return id;
        });
    }

    private static void hold(LedgerWrite write, Attempt attempt, String error) {
        TransferState state = write.find(attempt.transfer()).orElseThrow().state();
        Map<String, Object> details = Map.of("error", error, "attempts", attempt.failures(), "since", attempt.since());
        write.move(attempt.transfer(), Set.of(state), TransferState.HELD, EntryKind.HELD, details);
    }

    /**
     * Returns whether the ledger knows how a transfer that failed goes on, so that its ticket has done its part; else the
     * broker has to hand it out again.
     */
    boolean isPlanned(TransferId id) {
        Attempt attempt = ledger.attempts(Set.of(id)).get(id);
        return (attempt != null && attempt.next() != null)
                || ledger.find(id).map(Retries::isOver).orElse(false);
    }

    private static boolean isOver(Transfer transfer) {
        return transfer.state().waits() || transfer.state().ended();
    }

    private static Attempt before(LedgerWrite write, TransferId id, String route) {
        return write.attempt(id).orElseGet(() -> new Attempt(id, TicketQueues.of(route), 0, write.now(), null));
    }

    private Instant deadline(Attempt before, String route) {
        Duration agreed = counterparties
                .interchange(route)
                .map(Interchange::timing)
                .map(timing -> timing.retryForOr(settings.retry().deadline()))
                .orElse(settings.retry().deadline());
        return before.since().plus(agreed);
    }

    private Backoff backoff(String route) {
        Duration longest = counterparties
                .interchange(route)
                .flatMap(interchange -> counterparties.find(interchange.counterparty()))
                .map(Counterparty::connection)
                .filter(RemoteSftp.class::isInstance)
                .map(connection -> ((RemoteSftp) connection)
                        .longestPauseOr(settings.retry().longestPause()))
                .orElse(settings.retry().longestPause());
        return new Backoff(Duration.ofMillis(settings.broker().redeliveryMillis()), longest, chance);
    }
}
