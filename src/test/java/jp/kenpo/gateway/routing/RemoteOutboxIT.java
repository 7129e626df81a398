package jp.kenpo.gateway.routing;

import static jp.kenpo.gateway.routing.CounterpartyServer.TEMPORARY;
import static jp.kenpo.gateway.routing.CounterpartyServer.UNMARKED;
import static jp.kenpo.gateway.routing.CounterpartyServer.breaksOff;
import static jp.kenpo.gateway.routing.RequestParcels.BYTES;
import static jp.kenpo.gateway.routing.RequestParcels.NAME;
import static jp.kenpo.gateway.routing.RequestParcels.OTHERS;
import static jp.kenpo.gateway.routing.RequestParcels.changedOnTheWay;
import static jp.kenpo.gateway.routing.RequestParcels.named;
import static jp.kenpo.gateway.routing.RequestParcels.parcel;
import static jp.kenpo.gateway.routing.RequestParcels.takenBack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import jp.kenpo.gateway.counterparty.Connection.Proof;
import jp.kenpo.gateway.delivery.NameTakenException;
import jp.kenpo.gateway.delivery.NotDeliveredException;
import jp.kenpo.gateway.ledger.StateConflictException;
import jp.kenpo.gateway.testing.OpenSshServer;
import jp.kenpo.gateway.testing.SluggishWay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Puts a file at a counterparty, whole and once, whatever breaks off. */
class RemoteOutboxIT {

    @TempDir
    Path temp;

    private CounterpartyServer server;
    private RemoteOutbox outbox;

    @BeforeEach
    void start() throws IOException {
        server = new CounterpartyServer(temp);
        outbox = server.outbox();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void putsAWholeFileThereOnce() throws IOException {
        outbox.put(parcel());
        outbox.put(parcel());

        server.holdsOnlyTheWholeFile();
    }

    @Test
    void reachesTheAccountOfEachCounterpartyOnOneServer() throws Exception {
        Path other = server.folderOfAnotherAccount();

        server.outboxOfAnotherAccount().put(parcel());

        assertThat(other.resolve(NAME)).hasBinaryContent(BYTES);
        assertThat(server.folder()).isEmptyDirectory();
    }

    @Test
    void doesNotGiveTwiceWhatTheCounterpartyFetchedBeforeACrash() throws IOException {
        outbox.put(parcel());
        Files.delete(server.file(NAME));

        outbox.put(parcel());

        assertThat(server.folder()).isEmptyDirectory();
    }

    @Test
    void beginsAnewAfterACrashWhileWriting() throws IOException {
        Files.write(server.file(TEMPORARY), new byte[] {1});

        outbox.put(parcel());

        server.holdsOnlyTheWholeFile();
    }

    @Test
    void goesOnAfterACrashBeforeTheRename() throws IOException {
        goesOnAfterACrashBeforeTheRename(TEMPORARY);
    }

    @Test
    void goesOnAfterACrashBeforeTheRenameOfAVersionWithoutMarks() throws IOException {
        goesOnAfterACrashBeforeTheRename(UNMARKED);
    }

    @Test
    void goesOnAfterACrashBeforeTheRenameAlthoughItsMarkWasLost() throws IOException {
        String lost = UNMARKED + "-ffffffff";
        server.begun().begin("T", "requests/" + lost);

        goesOnAfterACrashBeforeTheRename(lost);
    }

    private void goesOnAfterACrashBeforeTheRename(String temporary) throws IOException {
        server.crashBeforeTheRename(temporary);

        outbox.put(parcel());

        server.holdsOnlyTheWholeFile();
    }

    @Test
    void takesAFileThatItCouldNotWriteNeitherForGivenNorForFetched() throws IOException {
        server.crashBeforeTheRename(TEMPORARY);
        breaksOff(outbox);
        Files.deleteIfExists(server.file(TEMPORARY));

        outbox.put(parcel());

        server.holdsOnlyTheWholeFile();
    }

    @Test
    void saysThatAFileLiesInThePlaceOfTheFolder() throws IOException {
        Files.delete(server.folder());
        Files.write(server.folder(), OTHERS);

        assertThatThrownBy(() -> outbox.put(parcel()))
                .isInstanceOf(NotDeliveredException.class)
                .hasMessage(
                        "a file lies in the place of the folder requests at the counterparty: have it removed and the"
                                + " folder made");
    }

    @Test
    void readsBackWhatItWroteWhereThatIsAgreed() throws Exception {
        server.outbox(Proof.READ_BACK).put(parcel());

        server.holdsOnlyTheWholeFile();
    }

    @Test
    void doesNotGiveAFileItsNameWhoseBytesWereChangedOnTheWay() throws Exception {
        // what is written has the size that it should have
        assertThatThrownBy(() -> server.outbox(Proof.READ_BACK).put(changedOnTheWay()))
                .isInstanceOf(NotDeliveredException.class)
                .hasMessage("the file was read back from the counterparty with other bytes than it has");

        assertThat(server.file(NAME)).doesNotExist();
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void doesNotWaitForAServerThatTakesNoMoreBytes() throws Exception {
        byte[] large = new byte[24 * 1024 * 1024];
        try (SluggishWay way = new SluggishWay(server.port(), 1024 * 1024)) {
            RemoteOutbox sluggish = server.outboxThrough(way.port(), Duration.ofSeconds(2));

            assertThatThrownBy(() -> sluggish.put(named(NAME, large)))
                    .isInstanceOf(NotDeliveredException.class)
                    .hasMessage("the counterparty's SFTP server did not take the file");
        }
        assertThat(server.file(NAME)).doesNotExist();
    }

    /** It renames over a file that is there, and knows no extension that tells a hash. */
    @Test
    void givesToOpenSshOnceAndTakesNothingOfOthersForItsOwn() throws Exception {
        try (OpenSshServer openSsh = server.openSsh()) {
            RemoteOutbox outbox = server.outbox(openSsh);

            outbox.put(parcel());
            outbox.put(parcel());
            server.holdsOnlyTheWholeFile();

            Files.write(server.file(NAME), OTHERS);
            assertThatThrownBy(() -> outbox.put(parcel())).isInstanceOf(NameTakenException.class);
            assertThat(server.file(NAME)).hasBinaryContent(OTHERS);
        }
    }

    /** A person rejected it while its bytes were put. */
    @Test
    void doesNotGiveAFileItsNameThatIsNotToBeGivenAnyMore() throws IOException {
        assertThatThrownBy(() -> outbox.put(takenBack())).isInstanceOf(StateConflictException.class);

        assertThat(server.file(NAME)).doesNotExist();
        assertThat(server.given().has("T")).isFalse();
        outbox.tidy("T"::equals);
        assertThat(server.folder()).isEmptyDirectory();
    }

    @Test
    void forgetsWhatIsSettled() throws IOException {
        outbox.put(parcel());

        outbox.settled("T");

        assertThat(server.notes()).isEmptyDirectory();
    }
}
