package jp.kenpo.gateway.preparation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.gate.Decision;
import jp.kenpo.gateway.gate.PurposeGate;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.LedgerWrite.NewTransfer;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.operations.Installation;
import jp.kenpo.gateway.operations.TrialInstallation;
import jp.kenpo.gateway.payload.Ticket;
import jp.kenpo.gateway.purpose.Direction;
import org.jspecify.annotations.Nullable;

/** The way of a file through check, gate and minimisation, with the shipped configuration and some files more. */
public final class TrialWay implements AutoCloseable {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    private final Installation installation;

    /** @param more further or other files of the configuration, by path */
    public TrialWay(Path folder, Map<String, String> more) throws IOException {
        Path config = folder.resolve("config");
        try (Stream<Path> files = Files.walk(Path.of("config"))) {
            files.forEach(file -> copy(file, config.resolve(Path.of("config").relativize(file))));
        }
        for (var file : more.entrySet()) {
            Files.writeString(config.resolve(file.getKey()), file.getValue());
        }
        installation = new TrialInstallation(folder.resolve("var"), config).running();
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a file in on an interchange and checks it. */
    public TransferId checked(String interchange, String text) throws IOException {
        Interchange agreed = agreed(interchange);
        Ticket ticket = installation.payloads().keep(new ByteArrayInputStream(text.getBytes(WINDOWS_31J)), 10_000_000);
        TransferId id = installation.ledger().write(write -> {
            TransferId received = write.record(transfer(agreed, TransferState.RECEIVED, null, null, ticket))
                    .id();
            write.enter(received, EntryKind.RECEIVED, Map.of("sha256", ticket.sha256()));
            return received;
        });
        new ContentCheck(
                        installation.layouts(),
                        installation.counterparties(),
                        installation.payloads(),
                        installation.ledger())
                .check(id, agreed.layout());
        return id;
    }

    /** Announces a transfer for another interchange. */
    public TransferId announced(String interchange, TransferId parent) {
        return announced(interchange, parent, null);
    }

    /** Announces a transfer for another interchange, as the answer to an inquiry. */
    public TransferId announced(String interchange, TransferId parent, @Nullable TransferId answers) {
        return installation.ledger().write(write -> {
            TransferId id = write.record(transfer(
                            agreed(interchange),
                            TransferState.ANNOUNCED,
                            parent,
                            answers,
                            transfer(parent).ticket()))
                    .id();
            write.enter(
                    id,
                    EntryKind.ANNOUNCED,
                    answers == null
                            ? Map.of("parent", parent.value())
                            : Map.of("parent", parent.value(), "answers", answers.value()));
            return id;
        });
    }

    /** Decides about what came in, and accepts it. */
    public TransferId accepted(TransferId id) {
        if (!(decide(id) instanceof Decision.Granted)) {
            throw new AssertionError(transfer(id).lastError());
        }
        return accept(id);
    }

    /** Accepts what was granted. */
    public TransferId accept(TransferId id) {
        installation
                .ledger()
                .write(write -> write.move(
                        id, Set.of(TransferState.GRANTED), TransferState.ACCEPTED, EntryKind.ACCEPTED, Map.of()));
        return id;
    }

    /** Records a granted transfer if the law asks for it. */
    public void noted(TransferId id) throws IOException {
        new ProvisionNotes(
                        installation.layouts(),
                        installation::membersNamed,
                        installation.counterparties(),
                        installation.purposes(),
                        installation.payloads(),
                        installation.ledger(),
                        installation.provisions())
                .note(id);
    }

    /** Enters that a minimised transfer was delivered. */
    public void delivered(TransferId id) {
        installation.ledger().write(write -> {
            write.move(
                    id,
                    Set.of(TransferState.MINIMISED),
                    TransferState.DELIVERING,
                    EntryKind.DELIVERY_STARTED,
                    Map.of());
            return write.move(
                    id, Set.of(TransferState.DELIVERING), TransferState.DELIVERED, EntryKind.DELIVERED, Map.of());
        });
    }

    public Installation installation() {
        return installation;
    }

    private static NewTransfer transfer(
            Interchange interchange,
            TransferState state,
            @Nullable TransferId parent,
            @Nullable TransferId answers,
            @Nullable Ticket ticket) {
        return new NewTransfer(
                interchange.name(),
                interchange.direction(),
                interchange.counterparty(),
                interchange.purposes(),
                interchange.direction() == Direction.OUT ? TransferState.ANNOUNCED : state,
                null,
                null,
                parent,
                null,
                answers,
                ticket);
    }

    public Decision decide(TransferId id) {
        Interchange interchange = agreed(transfer(id).interchange());
        return new PurposeGate(
                        installation.gate(),
                        installation.purposes(),
                        installation.counterparties(),
                        installation.ledger(),
                        installation.clock())
                .decide(id, interchange.purposeIds().get(0), interchange.name());
    }

    /** Minimises a granted transfer and returns what would leave. */
    public String minimised(TransferId id) throws IOException {
        new Minimiser(
                        installation.layouts(),
                        installation.counterparties(),
                        installation.payloads(),
                        installation.ledger())
                .minimise(id, agreed(transfer(id).interchange()).layout());
        Ticket ticket = transfer(id).ticket();
        if (ticket == null) {
            throw new AssertionError("nothing would leave");
        }
        return new String(installation.payloads().open(ticket).readAllBytes(), WINDOWS_31J);
    }

    public Map<String, Object> entry(TransferId id, EntryKind kind) {
        return installation.ledger().sealed(id, Set.of(kind)).orElseThrow().details();
    }

    public Transfer transfer(TransferId id) {
        return installation.ledger().find(id).orElseThrow();
    }

    private Interchange agreed(String interchange) {
        return installation.counterparties().interchange(interchange).orElseThrow();
    }

    @Override
    public void close() {
        installation.close();
    }
}
