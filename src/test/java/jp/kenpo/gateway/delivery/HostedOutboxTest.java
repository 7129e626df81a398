package jp.kenpo.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.testing.ReceiptFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostedOutboxTest {

    private static final byte[] BYTES = "1234".getBytes(StandardCharsets.UTF_8);

    private static final String SHA256 = ReceiptFiles.sha256(BYTES);
    private static final TransferId FIRST = new TransferId("01K6ZZZZZZZZZZZZZZZZZZZZZZ");

    @TempDir
    Path temp;

    private Path download;
    private Path drafts;
    private HostedOutbox outbox;

    @BeforeEach
    void open() {
        download = temp.resolve("download");
        drafts = temp.resolve("drafts");
        outbox = new HostedOutbox(download, drafts);
    }

    @Test
    void putsAWholeFileIntoItsFolder() throws IOException {
        outbox.put(parcel("receipts", 4));

        assertThat(download.resolve("receipts/A.CSV")).hasBinaryContent(BYTES);
        assertThat(download.resolve("receipts")).isDirectoryContaining(file -> file.endsWith("A.CSV"));
    }

    @Test
    void doesNotGiveTwiceWhatTheCounterpartyFetchedBeforeACrash() throws IOException {
        outbox.put(parcel("", 4));
        Files.delete(download.resolve("A.CSV"));

        new HostedOutbox(download, drafts).put(parcel("", 4));

        assertThat(download).isEmptyDirectory();
    }

    @Test
    void goesOnAfterACrashBeforeTheRename() throws IOException {
        leave(BYTES);
        Files.createFile(drafts.resolve("T.given"));

        outbox.put(parcel("", 4));

        assertThat(download.resolve("A.CSV")).hasBinaryContent(BYTES);
    }

    @Test
    void beginsAnewAfterACrashWhileWriting() throws IOException {
        leave(new byte[] {1});

        outbox.put(parcel("", 4));

        assertThat(download.resolve("A.CSV")).hasBinaryContent(BYTES);
    }

    @Test
    void givesNothingIfTheSizeIsNotTheAnnouncedOne() {
        assertThatThrownBy(() -> outbox.put(parcel("", 5)))
                .isInstanceOf(IOException.class)
                .hasMessage("wrote 4 bytes, expected 5");
        assertThat(download).isEmptyDirectory();
        assertThat(drafts).isEmptyDirectory();
    }

    @Test
    void waitsUntilTheFileOfAnotherTransferIsFetched() throws IOException {
        outbox.put(parcel("", 4));
        Parcel second = new Parcel(
                "U",
                null,
                "",
                "A.CSV",
                4,
                SHA256,
                HostedOutboxTest::bytes,
                () -> Optional.of(FIRST),
                Parcel.Consent.ALWAYS);

        assertThatThrownBy(() -> outbox.put(second))
                .isInstanceOf(NotDeliveredException.class)
                .hasMessage(
                        "the file A.CSV of transfer " + FIRST + " was not fetched yet: this transfer has a file of the"
                                + " same name, and sends it when that one is gone");
        assertThat(drafts).as("in clear text lies what nobody may fetch").isDirectoryNotContaining("glob:**/U.*");
        Files.delete(download.resolve("A.CSV"));

        outbox.put(second);
        assertThat(download.resolve("A.CSV")).hasBinaryContent(BYTES);
    }

    @Test
    void takesTheSameFileOfNoOtherTransferForItsOwn() throws IOException {
        Files.createDirectories(download);
        Files.write(download.resolve("A.CSV"), BYTES);

        outbox.put(parcel("", 4));
        Files.delete(download.resolve("A.CSV"));
        outbox.put(parcel("", 4));

        assertThat(download).isEmptyDirectory();
    }

    @Test
    void putsNothingOverAnotherFile() throws IOException {
        Files.createDirectories(download);
        Files.writeString(download.resolve("A.CSV"), "other");

        assertThatThrownBy(() -> outbox.put(parcel("", 4)))
                .isInstanceOf(NameTakenException.class)
                .hasMessage(
                        "something else has the name A.CSV in the home of the counterparty: see what it is and remove it,"
                                + " the gateway then puts its own there");
        assertThat(download.resolve("A.CSV")).hasContent("other");
        assertThat(drafts).isEmptyDirectory();
    }

    @Test
    void givesTheFileAfterTheNameBecameFreeWhereADraftWasLeftWithItsNote() throws IOException {
        Files.createDirectories(download);
        Files.writeString(download.resolve("A.CSV"), "other");
        leave(new byte[] {1});
        Files.createFile(drafts.resolve("T.given"));

        assertThatThrownBy(() -> outbox.put(parcel("", 4))).isInstanceOf(NameTakenException.class);
        assertThat(drafts).isEmptyDirectory();
        Files.delete(download.resolve("A.CSV"));
        outbox.put(parcel("", 4));

        assertThat(download.resolve("A.CSV")).hasBinaryContent(BYTES);
    }

    @Test
    void asksForTheReleaseOfATransferWhoseNameIsTaken() throws IOException {
        Files.createDirectories(download);
        Files.writeString(download.resolve("A.CSV"), "other");
        Parcel transfer = new Parcel(
                "U",
                null,
                "",
                "A.CSV",
                4,
                SHA256,
                HostedOutboxTest::bytes,
                () -> Optional.empty(),
                Parcel.Consent.ALWAYS);

        assertThatThrownBy(() -> outbox.put(transfer))
                .isInstanceOf(NameTakenException.class)
                .hasMessageEndingWith("see what it is and remove it, then release the transfer");
    }

    @Test
    void givesWhatItBeganBeforeASweepAndNothingThatItGave() throws IOException {
        outbox.put(parcel("", 4));
        Files.delete(download.resolve("A.CSV"));
        Path cutOff = Files.write(drafts.resolve("U.draft"), BYTES);
        Path note = Files.createFile(drafts.resolve("U.given"));

        HostedOutbox.sweep(temp);

        assertThat(cutOff).doesNotExist();
        assertThat(note).doesNotExist();
        outbox.put(parcel("", 4));
        assertThat(download).isEmptyDirectory();
    }

    @Test
    void letsNobodyElseReadWhatItWrites() throws IOException {
        leave(new byte[] {1});

        outbox.put(parcel("", 4));

        assertThat(Files.getPosixFilePermissions(download.resolve("A.CSV")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void forgetsItsNoteWhenTheDeliveryStandsInTheLedger() throws IOException {
        outbox.put(parcel("", 4));
        leave(BYTES);
        outbox.settled("T");

        assertThat(drafts).isEmptyDirectory();
    }

    private void leave(byte[] bytes) throws IOException {
        Files.createDirectories(drafts);
        Files.write(drafts.resolve("T.draft"), bytes);
    }

    private static Parcel parcel(String folder, long size) {
        return new Parcel("T", folder, "A.CSV", size, SHA256, HostedOutboxTest::bytes);
    }

    private static InputStream bytes() {
        return new ByteArrayInputStream(BYTES);
    }
}
