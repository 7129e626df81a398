package jp.kenpo.gateway.payload;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the files of the payload store lie: {@code <2 digits>/<id>} once written, {@code tmp-<id>} before. Only the owner
 * may read them (modes 700 and 600).
 */
final class Folder {

    static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final String TEMPORARY = "tmp-";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    private final Path root;
    private final FileTime opened;
    private final SecureRandom random = new SecureRandom();

    Folder(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(root, OWNER_ONLY_FOLDER);
        this.opened = timeOfTheDisk();
    }

    String newId() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    Path temporary(String id) {
        return root.resolve(TEMPORARY + id);
    }

    /**
     * Gives a file that is written to its end its name for good, and returns when bytes and name are on the disk; when that
     * fails, neither file remains.
     *
     * <p>The name comes first: the disk's own journal then takes both at once. What a power cut leaves half under a name,
     * nobody has a ticket for, and it is swept.
     *
     * @param written the open file; it is closed
     */
    void publish(String id, LongFile written) throws IOException {
        Path place = find(id);
        Path parent = existing(id.substring(0, 2));
        Files.move(temporary(id), place, StandardCopyOption.ATOMIC_MOVE);
        try (written) {
            written.sync();
            sync(parent);
        } catch (IOException e) {
            Files.deleteIfExists(place);
            throw e;
        }
    }

    private Path existing(String name) throws IOException {
        Path folder = root.resolve(name);
        if (!Files.isDirectory(folder)) {
            try {
                Files.createDirectory(folder, OWNER_ONLY_FOLDER);
            } catch (FileAlreadyExistsException e) {
                // another thread was quicker, and both need the folder on the disk
            }
            sync(root);
        }
        return folder;
    }

    /** Returns where a payload would lie. An id comes from a database row: what is none never becomes a path. */
    Path find(String id) throws IOException {
        if (!ID.matcher(id).matches()) {
            throw new IOException("not a payload id");
        }
        return root.resolve(id.substring(0, 2)).resolve(id);
    }

    /** Removes what is older than this object and not known. */
    int sweep(Predicate<String> known) throws IOException {
        int removed = 0;
        for (Path path : listed(root)) {
            String name = path.getFileName().toString();
            if (name.startsWith(TEMPORARY)) {
                removed += removeIfOld(path);
            } else if (Files.isDirectory(path)) {
                for (Path payload : listed(path)) {
                    if (!known.test(payload.getFileName().toString())) {
                        removed += removeIfOld(payload);
                    }
                }
            }
        }
        return removed;
    }

    /** Makes the names in a folder durable. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** What was kept after the opening may not be recorded yet, so it stays. */
    private int removeIfOld(Path path) throws IOException {
        try {
            boolean old = Files.getLastModifiedTime(path).compareTo(opened) < 0;
            return old && Files.deleteIfExists(path) ? 1 : 0;
        } catch (NoSuchFileException moved) {
            // files are taken in meanwhile: this one got its final name, or was discarded
            return 0;
        }
    }

    /** The time as files get it: the clock of the kernel for files lags some milliseconds behind the one of Java. */
    private FileTime timeOfTheDisk() throws IOException {
        Path probe = Files.createFile(temporary(newId()), OWNER_ONLY_FILE);
        try {
            return Files.getLastModifiedTime(probe);
        } finally {
            Files.delete(probe);
        }
    }

    private static List<Path> listed(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.toList();
        }
    }
}
