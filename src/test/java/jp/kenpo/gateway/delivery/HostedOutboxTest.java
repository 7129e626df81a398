package jp.kenpo.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostedOutboxTest {

    private static final byte[] BYTES = "1234".getBytes(StandardCharsets.UTF_8);

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
        Files.createDirectories(drafts);
        Files.write(drafts.resolve("T.draft"), BYTES);
        Files.createFile(drafts.resolve("T.given"));

        outbox.put(parcel("", 4));

        assertThat(download.resolve("A.CSV")).hasBinaryContent(BYTES);
    }

    @Test
    void beginsAnewAfterACrashWhileWriting() throws IOException {
        Files.createDirectories(drafts);
        Files.write(drafts.resolve("T.draft"), new byte[] {1});

        outbox.put(parcel("", 4));

        assertThat(download.resolve("A.CSV")).hasBinaryContent(BYTES);
    }

    @Test
    void givesNothingIfTheSizeIsNotTheAnnouncedOne() {
        assertThatThrownBy(() -> outbox.put(parcel("", 5)))
                .isInstanceOf(IOException.class)
                .hasMessage("wrote 4 bytes, expected 5");
        assertThat(download).isEmptyDirectory();
    }

    @Test
    void forgetsItsNoteWhenTheDeliveryStandsInTheLedger() throws IOException {
        outbox.put(parcel("", 4));
        outbox.settled("T");

        assertThat(drafts).isEmptyDirectory();
    }

    private static Parcel parcel(String folder, long size) {
        return new Parcel("T", folder, "A.CSV", size, "", () -> new ByteArrayInputStream(BYTES));
    }
}
