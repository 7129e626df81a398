package jp.kenpo.gateway.schedule;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.LedgerWrite.NewTransfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.operations.Installation;
import jp.kenpo.gateway.payload.Ticket;
import jp.kenpo.gateway.testing.SteppedClock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** An installation with the shipped configuration and some timing added, on a clock that the test sets. */
final class TrialSchedule implements AutoCloseable {

    static final String IN = "payer-fund.receipts";
    static final String BATCH = "taisho-audit.receipt-check-request";
    static final String ANSWER = "taisho-audit.receipt-check-result";

    final SteppedClock clock;
    final Installation installation;
    final Batches batches;

    private TrialSchedule(Map<String, String> settings, SteppedClock clock) {
        this.clock = clock;
        this.installation = Installation.running(
                new Binder(new MapConfigurationPropertySource(settings))
                        .bind("gateway", GatewaySettings.class)
                        .get(),
                text -> text.substring(text.indexOf(':') + 1),
                clock);
        this.batches = new Batches(
                installation.counterparties(),
                installation.calendar(),
                installation.payloads(),
                installation.ledger(),
                clock);
    }

    /**
     * Opens it; the ledger begins now.
     *
     * @param folder where {@link #configuration} was made; two may be open in different data folders
     * @param database more settings, for another database than the one in the data folder
     */
    static TrialSchedule open(Path folder, String dataDir, Map<String, String> database, SteppedClock clock) {
        Map<String, String> settings = new HashMap<>(database);
        settings.put("gateway.config-dir", folder.resolve("config").toString());
        settings.put("gateway.data-dir", folder.resolve(dataDir).toString());
        TrialSchedule opened = new TrialSchedule(settings, clock);
        opened.ledger().write(write -> {
            write.enter(null, EntryKind.STARTED, Map.of());
            return true;
        });
        return opened;
    }

    /** Copies the shipped configuration, in which nothing is due, and adds a line to interchanges. */
    static void configuration(Path folder, Map<String, String> timing) throws IOException {
        Path config = folder.resolve("config");
        try (Stream<Path> files = Files.walk(Path.of("config"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = config.resolve(Path.of("config").relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, Files.readString(file).replaceAll("(?m)^ {4}due: .*\n", ""));
            }
        }
        for (Map.Entry<String, String> each : timing.entrySet()) {
            String[] name = each.getKey().split("\\.");
            Path file = config.resolve("counterparties").resolve(name[0] + ".yaml");
            String text = Files.readString(file);
            int at = text.indexOf("    direction:", text.indexOf("\n  " + name[1] + ":"));
            Files.writeString(file, text.substring(0, at) + "    " + each.getValue() + "\n" + text.substring(at));
        }
    }

    Ledger ledger() {
        return installation.ledger();
    }

    /** Takes something in and accepts it, and has it wait for the batch. */
    TransferId accept(long records) {
        TransferId id = arrived(IN);
        return ledger().write(write -> {
            write.counted(id, records, records);
            write.move(id, Set.of(TransferState.RECEIVED), TransferState.CHECKED, EntryKind.CHECKED, Map.of());
            write.move(id, Set.of(TransferState.CHECKED), TransferState.GRANTED, EntryKind.GRANTED, Map.of());
            batches.collect(write, id, interchange(BATCH));
            return write.move(id, Set.of(TransferState.GRANTED), TransferState.ACCEPTED, EntryKind.ACCEPTED, Map.of())
                    .id();
        });
    }

    /** Takes something in. */
    TransferId arrived(String interchange) {
        return arrived(interchange, null);
    }

    /** Takes a file in. */
    TransferId arrived(String interchange, @Nullable String fileName) {
        String bytes = UUID.randomUUID().toString();
        return ledger().write(write -> {
            TransferId id = write.record(transfer(interchange, TransferState.RECEIVED, fileName, keep(bytes)))
                    .id();
            write.enter(id, EntryKind.RECEIVED, Map.of());
            return id;
        });
    }

    /** Takes a message in that names a transfer. */
    TransferId arrivedNaming(String interchange, TransferId named) {
        Interchange on = interchange(interchange);
        return ledger().write(write -> {
            NewTransfer message = new NewTransfer(
                    interchange,
                    on.direction(),
                    on.counterparty(),
                    on.purposes(),
                    TransferState.RECEIVED,
                    null,
                    null,
                    null,
                    null,
                    named,
                    keep(named.value()));
            TransferId id = write.record(message).id();
            write.enter(id, EntryKind.RECEIVED, Map.of());
            return id;
        });
    }

    /** Delivers something. */
    TransferId delivered(String interchange) {
        return delivered(interchange, null);
    }

    /** Delivers a file. */
    TransferId delivered(String interchange, @Nullable String fileName) {
        return ledger().write(write -> {
            TransferId id = write.record(transfer(interchange, TransferState.ANNOUNCED, fileName, keep("x")))
                    .id();
            TransferState from = TransferState.ANNOUNCED;
            for (TransferState to : List.of(TransferState.GRANTED, TransferState.DELIVERING, TransferState.DELIVERED)) {
                EntryKind kind = to == TransferState.DELIVERED ? EntryKind.DELIVERED : EntryKind.CHECKED;
                write.move(id, Set.of(from), to, kind, Map.of());
                from = to;
            }
            return id;
        });
    }

    private NewTransfer transfer(String name, TransferState state, @Nullable String fileName, Ticket ticket) {
        Interchange on = interchange(name);
        return new NewTransfer(
                name, on.direction(), on.counterparty(), on.purposes(), state, fileName, null, null, ticket);
    }

    Interchange interchange(String name) {
        return installation.counterparties().interchange(name).orElseThrow();
    }

    private Ticket keep(String bytes) {
        try {
            return installation.payloads().keep(new ByteArrayInputStream(bytes.getBytes(StandardCharsets.UTF_8)), 1000);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    /** Returns the batches, the oldest first. */
    List<TransferId> made() {
        return ledger().transfers(new Ledger.Filter(BATCH, null, Instant.EPOCH, 100_000)).stream()
                .map(each -> each.id())
                .sorted()
                .toList();
    }

    /** Returns the payload of a batch. */
    String list(TransferId batch) throws IOException {
        Ticket ticket = ledger().find(batch).orElseThrow().ticket();
        try (InputStream in = installation.payloads().open(ticket)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        installation.close();
    }
}
