package jp.kenpo.gateway.routing;

import static jp.kenpo.gateway.routing.CounterpartyServer.TEMPORARY;
import static jp.kenpo.gateway.routing.RequestParcels.BYTES;
import static jp.kenpo.gateway.routing.RequestParcels.FIRST;
import static jp.kenpo.gateway.routing.RequestParcels.NAME;
import static jp.kenpo.gateway.routing.RequestParcels.OTHERS;
import static jp.kenpo.gateway.routing.RequestParcels.named;
import static jp.kenpo.gateway.routing.RequestParcels.parcel;
import static jp.kenpo.gateway.routing.RequestParcels.second;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.kenpo.gateway.delivery.NameTakenException;
import jp.kenpo.gateway.delivery.NotDeliveredException;
import jp.kenpo.gateway.delivery.Parcel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file meets that has its name at a counterparty already. */
class RemoteNamesIT {

    private static final String WHOSE = ": ask the counterparty whose it is and have it removed, ";
    private static final String RELEASE = WHOSE + "then release the transfer";

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
    void leavesAnotherFileOfThatNameAlone() throws IOException {
        Files.writeString(server.file(NAME), "theirs");

        assertThatThrownBy(() -> outbox.put(parcel()))
                .isInstanceOf(NameTakenException.class)
                .hasMessage("another file has the name " + NAME + " at the counterparty, 6 bytes" + RELEASE);

        assertThat(server.file(NAME)).hasContent("theirs");
    }

    /** An error report is no transfer: there is nothing to release, it is tried again by itself. */
    @Test
    void doesNotAdviseToReleaseAnErrorReport() throws IOException {
        Files.write(server.file("ERROR_1.csv"), OTHERS);

        assertThatThrownBy(() -> outbox.put(named("ERROR_1.csv", BYTES)))
                .isInstanceOf(NameTakenException.class)
                .hasMessage("another file has the name ERROR_1.csv at the counterparty, of our size" + WHOSE
                        + "the gateway then puts its own there");
    }

    @Test
    void takesNoFileOfOtherBytesForItsOwnWhateverItsSize() throws IOException {
        Files.write(server.file(NAME), OTHERS);
        // not even if it was about to give its own
        server.given().write("T");

        assertThatThrownBy(() -> outbox.put(parcel()))
                .isInstanceOf(NameTakenException.class)
                .hasMessage("another file has the name " + NAME + " at the counterparty, of our size" + RELEASE);

        assertThat(server.file(NAME)).hasBinaryContent(OTHERS);
    }

    /** Two inquiries of one day that say the same leave as the same bytes under the same name. */
    @Test
    void takesTheFileOfAnotherTransferNotForItsOwnAndSendsItWhenThatOneIsGone() throws IOException {
        outbox.put(parcel());
        outbox.settled("T");
        Parcel second = second();

        assertThatThrownBy(() -> outbox.put(second))
                .isInstanceOf(NotDeliveredException.class)
                .hasMessage("the file " + NAME + " of transfer " + FIRST
                        + " was not fetched yet: this transfer has a file of"
                        + " the same name, and sends it when that one is gone");
        server.holdsOnlyTheWholeFile();
        Files.delete(server.file(NAME));

        outbox.put(second);
        outbox.put(second);
        server.holdsOnlyTheWholeFile();
    }

    @Test
    void knowsItsOwnFileAfterACrashAlthoughAnotherTransferHadTheNameBefore() throws IOException {
        outbox.put(second());

        outbox.put(second());

        server.holdsOnlyTheWholeFile();
    }

    @Test
    void doesNotTakeForItsOwnThatAnotherTransferOfTheNameWasFetched() throws IOException {
        // ours had begun: noted, under its temporary name, then a crash; the other came and was fetched
        server.crashBeforeTheRename(TEMPORARY);
        outbox.put(second());
        Files.delete(server.file(NAME));

        outbox.put(parcel());

        server.holdsOnlyTheWholeFile();
    }

    @Test
    void saysThatAFolderHasTheName() throws IOException {
        Files.createDirectory(server.file(NAME));

        assertThatThrownBy(() -> outbox.put(parcel()))
                .isInstanceOf(NameTakenException.class)
                .hasMessage("another file has the name " + NAME + " at the counterparty, a folder" + RELEASE);
    }

    @Test
    void goesOnWhenTheOtherFileOfThatNameIsGone() throws IOException {
        Files.write(server.file(NAME), OTHERS);
        assertThatThrownBy(() -> outbox.put(parcel())).isInstanceOf(NameTakenException.class);
        Files.delete(server.file(NAME));

        outbox.put(parcel());

        server.holdsOnlyTheWholeFile();
    }
}
