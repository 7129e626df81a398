package jp.kenpo.gateway.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A long file has the bytes that were written, whichever way they took to the disk. */
class LongFileTest {

    private static final int BEGIN = LongFile.BEGIN;
    private static final int PIECE = StraightToDisk.PIECE;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, BEGIN - 1, BEGIN, BEGIN + 1, BEGIN + PIECE - 1, BEGIN + PIECE, BEGIN + 3 * PIECE + 17})
    void hasEachByteInItsPlace(int size) throws IOException {
        byte[] bytes = bytes(size);
        write(bytes, LongFile.create(folder.resolve("F")));
        write(bytes, LongFile.create(folder.resolve("as-ever"), path -> null));

        assertThat(folder.resolve("F")).hasBinaryContent(bytes);
        assertThat(folder.resolve("as-ever")).hasBinaryContent(bytes);
    }

    @Test
    void goesStraightToTheDiskBehindItsBegin() throws IOException {
        byte[] bytes = bytes(BEGIN + 2 * PIECE + 5);
        Path straight = Files.createFile(folder.resolve("straight"));

        write(bytes, LongFile.create(folder.resolve("F"), path -> onto(writing(straight))));

        byte[] seen = Files.readAllBytes(straight);
        assertThat(seen).hasSize(BEGIN + 2 * PIECE);
        assertThat(Arrays.copyOfRange(seen, BEGIN, seen.length))
                .isEqualTo(Arrays.copyOfRange(bytes, BEGIN, BEGIN + 2 * PIECE));
        assertThat(Files.size(folder.resolve("F"))).isEqualTo(bytes.length);
    }

    /** Whether this disk offers it is asked of Java itself. */
    @Test
    void takesTheWayThatTheDiskOffers() throws IOException {
        Path path = Files.createFile(folder.resolve("F"));
        boolean offered = true;
        try {
            FileChannel.open(path, StandardOpenOption.WRITE, ExtendedOpenOption.DIRECT)
                    .close();
        } catch (IOException | UnsupportedOperationException refused) {
            offered = false;
        }

        try (StraightToDisk straight = StraightToDisk.open(path)) {
            assertThat(straight != null).isEqualTo(offered);
            if (straight != null) {
                straight.gather(bytes(PIECE), 0, PIECE);
                assertThat(straight.write(0)).isEqualTo(PIECE);
                assertThat(path).hasBinaryContent(bytes(PIECE));
            }
        }
    }

    @Test
    void isWrittenAsEverWhereTheDiskRefusesWhatItOpened() throws IOException {
        byte[] bytes = bytes(BEGIN + 2 * PIECE + 5);
        FileChannel closed = writing(Files.createFile(folder.resolve("other")));
        closed.close();

        write(bytes, LongFile.create(folder.resolve("F"), path -> onto(closed)));

        assertThat(folder.resolve("F")).hasBinaryContent(bytes);
    }

    @Test
    void isWrittenAsEverWhenTheDiskRefusesLater() throws IOException {
        byte[] bytes = bytes(BEGIN + 3 * PIECE);
        Path path = folder.resolve("F");
        FileChannel[] straight = new FileChannel[1];
        try (var file = LongFile.create(path, same -> onto(straight[0] = writing(same)))) {
            file.write(bytes, 0, BEGIN + PIECE + 7);
            straight[0].close();
            file.write(bytes, BEGIN + PIECE + 7, bytes.length - BEGIN - PIECE - 7);
            file.sync();
        }

        assertThat(path).hasBinaryContent(bytes);
    }

    @Test
    void isNotWholeWhenAPartWasNotWritten() throws IOException {
        LongFile file = LongFile.create(folder.resolve("F"));
        file.close();

        assertThatIOException().isThrownBy(() -> file.write(new byte[8]));
        assertThatIOException().isThrownBy(() -> file.write(8)).withMessageContaining("earlier part");
        assertThatIOException().isThrownBy(file::sync).withMessageContaining("earlier part");
    }

    @Test
    void isReadableForItsOwnerOnlyAndReplacesNothing() throws IOException {
        Path path = folder.resolve("F");
        LongFile.create(path).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThatIOException().isThrownBy(() -> LongFile.create(path)).isInstanceOf(FileAlreadyExistsException.class);
    }

    private static void write(byte[] bytes, LongFile file) throws IOException {
        Random random = new Random(3);
        try (file) {
            for (int at = 0; at < bytes.length; ) {
                int length = Math.min(bytes.length - at, 1 + random.nextInt(300_000));
                file.write(bytes, at, length);
                at += length;
            }
            file.sync();
        }
    }

    private static StraightToDisk onto(FileChannel file) {
        return new StraightToDisk(file, ByteBuffer.allocateDirect(PIECE));
    }

    private static FileChannel writing(Path path) {
        try {
            return FileChannel.open(path, StandardOpenOption.WRITE);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }
}
