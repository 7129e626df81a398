package jp.kenpo.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Two Artemis servers with one store, as the operations page sets them up: one works, the other waits for its end and then
 * takes its place.
 */
public final class ArtemisPair implements AutoCloseable {

    private final ArtemisServer first;
    private final ArtemisServer second;

    private ArtemisPair(ArtemisServer first, ArtemisServer second) {
        this.first = first;
        this.second = second;
    }

    /** Sets both up and starts them; the first works. */
    public static ArtemisPair start(GatewaySetup setup) {
        try {
            Path store = setup.folder().resolve("artemis-store");
            int one = Ports.free();
            int other = Ports.free();
            ArtemisPair pair = new ArtemisPair(
                    new ArtemisServer(setup, "artemis-one", one, store, policy("primary", one, other)),
                    new ArtemisServer(setup, "artemis-other", other, store, policy("backup", other, one)));
            pair.first.start();
            pair.second.begin();
            return pair;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String[] policy(String role, int own, int other) {
        return new String[] {
            "<acceptors>",
            """
            <ha-policy><shared-store><%1$s><failover-on-shutdown>true</failover-on-shutdown>%2$s</%1$s>\
            </shared-store></ha-policy>
            <cluster-user>pair</cluster-user>
            <cluster-password>made-up-for-this-pair</cluster-password>
            <connectors>
              <connector name="own">tcp://127.0.0.1:%3$d</connector>
              <connector name="other">tcp://127.0.0.1:%4$d</connector>
            </connectors>
            <cluster-connections><cluster-connection name="pair">
              <connector-ref>own</connector-ref>
              <message-load-balancing>OFF</message-load-balancing>
              <static-connectors><connector-ref>other</connector-ref></static-connectors>
            </cluster-connection></cluster-connections>
            <acceptors>""".formatted(role, role.equals("backup") ? "<allow-failback>false</allow-failback>" : "", own, other)
        };
    }

    /** Returns the one that works, when there is one. */
    public ArtemisServer working() {
        return Awaitility.await("one of the pair works")
                .atMost(GatewayProcess.PATIENCE)
                .until(
                        () -> Stream.of(first, second)
                                .filter(ArtemisServer::takesConnections)
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    /**
     * Returns what a gateway needs to use both.
     *
     * @param options of the connection, each with {@code &} before it
     */
    public String[] gatewayArguments(String options) {
        return new String[] {
            "--gateway.broker.url=(tcp://127.0.0.1:" + first.port() + ",tcp://127.0.0.1:" + second.port() + ")?ha=true"
                    + options,
            "--gateway.broker.password-file=" + first.passwordFile()
        };
    }

    /**
     * Kills the one that works; its backup is slow.
     *
     * @param meanwhile what happens before it takes over
     */
    public void failOver(Runnable meanwhile) {
        ArtemisServer working = working();
        ArtemisServer backup = working == first ? second : first;
        backup.standStill(true);
        working.kill();
        meanwhile.run();
        backup.standStill(false);
    }

    /** Starts the one that was killed: it waits for the end of the other one. */
    public void standBy() throws IOException {
        (working() == first ? second : first).begin();
    }

    /** Logs in as the core system, at the one that works. */
    public Queues queues() {
        return working().queues();
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
