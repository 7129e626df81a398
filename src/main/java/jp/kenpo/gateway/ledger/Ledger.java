package jp.kenpo.gateway.ledger;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger: one writer with group commit, any number of readers. Thread-safe. */
public final class Ledger implements AutoCloseable {

    private static final int LAST_ENTRIES = 100;

    private final LedgerSeal seal;
    private final HeadFile head;
    private final TransferTable transfers;
    private final EntryTable entries;
    private final SealedEntries sealed;
    private final MessageTable messages;
    private final ProvisionTable provisions;
    private final TallyTable tallies;
    private final Parts parts;
    private final Movements movements;
    private final Acknowledgements acknowledgements;
    private final SentRecordTable sentRecords;
    private final AttemptTable attempts;
    private final StoppageTable stoppages;
    private final MayBeThereTable mayBeThere;
    private final @Nullable WriteQueue writer;

    private Ledger(LedgerDatabase database, LedgerSeal seal, HeadFile head, @Nullable WriteQueue writer) {
        JdbcClient reader = database.reader();
        this.seal = seal;
        this.head = head;
        this.transfers = new TransferTable(reader);
        this.entries = new EntryTable(reader);
        this.sealed = new SealedEntries(entries, seal);
        this.messages = new MessageTable(reader);
        this.provisions = new ProvisionTable(reader);
        this.tallies = new TallyTable(reader);
        this.parts = new Parts(reader);
        this.movements = new Movements(reader);
        this.acknowledgements = new Acknowledgements(reader);
        this.sentRecords = new SentRecordTable(reader);
        this.attempts = new AttemptTable(reader);
        this.stoppages = new StoppageTable(reader);
        this.mayBeThere = new MayBeThereTable(reader);
        this.writer = writer;
    }

    /**
     * Opens the ledger, brings the schema up to date, and verifies the end of the chain.
     *
     * <p>Several processes may have the same ledger open: a lock in the database puts their commits in a row.
     *
     * @param database where the rows lie; the caller closes it after the ledger
     * @param headFile file that holds the sealed end of the chain, beside the database
     * @throws LedgerBrokenException if the last entries do not hold, or were removed, or the head file is gone
     * @throws LedgerUnavailableException if the database can't be used
     */
    public static Ledger open(LedgerDatabase database, LedgerSeal seal, Path headFile, Clock clock) {
        database.migrate();
        HeadFile head = new HeadFile(headFile, seal);
        EntryTable entries = new EntryTable(database.reader());
        Fault fault = new ChainCheck(entries, seal).tail(head.read(), LAST_ENTRIES);
        if (fault != null) {
            throw new LedgerBrokenException(fault.told());
        }
        return new Ledger(database, seal, head, new WriteQueue(new LedgerWriter(database, seal, head, clock)));
    }

    /**
     * Opens the ledger for reading only, as a command beside a running gateway does. Nothing is made or brought up to
     * date, and a broken chain can still be read and verified.
     *
     * @throws LedgerUnavailableException if there is no database
     */
    public static Ledger reader(LedgerDatabase database, LedgerSeal seal, Path headFile) {
        return new Ledger(database, seal, new HeadFile(headFile, seal), null);
    }

    /**
     * Carries out one piece of work and returns when it is durable. Work of several callers shares a commit; an
     * exception undoes the piece that threw it and no other, and is thrown here.
     *
     * <p>The work runs on the writer's thread while others wait: it only writes, and never calls {@code write} itself.
     *
     * @throws LedgerBrokenException if entries were changed beside the gateway; nothing is written any more
     * @throws LedgerUnavailableException if the database can't be used
     * @throws IllegalStateException if the ledger is closed or was opened for reading
     */
    public <T extends @Nullable Object> T write(Function<LedgerWrite, T> work) {
        return queue().write(work);
    }

    public Optional<Transfer> find(TransferId id) {
        return transfers.find(id);
    }

    /** Which transfers to list; null means any. Newest first. */
    public record Filter(
            @Nullable String interchange,
            @Nullable String party,
            @Nullable Set<TransferState> states,
            @Nullable Instant since,
            int limit) {

        /** Transfers of any party. */
        public Filter(
                @Nullable String interchange, @Nullable Set<TransferState> states, @Nullable Instant since, int limit) {
            this(interchange, null, states, since, limit);
        }
    }

    public List<Transfer> transfers(Filter filter) {
        return transfers.list(filter);
    }

    /** Returns how many transfers that were received in a time stand in which state, by interchange. */
    public List<Tally> tallies(Instant from, Instant until) {
        return tallies.between(from, until);
    }

    /**
     * Returns the last entry of one kind of each transfer that was received in a time, in the order of the entries; the
     * seals are not verified.
     */
    public List<Entry> lastEntries(EntryKind kind, Instant from, Instant until) {
        return tallies.lastOf(kind, from, until).stream().map(EntryRow::entry).toList();
    }

    /** Returns when the last transfer of the interchange changed. */
    public Optional<Instant> lastChange(String interchange) {
        return transfers.lastChange(interchange);
    }

    /** Returns the transfers that were made from this one, oldest first. */
    public List<Transfer> childrenOf(TransferId parent) {
        return transfers.childrenOf(parent);
    }

    /** Returns what is collected for batches. */
    public Parts parts() {
        return parts;
    }

    /** Returns when something moved. */
    public Movements movements() {
        return movements;
    }

