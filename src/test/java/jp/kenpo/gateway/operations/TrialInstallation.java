package jp.kenpo.gateway.operations;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.LedgerWrite;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.payload.Ticket;
import jp.kenpo.gateway.purpose.Direction;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** An installation with the shipped configuration, a data folder of its own, and a ledger that a test fills. */
public final class TrialInstallation {

    public static final Instant NOW = Instant.parse("2026-10-01T00:15:00Z");
    public static final String SHA256 = "ab".repeat(32);

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Asia/Tokyo"));

    private final GatewaySettings settings;

    public TrialInstallation(Path dataDir) {
        this(dataDir, Path.of("config"));
    }

    /** @param configDir another configuration than the shipped one */
    public TrialInstallation(Path dataDir, Path configDir) {
        this.settings = new Binder(new MapConfigurationPropertySource(
                        Map.of("gateway.data-dir", dataDir.toString(), "gateway.config-dir", configDir.toString())))
                .bindOrCreate("gateway", GatewaySettings.class);
    }

    public Installation running() {
        return Installation.running(settings, TrialInstallation::byDefault, CLOCK);
    }

    /** @param clock another time than {@link #NOW} */
    public Installation running(Clock clock) {
        return Installation.running(settings, TrialInstallation::byDefault, clock);
    }

    public Installation besideRunning() {
        return Installation.besideRunning(settings, TrialInstallation::byDefault, CLOCK);
    }

    public GatewaySettings settings() {
        return settings;
    }

    /** A file of receipts came in under the name, was accepted, and a copy for the core system was delivered. */
    public Moved moved(String fileName) {
        try (var installation = running()) {
            return installation.ledger().write(write -> {
                var in = write.record(transfer("payer-fund.receipts", Direction.IN, "payer-fund", fileName, null));
                write.enter(in.id(), EntryKind.RECEIVED, Map.of("size", 42));
                write.counted(in.id(), 12, 7);
                write.findings(
                        in.id(),
                        List.of("{\"severity\":\"warning\",\"rule\":\"R01\",\"line\":3,\"record\":\"1\","
                                + "\"field\":\"x\",\"arguments\":[]}"));
                var out = write.record(
                        transfer("core-system.receipts", Direction.OUT, "core-system", "OUT.CSV", in.id()));
                write.enter(out.id(), EntryKind.ANNOUNCED, Map.of());
                return new Moved(in.id().value(), out.id().value());
            });
        }
    }

    /** Records one more transfer that was made from what came in, and returns its id. */
    public String another(Moved moved) {
        try (var installation = running()) {
            return another(installation, moved);
        }
    }

    /** Records one more, while the installation runs. */
    public static String another(Installation installation, Moved moved) {
        return installation
                .ledger()
                .write(write -> write.record(transfer(
                        "taisho-audit.receipt-check-request",
                        Direction.OUT,
                        "taisho-audit",
                        "OUT.CSV",
                        new TransferId(moved.in()))))
                .id()
                .value();
    }

    /** Records one that the gate refused, while the installation runs, and returns its id. */
    public static String refused(Installation installation, String error) {
        return installation.ledger().write(write -> {
            var in = write.record(
                    transfer("taisho-audit.receipt-check-result", Direction.IN, "taisho-audit", "NOT.CSV", null));
            write.move(
                    in.id(),
                    Set.of(TransferState.RECEIVED),
                    TransferState.REFUSED,
                    EntryKind.REFUSED,
                    Map.of("reason", error));
            write.failed(in.id(), error);
            return in.id().value();
        });
    }

    /** Ids of what came in and what was made from it. */
    public record Moved(String in, String out) {}

    private static LedgerWrite.NewTransfer transfer(
            String interchange,
            Direction direction,
            String counterparty,
            String fileName,
            @Nullable TransferId parent) {
        return new LedgerWrite.NewTransfer(
                interchange,
                direction,
                counterparty,
                Set.of("3-0a"),
                direction == Direction.IN ? TransferState.RECEIVED : TransferState.ANNOUNCED,
                fileName,
                null,
                parent,
                new Ticket("payload-" + direction, "key", SHA256, 42));
    }

    private static String byDefault(String placeholder) {
        return placeholder.substring(placeholder.indexOf(':') + 1);
    }
}
