package jp.kenpo.gateway.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import jp.kenpo.gateway.ledger.TransferId;

/**
 * Puts files into the {@code download/} folder of a home on this machine: that of the counterparty, or that of the party
 * that the file is for. A file that was given once is never given
 * again, see {@link GivenNotes}.
 */
public final class HostedOutbox implements Outbox {

    private static final Object PLACING = new Object();

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

    @Override
    public void put(Parcel parcel) throws IOException {
        Path folder = Files.createDirectories(downloads.apply(parcel).resolve(parcel.folder()));
        Files.createDirectories(drafts);
        Path draft = drafts.resolve(parcel.key() + ".draft");
        if (!given.has(parcel.key())) {
            write(parcel, draft);
            given.write(parcel.key());
        }
        if (Files.exists(draft)) {
            place(parcel, draft, folder.resolve(parcel.fileName()));
            GivenNotes.sync(folder);
            GivenNotes.sync(drafts);
        }
    }

    /** As long as the draft lies here, what has the name there is not what this parcel put there. */
    private void place(Parcel parcel, Path draft, Path file) throws IOException {
        // two outboxes may have the same home
        synchronized (PLACING) {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
                return;
            }
        }
        Optional<TransferId> other = parcel.others().begun();
        if (other.isPresent()) {
            throw NotDeliveredException.notFetchedYet(parcel, other.get());
        }
        if (!has(parcel)) {
            throw new NameTakenException("something else has the name " + parcel.fileName()
                    + " in the home of the counterparty: see what it is and remove it, then release the transfer");
        }
        // of a time that the ledger has lost: it lies there as it should
        Files.delete(draft);
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
    }

    private static void write(Parcel parcel, Path draft) throws IOException {
        try (InputStream in = parcel.bytes().open();
                FileChannel channel = FileChannel.open(
                        draft,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            OutputStream out = Channels.newOutputStream(channel);
            in.transferTo(out);
            channel.force(true);
        }
        if (Files.size(draft) != parcel.size()) {
            throw new IOException("wrote " + Files.size(draft) + " bytes, expected " + parcel.size());
        }
    }
}
