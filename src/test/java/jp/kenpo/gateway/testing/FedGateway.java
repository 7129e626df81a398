package jp.kenpo.gateway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/**
 * A gateway with {@link SmallConfiguration#RECEIPTS}, and what its counterparties send and get: whatever is done to it
 * meanwhile, at rest each input has had exactly one effect.
 *
 * @param coreSystem logs in to the broker as the core system
 */
public record FedGateway(
        GatewayProcess gateway, RemotePeer payerFund, WatchedLedger ledger, Supplier<Queues> coreSystem, Feed feed) {

    public FedGateway(GatewayProcess gateway, RemotePeer payerFund, WatchedLedger ledger, Supplier<Queues> coreSystem) {
        this(gateway, payerFund, ledger, coreSystem, new Feed(gateway, payerFund, ledger, coreSystem));
    }

    /** Makes an input of each kind; returns when they are sent, or the gateway is killed. */
    public void send(Feed.Kind... kinds) throws SQLException {
        for (Feed.Kind kind : kinds) {
            feed.add(kind);
        }
        feed.send(gateway::isAlive);
    }

    /** Makes an input of each kind, and goes on while they are sent, as often as it takes. */
    public Thread sendMeanwhile(Feed.Kind... kinds) throws SQLException {
        for (Feed.Kind kind : kinds) {
            feed.add(kind);
        }
        Thread client = new Thread(() -> feed.send(gateway::isAlive), "counterparties");
        client.start();
        return client;
    }

    /** Waits until all that was sent has come in and nothing moves any more. */
    public void rest() {
        feed.send(gateway::isAlive);
        Awaitility.await("all is at rest")
                .atMost(GatewayProcess.PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> Effects.arrived(ledger).containsAll(feed.hashes())
                        && Effects.underWay(ledger).isEmpty());
    }

    /** Waits until readiness says this. */
    public void awaitReadinessSays(String text) {
        Awaitility.await("readiness says " + text)
                .atMost(GatewayProcess.PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> gateway.answer("/actuator/health/readiness").contains(text));
    }

    /**
     * Lets one more input of each kind through, so that what would still happen has happened, and then looks at
     * everything: effects, states, ledger, conservation, payloads.
     */
    public void requireOneEffectEach() throws IOException, SQLException {
        send(Feed.Kind.values());
        rest();
        Effects effects = new Effects(gateway.dataDir().resolve("homes"), payerFund.disk(), coreSystem);
        assertThat(effects.differences(feed.all())).isEmpty();
        assertThat(ledger.column("select distinct state from transfer"))
                .isSubsetOf("accepted", "delivered", "duplicate");
        Set<String> known = ledger.column("select payload_id from transfer where payload_id is not null");
        assertThat(Effects.payloads(gateway.dataDir()))
                .as("no payload that the ledger does not know, and none lost")
                .containsExactlyInAnyOrderElementsOf(known);
        assertThat(gateway.command("ledger", "verify").exitCode()).isZero();
        assertThat(gateway.command("totals").exitCode()).as("conserved").isZero();
    }
}
