package jp.kenpo.gateway.testing;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kenpo.gateway.testing.RemotePeer.Act;

/**
 * A boundary between two steps of the way, at which a gateway of {@link SmallConfiguration#RECEIPTS} can be held from
 * outside: the payer fund's server does not answer, or another program holds the lock of the ledger.
 *
 * @param name for messages
 * @param kind what has to be sent to get there
 * @param arming makes the gateway stop there when it next comes by
 */
public record KillPoint(String name, Feed.Kind kind, Arming arming) {

    /** How long a step is waited for; one that lasts a moment may be missed, and then any other will do. */
    private static final Duration MOMENT = Duration.ofSeconds(8);

    /** Makes the gateway stop. */
    public interface Arming {
        Standing arm(RemotePeer payerFund, WatchedLedger ledger) throws SQLException;
    }

    /** Where the gateway stands, or will. */
    public interface Standing extends AutoCloseable {
        /** Returns when it stands there. */
        void awaitReached() throws SQLException;

        @Override
        void close() throws SQLException;
    }

    /** States in which each of the three ways is for a moment, by interchange. */
    private static final Map<Feed.Kind, Map<String, List<String>>> STATES = Map.of(
            Feed.Kind.RECEIPTS,
                    Map.of(
                            "payer-fund.receipts", List.of("received", "checked", "granted", "accepted"),
                            "taisho-audit.receipt-check-request",
                                    List.of("announced", "granted", "minimised", "delivering", "delivered"),
                            "core-system.receipts", List.of("announced", "delivering", "delivered")),
            Feed.Kind.RESULTS,
                    Map.of(
                            "taisho-audit.receipt-check-result", List.of("received", "accepted"),
                            "core-system.receipt-check-result", List.of("announced", "delivering", "delivered")),
            Feed.Kind.SELECTION,
                    Map.of(
                            "core-system.re-examination-selection", List.of("received", "accepted"),
                            "payer-fund.re-examination-request",
                                    List.of(
                                            "announced",
                                            "composed",
                                            "checked",
                                            "minimised",
                                            "delivering",
                                            "delivered")));

    /** Returns all boundaries, in a fixed order. */
    public static List<KillPoint> all() {
        List<KillPoint> points = new ArrayList<>();
        points.add(held("before the source is moved aside", Feed.Kind.RECEIPTS, Act.RENAME, false, "/.taken/"));
        points.add(held("after the source was moved aside", Feed.Kind.RECEIPTS, Act.RENAME, true, "/.taken/"));
        points.add(held("while the source is read", Feed.Kind.RECEIPTS, Act.READ, false, "receipts"));
        points.add(held("temporary name written", Feed.Kind.SELECTION, Act.CLOSE_WRITTEN, true, "re-examination"));
        points.add(held("before the last name is given", Feed.Kind.SELECTION, Act.RENAME, false, "re-examination"));
        points.add(held("after the last name was given", Feed.Kind.SELECTION, Act.RENAME, true, "re-examination"));
        for (Feed.Kind kind : Feed.Kind.values()) {
            STATES.get(kind).keySet().stream().sorted().forEach(interchange -> STATES.get(kind)
                    .get(interchange)
                    .forEach(state -> points.add(entered(kind, interchange, state))));
        }
        return List.copyOf(points);
    }

    private static KillPoint held(String name, Feed.Kind kind, Act act, boolean done, String path) {
        return new KillPoint(name, kind, (payerFund, ledger) -> {
            Hold hold =
                    done ? Hold.after(act, each -> each.contains(path)) : Hold.before(act, each -> each.contains(path));
            payerFund.watch(hold);
            return new Standing() {
                @Override
                public void awaitReached() {
                    hold.awaitReached();
                }

                @Override
                public void close() {
                    hold.close();
                    payerFund.watch(new RemotePeer.Witness() {});
                }
            };
        });
    }

    /** One more transfer on the interchange is in the state, and what comes next can't be entered. */
    private static KillPoint entered(Feed.Kind kind, String interchange, String state) {
        String those = "select id from transfer where interchange = '" + interchange + "' and state = '" + state + "'";
        return new KillPoint(interchange + " is " + state, kind, (payerFund, ledger) -> {
            int before = ledger.column(those).size();
            return new Standing() {
                private Optional<WatchedLedger.Lock> lock = Optional.empty();

                @Override
                public void awaitReached() throws SQLException {
                    lock = ledger.lockWhen(those + " limit 1 offset " + before, MOMENT);
                }

                @Override
                public void close() throws SQLException {
                    if (lock.isPresent()) {
                        lock.get().close();
                    }
                }
            };
        });
    }

    @Override
    public String toString() {
        return name;
    }
}
