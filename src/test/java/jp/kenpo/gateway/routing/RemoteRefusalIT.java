package jp.kenpo.gateway.routing;

import static jp.kenpo.gateway.routing.RequestParcels.NAME;
import static jp.kenpo.gateway.routing.RequestParcels.OTHERS;
import static jp.kenpo.gateway.routing.RequestParcels.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.kenpo.gateway.delivery.NotDeliveredException;
import jp.kenpo.gateway.delivery.Parcel;
import jp.kenpo.gateway.routing.RefusingServer.Step;
import jp.kenpo.gateway.testing.OpenSshServer;
import jp.kenpo.gateway.testing.SmallDisk;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Why a counterparty did not take a file is told as it is, or as unknown; the file goes there once it is taken. */
class RemoteRefusalIT {

    private static final String NO_ROOM = "the counterparty's disk has no room for the file: ask for space";
    private static final String NO_SHARE =
            "our share of the counterparty's disk (quota) has no room for the file: ask for space";
    private static final String READ_ONLY =
            "the counterparty's disk is read-only: ask the counterparty to make it writable";
    private static final String DENIED = "the counterparty's SFTP server did not take the file: it does not permit all"
            + " that this takes in the folder requests (to look, write, rename, and read where that is agreed); ask the"
            + " counterparty for it";
    private static final String UNEXPLAINED =
            "the counterparty's SFTP server did not take the file and does not say why:"
                    + " its disk may be full or read-only, our share of it used up, or a rule of the server against it; ask the"
                    + " counterparty";

    @TempDir
    Path temp;

    private CounterpartyServer server;

    @BeforeEach
    void start() throws IOException {
        server = new CounterpartyServer(temp);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /** A reason, as servers give it. */
    enum Reason {
        FULL(new SftpException(SftpConstants.SSH_FX_NO_SPACE_ON_FILESYSTEM, "full"), NO_ROOM),
        FULL_IN_WORDS(new IOException("No space left on device"), NO_ROOM),
        SHARE_USED_UP(new SftpException(SftpConstants.SSH_FX_QUOTA_EXCEEDED, "enough"), NO_SHARE),
        SHARE_USED_UP_IN_WORDS(new IOException("Disk quota exceeded"), NO_SHARE),
        DISK_READ_ONLY(new SftpException(SftpConstants.SSH_FX_WRITE_PROTECT, "no"), READ_ONLY),
        DISK_READ_ONLY_IN_WORDS(new IOException("Read-only file system"), READ_ONLY),
        NOT_PERMITTED(new AccessDeniedException("secret"), DENIED),
        NONE(new SftpException(SftpConstants.SSH_FX_FAILURE, "Failure"), UNEXPLAINED);

        private final IOException said;
        private final String told;

        Reason(IOException said, String told) {
            this.said = said;
            this.told = told;
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsTheReasonThatTheServerGives(Reason reason) throws Exception {
        try (RefusingServer refusing = server.refusing(Step.WRITE, reason.said)) {
            RemoteOutbox outbox = server.outboxThrough(refusing.port());

            assertRefused(outbox, sized(1), reason.told);
        }
    }

    /** Pieces of 32 kB are on their way together: one, two, three of them, and as many as there may be. */
    @ParameterizedTest
    @ValueSource(ints = {1, 40_000, 70_000, 4_000_000})
    void claimsNothingOfAFolderWhoseServerGivesNoReason(int size) throws Exception {
        Parcel parcel = sized(size);
        try (RefusingServer refusing = server.refusing(Step.WRITE, Reason.NONE.said)) {
            RemoteOutbox outbox = server.outboxThrough(refusing.port());

            assertRefused(outbox, parcel, UNEXPLAINED);

            refusing.give();
            outbox.put(parcel);
            assertThat(server.file(NAME)).hasSize(size);
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesNothingOfAFileThatCouldNotBeWritten(Step refused) throws Exception {
        try (RefusingServer refusing = server.refusing(refused, Reason.NONE.said)) {
            RemoteOutbox outbox = server.outboxThrough(refusing.port());

            assertThatThrownBy(() -> outbox.put(sized(40_000))).hasMessage(UNEXPLAINED);

            // what is whole stays: a counterparty whose server renames for nobody renames it itself
            assertThat(server.folder().toFile().list()).hasSize(refused == Step.RENAME ? 1 : 0);
        }
    }

    @Test
    void saysThatTheFolderIsMissing() throws Exception {
        Files.delete(server.folder());

        assertThatThrownBy(() -> server.outbox().put(sized(40_000)))
                .isInstanceOf(NotDeliveredException.class)
                .hasMessage("the folder requests is not to be found at the counterparty: have it made");
    }

    @Test
    void saysThatAFileLiesInThePlaceOfTheFolderOnOpenSsh() throws Exception {
        Files.delete(server.folder());
        Files.write(server.folder(), OTHERS);

        try (OpenSshServer openSsh = server.openSsh()) {
            assertThatThrownBy(() -> server.outbox(openSsh).put(sized(40_000)))
                    .isInstanceOf(NotDeliveredException.class)
                    .hasMessageStartingWith("a file lies in the place of the folder requests");
        }
    }

    /** It says "Failure" and nothing else, and is asked about its disk. */
    @ParameterizedTest
    @ValueSource(ints = {1, 40_000, 70_000, 4_000_000})
    void seesThatTheDiskBehindOpenSshIsFull(int size) throws Exception {
        Parcel parcel = sized(size);
        try (SmallDisk disk = SmallDisk.at(server.folder(), 8);
                OpenSshServer openSsh = server.openSsh()) {
            RemoteOutbox outbox = server.outbox(openSsh);
            disk.fill();

            assertThatThrownBy(() -> outbox.put(parcel))
                    .isInstanceOf(NotDeliveredException.class)
                    .hasMessage(NO_ROOM);
            assertThat(server.folder().toFile().list()).containsExactly("ballast");

            disk.free();
            outbox.put(parcel);
            assertThat(server.file(NAME)).hasSize(size);
        }
    }

    private void assertRefused(RemoteOutbox outbox, Parcel parcel, String told) {
        assertThatThrownBy(() -> outbox.put(parcel))
                .isInstanceOf(NotDeliveredException.class)
                .hasMessage(told);
        assertThat(server.folder()).isEmptyDirectory();
    }

    private static Parcel sized(int size) {
        return named(NAME, new byte[size]);
    }
}
