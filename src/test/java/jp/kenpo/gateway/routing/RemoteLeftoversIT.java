package jp.kenpo.gateway.routing;

import static jp.kenpo.gateway.routing.CounterpartyServer.TEMPORARY;
import static jp.kenpo.gateway.routing.CounterpartyServer.UNMARKED;
import static jp.kenpo.gateway.routing.CounterpartyServer.breaksOff;
import static jp.kenpo.gateway.routing.RequestParcels.BYTES;
import static jp.kenpo.gateway.routing.RequestParcels.NAME;
import static jp.kenpo.gateway.routing.RequestParcels.OTHERS;
import static jp.kenpo.gateway.routing.RequestParcels.parcel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import jp.kenpo.gateway.delivery.NotDeliveredException;
import jp.kenpo.gateway.testing.LogLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Removes what a delivery that broke off left at a counterparty, and nothing else. */
class RemoteLeftoversIT {

    private final LogLines log = LogLines.of(RemoteLeftovers.class);

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
        log.close();
        server.close();
    }

    @Test
    void removesWhatABrokenDeliveryLeftAndNothingElse() throws IOException {
        Path others = Files.write(server.file(".part-" + NAME + ".U"), OTHERS);
        breaksOff(outbox);

        outbox.tidy(key -> false);
        assertThat(server.file(TEMPORARY)).exists();

        outbox.tidy("T"::equals);
        assertThat(server.file(TEMPORARY)).doesNotExist();
        assertThat(others).hasBinaryContent(OTHERS);
        assertThat(server.notes()).isEmptyDirectory();
    }

    @Test
    void removesWhatAVersionWithoutMarksBegan() throws IOException {
        server.begun().begin("T", "requests/" + UNMARKED);
        Files.write(server.file(UNMARKED), OTHERS);

        outbox.put(parcel());

        server.holdsOnlyTheWholeFile();
        assertThat(server.begun().all(key -> true)).isEmpty();
    }

    /** Its note without its file would say that it was given. */
    @Test
    void leavesAloneWhatAnotherGatewayOfTheLedgerBegan() throws Exception {
        RemoteOutbox other = server.outboxOfAnotherGateway();
        breaksOff(outbox);
        breaksOff(other);
        server.givenByAnotherGateway().write("T");

        outbox.tidy("T"::equals);
        assertThat(server.file(TEMPORARY)).doesNotExist();
        other.put(parcel());

        server.holdsOnlyTheWholeFile();
    }

    @Test
    void ofAFileThatAnotherGatewayGaveItsOwnBeginningIsStillRemoved() throws Exception {
        breaksOff(outbox);
        server.outboxOfAnotherGateway().put(parcel());

        outbox.put(parcel());
        outbox.settled("T");
        assertThat(server.file(TEMPORARY)).exists();

        outbox.tidy("T"::equals);
        assertThat(server.file(TEMPORARY)).doesNotExist();
        assertThat(server.file(NAME)).hasBinaryContent(BYTES);
        assertThat(server.notes()).isEmptyDirectory();
    }

    /** The note without the temporary file would say that it was given. */
    @Test
    void sendsAFileAfterAllWhoseLeftoverWasRemovedBeforeTheRename() throws IOException {
        breaksOff(outbox);
        server.given().write("T");
        outbox.tidy("T"::equals);

        outbox.put(parcel());

        server.holdsOnlyTheWholeFile();
    }

    @Test
    void doesNotGiveTwiceWhatWasGivenBeforeItTidiedUp() throws IOException {
        outbox.put(parcel());
        // a crash after the rename
        server.begun().begin("T", "requests/" + TEMPORARY);
        Files.delete(server.file(NAME));
        outbox.tidy("T"::equals);

        outbox.put(parcel());

        assertThat(server.folder()).isEmptyDirectory();
    }

    @Test
    void saysOnceThatALeftoverCannotBeRemovedAndTriesAgain() throws IOException {
        server.begun().begin("T", "requests/" + TEMPORARY);
        // a folder can't be removed as a file
        Files.createDirectory(server.file(TEMPORARY));

        outbox.tidy("T"::equals);
        outbox.tidy("T"::equals);
        Files.delete(server.file(TEMPORARY));
        outbox.tidy("T"::equals);

        assertThat(log.lines())
                .containsExactly("requests/" + TEMPORARY + ", left at payer-fund by a delivery that broke off, can't be"
                        + " removed: have the counterparty remove it");
        assertThat(server.notes()).isEmptyDirectory();
    }

    /** Nobody but the counterparty can remove a file that can't be removed: it is not to be asked for nothing. */
    @Test
    void doesNotTakeABrokenConnectionForALeftoverThatCannotBeRemoved() throws IOException {
        server.begun().begin("T", "requests/" + TEMPORARY);
        Files.write(server.file(TEMPORARY), OTHERS);
        AtomicInteger questions = new AtomicInteger();

        assertThatThrownBy(() -> outbox.tidy(key -> {
                    // it is asked again once there is a connection
                    if (questions.incrementAndGet() == 2) {
                        breakOff();
                    }
                    return true;
                }))
                .isInstanceOf(NotDeliveredException.class)
                .hasMessage("the counterparty's SFTP server did not let us tidy up");

        assertThat(log.lines()).isEmpty();
        assertThat(server.file(TEMPORARY)).hasBinaryContent(OTHERS);
        assertThat(server.begun().all("T"::equals)).containsKey("T");
    }

    private void breakOff() {
        try {
            server.breakOff();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
