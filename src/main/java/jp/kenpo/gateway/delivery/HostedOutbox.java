package jp.kenpo.gateway.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.payload.LongFile;

/**
 * Puts files into the {@code download/} folder of a home on this machine: that of the counterparty, or that of the party
 * that the file is for. A file that was given once is never given again, see {@link GivenNotes}.
 */
public final class HostedOutbox implements Outbox {

    private static final Object PLACING = new Object();
    private static final String DRAFT = ".draft";

    /** A segment of a payload; Java's own copying takes 8 KB at a time. */
    private static final int PIECE = 64 * 1024;

    private final Function<Parcel, Path> downloads;
    private final Path drafts;
    private final GivenNotes given;

    /**
     * @param download the folder that the counterparty sees
     * @param drafts a folder outside of every home, on the same disk
     */
    public HostedOutbox(Path download, Path drafts) {
        this(parcel -> download, drafts);
    }

    /**
     * An outbox of many homes.
     *
     * @param downloads the folder that the party of the parcel sees; throws if there is no such party
     * @param drafts a folder outside of every home, on the same disk
     */
    public HostedOutbox(Function<Parcel, Path> downloads, Path drafts) {
        this.downloads = downloads;
        this.drafts = drafts;
        this.given = new GivenNotes(drafts);
    }

    /**
     * Removes what deliveries left here that a crash cut off: they begin anew. To be called before anything is delivered.
     *
     * @param drafts folder with one folder of drafts for each counterparty; need not be there
     * @throws IOException if something can't be removed, for it is in clear text
     */
    public static void sweep(Path drafts) throws IOException {
        if (Files.isDirectory(drafts)) {
            try (DirectoryStream<Path> left = Files.newDirectoryStream(drafts, Files::isDirectory)) {
                for (Path folder : left) {
                    new HostedOutbox(folder, folder).sweep();
                }
            }
        }
    }

    private void sweep() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(drafts, "*" + DRAFT)) {
            for (Path draft : left) {
                String name = draft.getFileName().toString();
                discard(name.substring(0, name.length() - DRAFT.length()));
            }
        }
    }

    @Override
    public void put(Parcel parcel) throws IOException {
        Path folder = Files.createDirectories(downloads.apply(parcel).resolve(parcel.folder()));
        Files.createDirectories(drafts);
        if (given.has(parcel.key()) && !Files.exists(draft(parcel.key()))) {
            return;
        }
        try {
            give(parcel, folder.resolve(parcel.fileName()));
        } catch (IOException | RuntimeException failed) {
            tryToDiscard(parcel.key(), failed);
            throw failed;
        }
        GivenNotes.sync(folder);
        GivenNotes.sync(drafts);
    }

    /** Whoever waits for a name leaves no draft behind, for it may wait for days. */
    private void give(Parcel parcel, Path file) throws IOException {
        Path draft = draft(parcel.key());
        if (liesThere(parcel, file)) {
            parcel.consent().require();
            discard(parcel.key());
            given.write(parcel.key());
            return;
        }
        if (!given.has(parcel.key())) {
            Files.deleteIfExists(draft);
            write(parcel, draft);
        }
        parcel.consent().require();
        given.write(parcel.key());
        // two outboxes may have the same home
        synchronized (PLACING) {
            if (liesThere(parcel, file)) {
                Files.delete(draft);
            } else {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /** Returns false if the name is free, and true if it lies there as it should, of a time that the ledger has lost. */
    private boolean liesThere(Parcel parcel, Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Optional<TransferId> other = parcel.others().begun();
        if (other.isPresent()) {
            throw NotDeliveredException.notFetchedYet(parcel, other.get());
        }
        if (!has(parcel)) {
            throw new NameTakenException("something else has the name " + parcel.fileName()
                    + " in the home of the counterparty: see what it is and remove it, " + parcel.onceItIsFree());
        }
        return true;
    }

    private Path draft(String key) {
        return drafts.resolve(key + DRAFT);
    }

    private void tryToDiscard(String key, Exception failed) {
        try {
            discard(key);
        } catch (IOException left) {
            failed.addSuppressed(left);
        }
    }

    /**
     * As long as the draft lies here, the file was not given. Its note goes first: the note alone would say that it was.
     */
    private void discard(String key) throws IOException {
        if (Files.exists(draft(key))) {
            given.forget(key);
            Files.delete(draft(key));
        }
    }

    @Override
    public boolean has(Parcel parcel) throws IOException {
        Path file = downloads.apply(parcel).resolve(parcel.path());
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) == parcel.size()
                && sha256(file).equals(parcel.sha256());
    }

    private static String sha256(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public void settled(String key) throws IOException {
        given.drop(key);
        Files.deleteIfExists(draft(key));
    }

    /** A delivery that breaks off here takes its draft away itself; what a crash left is swept at the start. */
    @Override
    public boolean tidy(Predicate<String> unwanted) {
        return false;
    }

    private void write(Parcel parcel, Path draft) throws IOException {
        try (InputStream in = parcel.bytes().open();
                LongFile file = LongFile.create(draft)) {
            byte[] piece = new byte[PIECE];
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                file.write(piece, 0, length);
            }
            file.sync();
        }
        if (Files.size(draft) != parcel.size()) {
            throw new IOException("wrote " + Files.size(draft) + " bytes, expected " + parcel.size());
        }
    }
}