    /** Returns what was delivered, and what of it is acknowledged. */
    public Acknowledgements acknowledgements() {
        return acknowledgements;
    }

    /** Returns which of these transfers are tried again, or were until they had to wait for a person. */
    public Map<TransferId, Attempt> attempts(Collection<TransferId> transfers) {
        return attempts.of(transfers).stream().collect(Collectors.toMap(Attempt::transfer, Function.identity()));
    }

    /** Returns whether anything is due to be tried again. */
    public boolean anyAttemptDue(Instant now) {
        return attempts.anyDue(now);
    }

    /** Returns the interchanges that stand still because a transfer's records do not add up, oldest first. */
    public List<Stoppage> stoppages() {
        return stoppages.all();
    }

    /** Returns whether an interchange stands still. */
    public boolean isStopped(String interchange) {
        return stoppages.isStopped(interchange);
    }

    /** Returns whether the file of a transfer that did not come to an end may be at the counterparty. */
    public boolean mayBeThere(TransferId transfer) {
        return mayBeThere.has(transfer);
    }

    /** Returns the transfers that answer this one, oldest first. */
    public List<Transfer> answersTo(TransferId inquiry) {
        return transfers.answersTo(inquiry);
    }

    /** Returns what happened to a transfer, in the order of time; the seals are not verified. */
    public List<Entry> entriesOf(TransferId transfer) {
        return entries.of(transfer).stream().map(EntryRow::entry).toList();
    }

    /**
     * Returns the newest entry of one of the kinds, its seal verified.
     *
     * @throws LedgerBrokenException if the entry was changed
     */
    public Optional<Entry> sealed(TransferId transfer, Set<EntryKind> kinds) {
        return sealed.newest(transfer, kinds);
    }

    /**
     * Returns the newest entry of one of the kinds that concerns no transfer, its seal verified.
     *
     * @throws LedgerBrokenException if the entry was changed
     */
    public Optional<Entry> sealedOfNoTransfer(Set<EntryKind> kinds) {
        return sealed.newestOfNone(kinds);
    }

    /** Returns the sealed record of a provision or a receipt. */
    public Optional<String> provisionOf(TransferId transfer) {
        return provisions.find(transfer);
    }

    /** Returns the transfers with such a record that were delivered or accepted from a time on and before another. */
    public List<TransferId> provisions(Instant from, Instant before) {
        return provisions.moved(from, before);
    }

    /** Returns the findings of the last check, as JSON objects. */
    public List<String> findingsOf(TransferId transfer) {
        return messages.findingsOf(transfer);
    }

    /**
     * Returns how many of the records that a transfer sent had which outcome, {@code open} where nothing came back; empty
     * if its records are not answered one by one.
     */
    public Map<String, Long> outcomes(TransferId transfer) {
        return sentRecords.outcomes(transfer);
    }

    /**
     * Returns the newest entry of all, its seal verified; empty in a new ledger.
     *
     * @throws LedgerBrokenException if the entry was changed
     */
    public Optional<Entry> lastEntry() {
        return sealed.last();
    }

    /** Returns whether a payload belongs to a recorded transfer. */
    public boolean knowsPayload(String payloadId) {
        return transfers.knowsPayload(payloadId);
    }

    /** An outgoing message; body null: the transfer id itself. */
    public record Outgoing(
            long id,
            String queue,
            TransferId transfer,
            @Nullable String body) {}

    /** Returns outgoing messages in their order. */
    public List<Outgoing> outgoing(int limit) {
        return messages.outgoing(limit);
    }

    /**
     * Calls back after each commit of this process that wrote an outgoing message, on the writer's thread: the listener
     * only wakes somebody. Messages of another process are found by looking.
     */
    public void onOutgoing(Runnable listener) {
        queue().onOutgoing(listener);
    }

    /** Is told of each commit, on the writer's thread. */
    public interface WriteWatch {
        /** The database is to take entries now. */
        void begun();

        /** @param failure null: it took them */
        void ended(@Nullable Throwable failure);
    }

    /** Lets somebody watch whether the database takes what this process writes. */
    public void watchWriting(WriteWatch watch) {
        queue().watch(watch);
    }

    /** The result of {@link #verify}: {@code fault} null if the chain is whole. */
    public record Verification(long entries, @Nullable Fault fault) {}

    /** The first bad entry and what is wrong with it. */
    public record Fault(long number, @Nullable String transfer, String what) {

        /** Returns what a person is told who can't go on with such a ledger. */
        String told() {
            return "the ledger is broken at entry " + number + ": " + what
                    + "; run: ledger verify, and ask whoever may write to the database";
        }
    }

    /**
     * Reads the whole chain as a stream, compares it with the head file and with the states of the transfers. Works
     * beside a running gateway. Changes nothing, whatever it finds.
     */
    public Verification verify() {
        try {
            return new ChainCheck(entries, seal).whole(head.read());
        } catch (LedgerBrokenException e) {
            return new Verification(0, new Fault(0, null, String.valueOf(e.getMessage())));
        }
    }

    /** Writes what waits, then ends; the database stays open. */
    @Override
    public void close() {
        if (writer != null) {
            writer.close();
        }
        head.close();
    }

    private WriteQueue queue() {
        if (writer == null) {
            throw new IllegalStateException("this ledger was opened for reading");
        }
        return writer;
    }
}
