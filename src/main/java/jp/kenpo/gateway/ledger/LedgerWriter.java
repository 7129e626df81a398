package jp.kenpo.gateway.ledger;

import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Carries out groups of pieces, each group in one transaction. Not thread-safe: it belongs to the {@link WriteQueue}'s
 * thread.
 */
final class LedgerWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerWriter.class);

    private final LedgerDatabase database;
    private final LedgerSeal seal;
    private final HeadFile head;
    private final Clock clock;
    private final TransferIds ids = new TransferIds();
    private @Nullable LedgerSession session;

    LedgerWriter(LedgerDatabase database, LedgerSeal seal, HeadFile head, Clock clock) {
        this.database = database;
        this.seal = seal;
        this.head = head;
        this.clock = clock;
    }

    /** What became of a piece: its value, or why it was undone. */
    record Outcome(@Nullable Object value, @Nullable Throwable failure) {}

    /** What became of a group, in the order of its pieces. */
    record Written(List<Outcome> outcomes, boolean announced) {}

    /**
     * Returns when the group is durable.
     *
     * @throws LedgerBrokenException if entries were changed beside the gateway; nothing is written
     * @throws LedgerUnavailableException if the database or the head file does not work; nothing is written
     */
    Written write(List<Function<LedgerWrite, ?>> pieces) {
        boolean committed = false;
        try {
            LedgerSession open = opened();
            ChainEnd before = open.begin();
            refuseABrokenEnd(open, before);
            Group group = new Group(open, before);
            for (Function<LedgerWrite, ?> piece : pieces) {
                group.carryOut(piece);
            }
            open.commit();
            committed = true;
            remember(group.end);
            return new Written(group.outcomes, group.announced);
        } catch (SQLException | DataAccessException e) {
            throw new LedgerUnavailableException("the database of the ledger does not answer", e);
        } finally {
            if (!committed) {
                close();
            }
        }
    }

    @Override
    public void close() {
        if (session != null) {
            try {
                session.close();
            } catch (SQLException e) {
                LOG.warn("The connection to the ledger's database was lost before it could be closed", e);
            }
            session = null;
        }
    }

    private LedgerSession opened() throws SQLException {
        if (session == null) {
            session = new LedgerSession(database);
        }
        return session;
    }

    /**
     * Under the lock the head is never newer than the chain. If it is, the last entries were removed, and writing on
     * would cover that up. If it is older, another process wrote, or the head could not be written.
     */
    private void refuseABrokenEnd(LedgerSession open, ChainEnd end) {
        Optional<ChainEnd> sealed = head.read();
        if (!sealed.equals(Optional.of(end))) {
            Ledger.Fault fault = new ChainCheck(open.entries(), seal).tail(sealed, 1);
            if (fault != null) {
                throw new LedgerBrokenException(fault.told());
            }
            head.write(end);
        }
    }

    /** The group is durable: a head that can't be written is tried again, and refused, before the next group. */
    private void remember(ChainEnd end) {
        try {
            head.write(end);
        } catch (LedgerUnavailableException e) {
            LOG.error("The head file of the ledger can't be written; nothing more is written until it can", e);
        }
    }

    /** The pieces of one transaction. */
    private final class Group {

        private final LedgerSession open;
        private final List<Outcome> outcomes = new ArrayList<>();
        private ChainEnd end;
        private boolean announced;

        Group(LedgerSession open, ChainEnd end) {
            this.open = open;
            this.end = end;
        }

        void carryOut(Function<LedgerWrite, ?> work) throws SQLException {
            LedgerPiece piece = new LedgerPiece(open, seal, ids, clock.instant().truncatedTo(ChronoUnit.MICROS), end);
            Savepoint savepoint = open.savepoint();
            try {
                Object value = work.apply(piece);
                piece.finish();
                open.keep(savepoint);
                end = piece.end();
                announced |= piece.announced();
                outcomes.add(new Outcome(value, null));
            } catch (RuntimeException | Error e) {
                if (DatabaseFault.isIn(e)) {
                    throw e;
                }
                open.undo(savepoint);
                outcomes.add(new Outcome(null, e));
            }
        }
    }
}
