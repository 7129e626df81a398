package jp.kenpo.gateway.configuration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where an installation lies and listens: {@code --gateway.…} on the command line, {@code GATEWAY_…} in the environment.
 *
 * @param configDir what was agreed
 * @param routesDir how data flows
 * @param dataDir everything that is written
 * @param schemasDir official XML schemas, which an installation brings itself; may not exist
 */
@ConfigurationProperties("gateway")
public record GatewaySettings(
        @DefaultValue("config") Path configDir,
        @DefaultValue("routes") Path routesDir,
        @DefaultValue("var") Path dataDir,
        @DefaultValue("schemas") Path schemasDir,
        @DefaultValue Database database,
        @DefaultValue Sftp sftp,
        @DefaultValue Broker broker,
        @DefaultValue Polling polling,
        @DefaultValue Retry retry,
        @DefaultValue Patience patience,
        @DefaultValue Pressure pressure,
        @DefaultValue Queues queues) {

    /**
     * The ledger's database.
     *
     * @param url null: SQLite in the data folder; else a {@code jdbc:postgresql:} URL
     * @param passwordFile file that holds the password alone
     */
    public record Database(
            @Nullable String url,
            @Nullable String user,
            @Nullable Path passwordFile) {}

    /** The hosted SFTP server; port 0 takes a free one. */
    public record Sftp(
            @DefaultValue("127.0.0.1") String address,
            @DefaultValue("2222") int port,
            @DefaultValue SftpLimits limits) {}

    /**
     * The broker: inside this process, where port 0 takes a free one; or outside, at {@code url}.
     *
     * @param passwordFiles file with the password alone, by counterparty
     * @param maxAttempts how often a step is tried that fails for another reason than connection, disk or database,
     *     before the transfer waits for a person
     * @param redeliveryMillis pause before the second attempt; doubled each time
     * @param url null: the embedded one; else an Artemis server, {@code tcp://host:port} with its options
     * @param user account of the gateway at an Artemis server
     * @param passwordFile file with the password of that account alone
     * @param trustStore whom the server's certificate must come from, with its password in a file of its own
     */
    public record Broker(
            @DefaultValue("127.0.0.1") String address,
            @DefaultValue("61616") int corePort,
            @DefaultValue("5672") int amqpPort,
            @DefaultValue Map<String, Path> passwordFiles,
            @DefaultValue("10") int maxAttempts,
            @DefaultValue("1000") long redeliveryMillis,
            @Nullable String url,
            @DefaultValue("gateway") String user,
            @Nullable Path passwordFile,
            @Nullable Path trustStore,
            @Nullable Path trustStorePasswordFile) {}

    /**
     * How often folders are looked at, in milliseconds: ours, not published.
     *
     * @param remoteMillis folders on counterparties' servers, and homes of which there are hundreds
     * @param hostedMillis homes of counterparties on the own server
     * @param settledMillis how long a file must stay as it is to count as whole where nothing else tells
     *     ({@code complete: settled}); an upload that pauses longer and then goes on is taken in half
     */
    public record Polling(
            @DefaultValue("30000") long remoteMillis,
            @DefaultValue("250") long hostedMillis,
            @DefaultValue("10000") long settledMillis) {}

    /** Returns the same settings for another data folder. */
    public GatewaySettings withDataDir(Path other) {
        return new GatewaySettings(
                configDir,
                routesDir,
                other,
                schemasDir,
                database,
                sftp,
                broker,
                polling,
                retry,
                patience,
                pressure,
                queues);
    }

    /**
     * How what fails is tried again: ours, not published.
     *
     * @param longestPause longest pause between two tries, where the counterparty has none of its own
     * @param deadline how long connection, disk and database may fail until the transfer waits for a person, where the
     *     interchange has no deadline of its own; three days outlast a weekend
     * @param failuresUntilOpen connection failures in a row after which only probes are tried
     */
    public record Retry(
            @DefaultValue("5m") Duration longestPause,
            @DefaultValue("3d") Duration deadline,
            @DefaultValue("5") int failuresUntilOpen) {}

    /**
     * How long a counterparty's server is waited for: ours, not published.
     *
     * @param connect until it lets the gateway in
     * @param answer longest silence while something is done
     */
    public record Patience(
            @DefaultValue("10s") Duration connect,
            @DefaultValue("30s") Duration answer) {}

    /**
     * When intake pauses: ours, not published.
     *
     * @param freeSpace with less space on the disk of the data folder
     * @param waitingTickets with more tickets on the queues
     */
    public record Pressure(
            @DefaultValue("512MB") DataSize freeSpace,
            @DefaultValue("20000") long waitingTickets) {}

    /**
     * The queues on which the core system is told: ours, not published.
     *
     * @param unreadAfter how long a message may lie on one of them, counted on business days only, whole days through
     */
    public record Queues(@DefaultValue("24h") Duration unreadAfter) {}

    /** Returns the folder of the installation's own keys. */
    public Path keys() {
        return dataDir.resolve("keys");
    }
}
