package jp.kenpo.gateway.operations;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Copies the files below a folder, durably, and so that only their owner reads the copies. */
final class FolderCopy {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final String UNFINISHED = "tmp-";

    private long files;
    private long bytes;

    /** Returns how many files were copied. */
    long files() {
        return files;
    }

    /** Returns how many bytes were copied. */
    long bytes() {
        return bytes;
    }

    static void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder, OWNER_FOLDER);
    }

    /** Makes an empty file that only its owner reads. */
    static void createFile(Path file) throws IOException {
        Files.createFile(file, OWNER_FILE);
    }

    /** Copies everything but files that are still being written; does nothing where there is no such folder. */
    void copy(Path from, Path to) throws IOException {
        createFolder(to);
        if (!Files.isDirectory(from)) {
            return;
        }
        List<Path> found;
        // links are followed: where configuration is mounted, its files are links
        try (Stream<Path> paths = Files.walk(from, FileVisitOption.FOLLOW_LINKS)) {
            found = paths.filter(Files::isRegularFile).toList();
        }
        for (Path file : found) {
            if (!file.getFileName().toString().startsWith(UNFINISHED)) {
                copyFile(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    /** Copies one file. What is gone meanwhile was never recorded, or is not needed any more. */
    void copyFile(Path from, Path to) throws IOException {
        Path folder = to.toAbsolutePath().getParent();
        if (folder != null) {
            createFolder(folder);
        }
        try (FileChannel source = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel target = FileChannel.open(
                        to, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_FILE)) {
            long size = source.size();
            long copied = 0;
            while (copied < size) {
                long moved = source.transferTo(copied, size - copied, target);
                if (moved <= 0) {
                    throw new IOException("the file " + from.getFileName() + " became shorter while it was copied");
                }
                copied += moved;
            }
            target.force(true);
            files++;
            bytes += copied;
        } catch (NoSuchFileException gone) {
            if (Files.exists(from)) {
                throw gone;
            }
        }
    }
}
