package jp.kenpo.gateway.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.LedgerDatabase;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of one installation, opened when first needed: as the running gateway it is written, and the data folder is
 * this process's alone; beside it, it is read, and written only on demand. Thread-safe.
 */
final class InstalledLedger implements AutoCloseable {

    private final GatewaySettings settings;
    private final LedgerFiles files;
    private final InstallationKeys keys;
    private final Clock clock;
    private final boolean runs;
    private final Lazy<LedgerDatabase> database;
    private final Lazy<DataFolderLock> lock;
    private final Lazy<Ledger> ledger;
    private final Lazy<Ledger> writable;

    InstalledLedger(GatewaySettings settings, LedgerFiles files, InstallationKeys keys, Clock clock, boolean runs) {
        this.settings = settings;
        this.files = files;
        this.keys = keys;
        this.clock = clock;
        this.runs = runs;
        this.database = new Lazy<>(this::openDatabase);
        this.lock = new Lazy<>(() -> DataFolderLock.take(settings.dataDir()));
        this.ledger = new Lazy<>(this::open);
        this.writable = new Lazy<>(this::openBesideRunning);
    }

    LedgerFiles files() {
        return files;
    }

    /** @throws NeverStartedException beside a gateway that was never started with this data folder */
    Ledger get() {
        return ledger.get();
    }

    /** @throws NeverStartedException beside a gateway that was never started with this data folder */
    Ledger writable() {
        return runs ? get() : writable.get();
    }

    Optional<Ledger> ifStarted() {
        return runs || wasStarted() ? Optional.of(get()) : Optional.empty();
    }

    boolean wasStarted() {
        return keys.sealExists() && files.begun(settings.database());
    }

    /** Opens the database of the ledger; the caller closes it. */
    LedgerDatabase openDatabase() {
        var chosen = settings.database();
        var url = chosen.url();
        if (url == null) {
            return LedgerDatabase.sqlite(files.database());
        }
        return LedgerDatabase.postgresql(url, chosen.user(), password(chosen));
    }

    private static @Nullable String password(GatewaySettings.Database chosen) {
        var file = chosen.passwordFile();
        try {
            return file == null ? null : Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the database's password file " + file + " can't be read", e);
        }
    }

    private Ledger open() {
        if (runs) {
            lock.get();
            createLedgerFolder();
            keys.openAll();
            return Ledger.open(database.get(), keys.ledgerSeal(), files.head(), clock);
        }
        requireStarted();
        return Ledger.reader(database.get(), keys.ledgerSeal(), files.head());
    }

    private Ledger openBesideRunning() {
        requireStarted();
        return Ledger.open(database.get(), keys.ledgerSeal(), files.head(), clock);
    }

    private void requireStarted() {
        if (!wasStarted()) {
            throw new NeverStartedException(settings.dataDir());
        }
    }

    private void createLedgerFolder() {
        try {
            Files.createDirectories(files.head().toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger's folder can't be made", e);
        }
    }

    @Override
    public void close() {
        ledger.ifOpened().ifPresent(Ledger::close);
        writable.ifOpened().ifPresent(Ledger::close);
        database.ifOpened().ifPresent(LedgerDatabase::close);
        lock.ifOpened().ifPresent(DataFolderLock::close);
    }
}
