package jp.kenpo.gateway.delivery;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says under which name a file is written at a counterparty until it is whole: its own for each delivery, for that it is
 * gone tells that this one was given; and its own for each data folder, for two gateways may share a ledger, and only
 * whoever began a file may take it away.
 */
public final class TemporaryNames {

    private static final String BEGINNING = ".part-";
    private static final char UNREADABLE = '\uFFFD';
    private static final int BYTES_OF_MARK = 4;
    private static final Pattern MARK = Pattern.compile("[0-9a-f]{" + 2 * BYTES_OF_MARK + "}");

    private final Path folder;
    private @Nullable String mark;

    /** @param folder where the mark of this data folder is kept, beside the notes that go by it */
    public TemporaryNames(Path folder) {
        this.folder = folder;
    }

    /** Returns the path below the counterparty's folder, always the same for a parcel in this data folder. */
    public String of(Parcel parcel) throws IOException {
        return unmarked(parcel) + "-" + mark();
    }

    /** Returns the path that versions without a mark wrote to. */
    public String unmarked(Parcel parcel) {
        String folderThere = parcel.folder().isEmpty() ? "" : parcel.folder() + "/";
        return folderThere + BEGINNING + parcel.fileName() + "." + parcel.key();
    }

    /** Returns whether it is a path that a file can have had until it was whole. */
    static boolean isTemporary(String path) {
        return path.substring(path.lastIndexOf('/') + 1).startsWith(BEGINNING)
                && path.chars().noneMatch(sign -> Character.isISOControl(sign) || sign == UNREADABLE);
    }

    private synchronized String mark() throws IOException {
        if (mark == null) {
            mark = kept();
        }
        return mark;
    }

    private String kept() throws IOException {
        Path file = folder.resolve(".mark");
        String known = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        return MARK.matcher(known).matches() ? known : begin(file);
    }

    /** It lies on the disk before anything is written under it. */
    private String begin(Path file) throws IOException {
        byte[] random = new byte[BYTES_OF_MARK];
        new SecureRandom().nextBytes(random);
        String begun = HexFormat.of().formatHex(random);
        Files.createDirectories(folder);
        Path unwritten = Files.writeString(file.resolveSibling(".mark.begins"), begun);
        try (FileChannel channel = FileChannel.open(unwritten, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(unwritten, file, StandardCopyOption.ATOMIC_MOVE);
        GivenNotes.sync(folder);
        return begun;
    }
}
