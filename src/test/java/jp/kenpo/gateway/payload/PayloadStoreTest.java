package jp.kenpo.gateway.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayloadStoreTest {

    private static final int SEGMENT = 1024 * 1024;
    private static final long NO_LIMIT = Long.MAX_VALUE;

    @TempDir
    Path temp;

    private Path folder;
    private KeysetHandle key;
    private PayloadStore store;

    @BeforeEach
    void openTheStore() throws GeneralSecurityException {
        folder = temp.resolve("var/payload");
        key = freshKey();
        store = new PayloadStore(folder, key);
    }

    @Test
    void givesBackTheBytesAsTheyCame() throws Exception {
        for (int size : List.of(0, 1, 20_000, SEGMENT, 3 * SEGMENT + 7, 9 * SEGMENT + 7)) {
            byte[] clear = random(size);

            Ticket ticket = keep(clear);

            assertThat(read(ticket)).isEqualTo(clear);
            assertThat(ticket.size()).isEqualTo(size);
            assertThat(ticket.sha256())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(clear)));
        }
    }

    @Test
    void writesNoReadableByteToTheDisk() throws IOException {
        byte[] clear = "RE,1,1119,202608,架空 花子,2,19800101,,,,,,,カルテ番号12345\r\n"
                .repeat(2_000)
                .getBytes(UTF_8);

        Ticket ticket = keep(clear);

        Set<Long> runs = runsOfEight(clear);
        runs.retainAll(runsOfEight(Files.readAllBytes(fileOf(ticket))));
        assertThat(runs).isEmpty();
        assertThat(new String(Base64.getDecoder().decode(ticket.wrappedKey()), UTF_8))
                .doesNotContain("AesGcmHkdfStreamingKey");
    }

    @Test
    void opensToTheOwnerOnly() throws IOException {
        Ticket ticket = keep(random(10));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fileOf(ticket))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(fileOf(ticket).getParent())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void opensNothingWithAnotherInstallationsKey() throws Exception {
        Ticket ticket = keep(random(10));
        PayloadStore other = new PayloadStore(folder, freshKey());

        assertThatThrownBy(() -> other.open(ticket))
                .isInstanceOf(PayloadNotReadableException.class)
                .hasMessage("payload " + ticket.payloadId() + " can't be read");
    }

    @Test
    void opensNothingWithAnotherPayloadsKey() throws Exception {
        Ticket one = keep(random(10));
        Ticket two = keep(random(10));

        assertNotReadable(new Ticket(one.payloadId(), two.wrappedKey(), one.sha256(), one.size()));
        assertNotReadable(new Ticket(one.payloadId(), "no base64 !", one.sha256(), one.size()));
    }

    @Test
    void doesNotTakeAnotherPayloadsFileForIt() throws Exception {
        Ticket one = keep(random(10));
        Ticket two = keep(random(10));
        Files.copy(fileOf(two), fileOf(one), java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertNotReadable(one);
    }

    @Test
    void noticesOneFlippedByteWhereverItLies() throws Exception {
        byte[] clear = random(2 * SEGMENT + 100);
        for (int at : List.of(0, 20, 40, 5_000, SEGMENT + 1, 2 * SEGMENT + 120)) {
            Ticket ticket = keep(clear);
            byte[] bytes = Files.readAllBytes(fileOf(ticket));
            bytes[at] ^= 1;
            Files.write(fileOf(ticket), bytes);

            assertNotReadable(ticket);
        }
    }

    @Test
    void noticesACutFileWhereverItWasCut() throws Exception {
        byte[] clear = random(2 * SEGMENT + 100);
        for (int length : List.of(0, 10, 40, 5_000, SEGMENT, SEGMENT + 1, 2 * SEGMENT)) {
            Ticket ticket = keep(clear);
            byte[] bytes = Files.readAllBytes(fileOf(ticket));
            Files.write(fileOf(ticket), Arrays.copyOf(bytes, length));

            assertNotReadable(ticket);
        }
    }

    @Test
    void noticesAppendedBytesAndALyingTicket() throws Exception {
        Ticket ticket = keep(random(1_000));
        assertNotReadable(new Ticket(ticket.payloadId(), ticket.wrappedKey(), ticket.sha256(), 999));

        byte[] bytes = Files.readAllBytes(fileOf(ticket));
        Files.write(fileOf(ticket), Arrays.copyOf(bytes, bytes.length + 1));
        assertNotReadable(ticket);
    }

    @Test
    void noticesAnotherPayloadOfTheSameSize() throws Exception {
        byte[] clear = random(1_000);
        Ticket one = keep(clear);
        clear[500] ^= 1;
        Ticket two = keep(clear);

        assertNotReadable(new Ticket(two.payloadId(), two.wrappedKey(), one.sha256(), two.size()));
    }

    @Test
    void goesOnFailingAfterAFault() throws Exception {
        Ticket ticket = keep(random(1_000));
        byte[] bytes = Files.readAllBytes(fileOf(ticket));
        bytes[500] ^= 1;
        Files.write(fileOf(ticket), bytes);

        try (InputStream in = store.open(ticket)) {
            assertThatThrownBy(in::readAllBytes).isInstanceOf(PayloadNotReadableException.class);
            assertThatThrownBy(in::read).isInstanceOf(PayloadNotReadableException.class);
        }
    }

    @Test
    void saysThatAMissingFileCannotBeRead() throws Exception {
        Ticket ticket = keep(random(10));
        Files.delete(fileOf(ticket));

        assertNotReadable(ticket);
    }

    @Test
    void takesNoPathForAPayloadId() {
        assertNotReadable(new Ticket("../../etc/passwd", "", "", 0));
    }

    @Test
    void takesExactlyTheLimitAndNotOneByteMore() throws IOException {
        assertThat(store.keep(new ByteArrayInputStream(random(1_000)), 1_000).size())
                .isEqualTo(1_000);
        int files = files().size();

        assertThatThrownBy(() -> store.keep(new ByteArrayInputStream(random(1_001)), 1_000))
                .isInstanceOf(PayloadTooLargeException.class)
                .hasMessage("more than 1000 bytes");
        assertThat(files()).hasSize(files);
    }

    @Test
    void leavesNothingWhenTheSourceBreaks() throws IOException {
        InputStream source = new SequenceInputStream(new ByteArrayInputStream(random(9 * SEGMENT)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });

        assertThatThrownBy(() -> store.keep(source, NO_LIMIT))
                .isInstanceOf(IOException.class)
                .hasMessage("connection reset");
        assertThat(files()).isEmpty();
        SecondThreadTest.awaitNoSecondThread();
    }

    @Test
    void leavesNothingOfADraftThatWasNotSealed() throws IOException {
        try (PayloadStore.Draft draft = store.draft()) {
            draft.stream().write(random(2 * SEGMENT));
        }

        assertThat(files()).isEmpty();
    }

    @Test
    void sealsADraftOnce() throws IOException {
        byte[] clear = "検索番号,理由コード,備考\r\n".getBytes(UTF_8);
        try (PayloadStore.Draft draft = store.draft()) {
            draft.stream().write(clear);
            draft.stream().close();
            draft.stream().write('x');
            Ticket ticket = draft.seal();

            assertThat(read(ticket)).startsWith(clear).hasSize(clear.length + 1);
            assertThatThrownBy(draft::seal).isInstanceOf(IOException.class);
        }
        assertThat(files()).hasSize(1);
    }

    @Test
    void sweepsWhatACrashLeftAndKeepsWhatIsKnownOrYoung() throws Exception {
        Ticket known = keep(random(10));
        Ticket forgotten = keep(random(10));
        Path halfWritten = Files.createFile(folder.resolve("tmp-" + "0".repeat(32)));
        for (Path file : List.of(fileOf(known), fileOf(forgotten), halfWritten)) {
            Files.setLastModifiedTime(
                    file, FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() - 10_000));
        }
        store = new PayloadStore(folder, key);
        Ticket young = keep(random(10));

        assertThat(store.sweep(known.payloadId()::equals)).isEqualTo(2);
        assertThat(files()).containsExactlyInAnyOrder(fileOf(known), fileOf(young));
    }

    @Test
    void isNotHeldUpByAFileThatGoesWhileItSweeps() throws Exception {
        Path going = fileOf(keep(random(10)));

        assertThat(store.sweep(id -> !going.toFile().delete())).isZero();

        assertThat(files()).isEmpty();
    }

    @Test
    void sweepsNothingWhileTheLedgerCannotAnswer() throws Exception {
        Ticket ticket = keep(random(10));

        assertThatThrownBy(() -> store.sweep(id -> {
                    throw new IllegalStateException("no ledger");
                }))
                .hasMessage("no ledger");
        assertThat(read(ticket)).hasSize(10);
    }

    @Test
    void needsTheSameMemoryForALargeFile() throws IOException {
        long small = allocatedBy(2L * SEGMENT);

        long large = allocatedBy(200L * SEGMENT);

        assertThat(large - small).as("bytes allocated for 198 MB more").isLessThan(64L * SEGMENT);
    }

    /** Reading is left out: how much the cipher of this Java allocates to decrypt a segment is not ours. */
    private long allocatedBy(long size) throws IOException {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        store.keep(new Zeros(size), NO_LIMIT);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private Ticket keep(byte[] clear) throws IOException {
        return store.keep(new ByteArrayInputStream(clear), NO_LIMIT);
    }

    private byte[] read(Ticket ticket) throws IOException {
        try (InputStream in = store.open(ticket)) {
            return in.readAllBytes();
        }
    }

    private void assertNotReadable(Ticket ticket) {
        assertThatThrownBy(() -> read(ticket)).isInstanceOf(PayloadNotReadableException.class);
    }

    private Path fileOf(Ticket ticket) {
        return folder.resolve(ticket.payloadId().substring(0, 2)).resolve(ticket.payloadId());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }

    private static KeysetHandle freshKey() throws GeneralSecurityException {
        return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static Set<Long> runsOfEight(byte[] bytes) {
        Set<Long> runs = new HashSet<>();
        long run = 0;
        for (int at = 0; at < bytes.length; at++) {
            run = run << 8 | bytes[at] & 0xff;
            if (at >= 7) {
                runs.add(run);
            }
        }
        return runs;
    }

    private static final class Zeros extends InputStream {

        private long left;

        Zeros(long size) {
            this.left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            int given = (int) Math.min(left, length);
            left -= given;
            return given > 0 ? given : -1;
        }
    }
}
