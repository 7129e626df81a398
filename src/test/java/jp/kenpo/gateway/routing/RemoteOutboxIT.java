package jp.kenpo.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.counterparty.Connection.Proof;
import jp.kenpo.gateway.counterparty.Connection.RemoteSftp;
import jp.kenpo.gateway.delivery.BegunNotes;
import jp.kenpo.gateway.delivery.GivenNotes;
import jp.kenpo.gateway.delivery.NameTakenException;
import jp.kenpo.gateway.delivery.NotDeliveredException;
import jp.kenpo.gateway.delivery.Parcel;
import jp.kenpo.gateway.delivery.TemporaryNames;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.sandbox.peer.KeyFiles;
import jp.kenpo.gateway.sandbox.peer.KnownHosts;
import jp.kenpo.gateway.sandbox.peer.SandboxPeers;
import jp.kenpo.gateway.testing.OpenSshServer;
import jp.kenpo.gateway.testing.Peers;
import jp.kenpo.gateway.testing.ReceiptFiles;
import jp.kenpo.gateway.testing.SluggishWay;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class RemoteOutboxIT {

    private static final byte[] BYTES = "what leaves".getBytes(StandardCharsets.UTF_8);
    private static final String NAME = "REQUEST_1.CSV";
    private static final String MARK = "0a1b2c3d";
    private static final String UNMARKED = ".part-" + NAME + ".T";
    private static final String TEMPORARY = UNMARKED + "-" + MARK;
    private static final String WHOSE = ": ask the counterparty whose it is and have it removed, ";
    private static final String RELEASE = WHOSE + "then release the transfer";
    private static final TransferId FIRST = new TransferId("01K6ZZZZZZZZZZZZZZZZZZZZZZ");
    private static final byte[] OTHERS = "WHAT LEAVES".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path temp;

    private final CamelContext camel = new DefaultCamelContext();
    private SandboxPeers peers;
    private Path remote;
    private GivenNotes notes;
    private Proof proof = Proof.SIZE;
    private KeyPair host;
    private int port;
    private GatewaySettings.Patience patience =
            new GatewaySettings.Patience(Duration.ofSeconds(10), Duration.ofSeconds(30));
    private RemoteOutbox outbox;

    @BeforeEach
    void start() throws Exception {
        host = KeyFiles.keyPair(temp.resolve("host"), "host");
        KeyPair key = KeyFiles.keyPair(temp.resolve("key"), "payer-fund");
        KeyPair otherKey = KeyFiles.keyPair(temp.resolve("other-key"), "network");
        peers = SandboxPeers.start(
                0, host, temp.resolve("homes"), Map.of("payer-fund", key.getPublic(), "network", otherKey.getPublic()));
        port = peers.port();
        new KnownHosts().add(port, host).writeTo(temp.resolve("known_hosts"));
        remote = Files.createDirectories(temp.resolve("homes/payer-fund/requests"));
        notes = new GivenNotes(temp.resolve("notes"));
        Files.writeString(Files.createDirectory(temp.resolve("marked")).resolve(".mark"), MARK);
        camel.start();
        outbox = outbox("payer-fund", "key");
    }

    private RemoteOutbox outbox(String user, String key) throws Exception {
        return outbox(user, key, notes, temp.resolve("notes"), temp.resolve("marked"));
    }

    private RemoteOutbox outbox(String user, String key, GivenNotes given, Path begun, Path marked) throws Exception {
        RemoteSftp server =
                new RemoteSftp("127.0.0.1", port, user, temp.resolve(key), temp.resolve("known_hosts"), null, proof);
        return new RemoteOutbox(
                new RemoteFiles((SftpEndpoint)
                        camel.getEndpoint(RemoteOptions.uri(server, ""), RemoteOptions.of(server, patience))),
                server.proofOrSize(),
                given,
                new BegunNotes(begun),
                new TemporaryNames(marked));
    }

    @AfterEach
    void stop() throws IOException {
        camel.stop();
        peers.close();
    }

    @Test
    void putsAWholeFileThereOnce() throws IOException {
        outbox.put(parcel(BYTES.length));
        outbox.put(parcel(BYTES.length));

        assertOnlyTheWholeFileIsThere();
    }

    @Test
    void reachesTheAccountOfEachCounterpartyOnOneServer() throws Exception {
        Path other = Files.createDirectories(temp.resolve("homes/network/requests"));

        outbox("network", "other-key").put(parcel(BYTES.length));

        assertThat(other.resolve(NAME)).hasBinaryContent(BYTES);
        assertThat(remote).isEmptyDirectory();
    }

    @Test
    void doesNotGiveTwiceWhatTheCounterpartyFetchedBeforeACrash() throws IOException {
        outbox.put(parcel(BYTES.length));
        Files.delete(remote.resolve(NAME));

        outbox.put(parcel(BYTES.length));

        assertThat(remote).isEmptyDirectory();
    }

    @Test
    void beginsAnewAfterACrashWhileWriting() throws IOException {
        Files.write(remote.resolve(TEMPORARY), new byte[] {1});

        outbox.put(parcel(BYTES.length));

        assertOnlyTheWholeFileIsThere();
    }

    @Test
    void goesOnAfterACrashBeforeTheRename() throws IOException {
        Files.write(remote.resolve(TEMPORARY), BYTES);
        notes.write("T");

        outbox.put(parcel(BYTES.length));

        assertOnlyTheWholeFileIsThere();
    }

    /** Its note without its file would say that it was given. */
    @Test
    void leavesAloneWhatAnotherGatewayOfTheLedgerBegan() throws Exception {
        Path elsewhere = temp.resolve("elsewhere");
        GivenNotes othersNotes = new GivenNotes(elsewhere);
        RemoteOutbox other = outbox("payer-fund", "key", othersNotes, elsewhere, elsewhere);
        assertThatThrownBy(() -> outbox.put(parcel(99))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> other.put(parcel(99))).isInstanceOf(IOException.class);
        othersNotes.write("T");

        outbox.tidy("T"::equals);
        assertThat(remote.resolve(TEMPORARY)).doesNotExist();
        other.put(parcel(BYTES.length));

        assertOnlyTheWholeFileIsThere();
    }

    @Test
    void goesOnAfterACrashBeforeTheRenameOfAVersionWithoutMarks() throws IOException {
        Files.write(remote.resolve(UNMARKED), BYTES);
        notes.write("T");

        outbox.put(parcel(BYTES.length));

        assertOnlyTheWholeFileIsThere();
    }

    @Test
    void removesWhatAVersionWithoutMarksBegan() throws IOException {
        new BegunNotes(temp.resolve("notes")).begin("T", "requests/" + UNMARKED);
        Files.write(remote.resolve(UNMARKED), OTHERS);

        outbox.put(parcel(BYTES.length));

        assertOnlyTheWholeFileIsThere();
        assertThat(new BegunNotes(temp.resolve("notes")).all(key -> true)).isEmpty();
    }

    @Test
    void goesOnAfterACrashBeforeTheRenameAlthoughItsMarkWasLost() throws IOException {
        String lost = UNMARKED + "-ffffffff";
        Files.write(remote.resolve(lost), BYTES);
        new BegunNotes(temp.resolve("notes")).begin("T", "requests/" + lost);
        notes.write("T");

        outbox.put(parcel(BYTES.length));

        assertOnlyTheWholeFileIsThere();
    }

    @Test
    void takesAFileThatItCouldNotWriteNeitherForGivenNorForFetched() throws IOException {
        Files.write(remote.resolve(TEMPORARY), BYTES);
        notes.write("T");
        assertThatThrownBy(() -> outbox.put(parcel(99))).isInstanceOf(IOException.class);
        Files.deleteIfExists(remote.resolve(TEMPORARY));

        outbox.put(parcel(BYTES.length));

        assertOnlyTheWholeFileIsThere();
    }

    @Test
    void leavesAnotherFileOfThatNameAlone() throws IOException {
        Files.writeString(remote.resolve(NAME), "theirs");

        assertThatThrownBy(() -> outbox.put(parcel(BYTES.length)))
                .isInstanceOf(NameTakenException.class)
                .hasMessage("another file has the name " + NAME + " at the counterparty, 6 bytes" + RELEASE);

        assertThat(remote.resolve(NAME)).hasContent("theirs");
    }

    /** An error report is no transfer: there is nothing to release, it is tried again by itself. */
    @Test
    void doesNotAdviseToReleaseAnErrorReport() throws IOException {
        Files.write(remote.resolve("ERROR_1.csv"), OTHERS);

        assertThatThrownBy(() -> outbox.put(new Parcel(
                        "ERROR_1.csv", "requests", "ERROR_1.csv", BYTES.length, sha256(BYTES), () -> in(BYTES))))
                .isInstanceOf(NameTakenException.class)
                .hasMessage("another file has the name ERROR_1.csv at the counterparty, of our size" + WHOSE
                        + "the gateway then puts its own there");
    }

    @Test
    void takesNoFileOfOtherBytesForItsOwnWhateverItsSize() throws IOException {
        Files.write(remote.resolve(NAME), OTHERS);
        // not even if it was about to give its own
        notes.write("T");

        assertThatThrownBy(() -> outbox.put(parcel(BYTES.length)))
                .isInstanceOf(NameTakenException.class)
                .hasMessage("another file has the name " + NAME + " at the counterparty, of our size" + RELEASE);

        assertThat(remote.resolve(NAME)).hasBinaryContent(OTHERS);
    }

    /** Two inquiries of one day that say the same leave as the same bytes under the same name. */
    @Test
    void takesTheFileOfAnotherTransferNotForItsOwnAndSendsItWhenThatOneIsGone() throws IOException {
        outbox.put(parcel(BYTES.length));
        outbox.settled("T");
        Parcel second = second();

        assertThatThrownBy(() -> outbox.put(second))
                .isInstanceOf(NotDeliveredException.class)
                .hasMessage("the file " + NAME + " of transfer " + FIRST
                        + " was not fetched yet: this transfer has a file of"
                        + " the same name, and sends it when that one is gone");
        assertOnlyTheWholeFileIsThere();
        Files.delete(remote.resolve(NAME));

        outbox.put(second);
        outbox.put(second);
        assertOnlyTheWholeFileIsThere();
    }

    @Test
    void knowsItsOwnFileAfterACrashAlthoughAnotherTransferHadTheNameBefore() throws IOException {
        outbox.put(second());

        outbox.put(second());

        assertOnlyTheWholeFileIsThere();
    }

    @Test
    void doesNotTakeForItsOwnThatAnotherTransferOfTheNameWasFetched() throws IOException {
        // ours had begun: noted, under its temporary name, then a crash; the other came and was fetched
        Files.write(remote.resolve(TEMPORARY), BYTES);
        notes.write("T");
        outbox.put(second());
        Files.delete(remote.resolve(NAME));

        outbox.put(parcel(BYTES.length));

        assertOnlyTheWholeFileIsThere();
    }

    @Test
    void saysThatAFolderHasTheName() throws IOException {
        Files.createDirectory(remote.resolve(NAME));

        assertThatThrownBy(() -> outbox.put(parcel(BYTES.length)))
                .isInstanceOf(NameTakenException.class)
                .hasMessage("another file has the name " + NAME + " at the counterparty, a folder" + RELEASE);
    }

    @Test
    void saysThatAFileLiesInThePlaceOfTheFolder() throws IOException {
        Files.delete(remote);
        Files.write(remote, OTHERS);

        assertThatThrownBy(() -> outbox.put(parcel(BYTES.length)))
                .isInstanceOf(NotDeliveredException.class)
                .hasMessage(
                        "a file lies in the place of the folder requests at the counterparty: have it removed and the"
                                + " folder made");
    }

    @Test
    void goesOnWhenTheOtherFileOfThatNameIsGone() throws IOException {
        Files.write(remote.resolve(NAME), OTHERS);
        assertThatThrownBy(() -> outbox.put(parcel(BYTES.length))).isInstanceOf(NameTakenException.class);
        Files.delete(remote.resolve(NAME));

        outbox.put(parcel(BYTES.length));

        assertOnlyTheWholeFileIsThere();
    }

    @Test
    void readsBackWhatItWroteWhereThatIsAgreed() throws Exception {
        proof = Proof.READ_BACK;

        outbox("payer-fund", "key").put(parcel(BYTES.length));

        assertOnlyTheWholeFileIsThere();
    }

    @Test
    void doesNotGiveAFileItsNameWhoseBytesWereChangedOnTheWay() throws Exception {
        proof = Proof.READ_BACK;
        RemoteOutbox outbox = outbox("payer-fund", "key");

        // what is written has the size that it should have
        assertThatThrownBy(() ->
                        outbox.put(new Parcel("T", "requests", NAME, OTHERS.length, sha256(BYTES), () -> in(OTHERS))))
                .isInstanceOf(NotDeliveredException.class)
                .hasMessage("the file was read back from the counterparty with other bytes than it has");

        assertThat(remote.resolve(NAME)).doesNotExist();
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void doesNotWaitForAServerThatTakesNoMoreBytes() throws Exception {
        byte[] large = new byte[24 * 1024 * 1024];
        try (SluggishWay way = new SluggishWay(peers.port(), 1024 * 1024)) {
            new KnownHosts().add(way.port(), host).writeTo(temp.resolve("known_hosts"));
            port = way.port();
            patience = new GatewaySettings.Patience(Duration.ofSeconds(10), Duration.ofSeconds(2));
            RemoteOutbox sluggish = outbox("payer-fund", "key");

            assertThatThrownBy(() -> sluggish.put(
                            new Parcel("T", "requests", NAME, large.length, sha256(large), () -> in(large))))
                    .isInstanceOf(NotDeliveredException.class)
                    .hasMessage("the counterparty's SFTP server did not take the file");
        }
        assertThat(remote.resolve(NAME)).doesNotExist();
    }

    /** It renames over a file that is there, and knows no extension that tells a hash. */
    @Test
    void givesToOpenSshOnceAndTakesNothingOfOthersForItsOwn() throws Exception {
        proof = Proof.READ_BACK;
        try (OpenSshServer server = OpenSshServer.start(
                Peers.sshd(), temp, temp.resolve("host"), temp.resolve("key.pub"), temp.resolve("homes/payer-fund"))) {
            port = server.port();
            new KnownHosts().add(port, host).writeTo(temp.resolve("known_hosts"));
            RemoteOutbox outbox = outbox(OpenSshServer.user(), "key");

            outbox.put(parcel(BYTES.length));
            outbox.put(parcel(BYTES.length));
            assertOnlyTheWholeFileIsThere();

            Files.write(remote.resolve(NAME), OTHERS);
            assertThatThrownBy(() -> outbox.put(parcel(BYTES.length))).isInstanceOf(NameTakenException.class);
            assertThat(remote.resolve(NAME)).hasBinaryContent(OTHERS);
        }
    }

    @Test
    void forgetsWhatIsSettled() throws IOException {
        outbox.put(parcel(BYTES.length));

        outbox.settled("T");

        assertThat(temp.resolve("notes")).isEmptyDirectory();
    }

    @Test
    void ofAFileThatAnotherGatewayGaveItsOwnBeginningIsStillRemoved() throws Exception {
        assertThatThrownBy(() -> outbox.put(parcel(99))).isInstanceOf(IOException.class);
        Path elsewhere = temp.resolve("elsewhere");
        outbox("payer-fund", "key", new GivenNotes(elsewhere), elsewhere, elsewhere)
                .put(parcel(BYTES.length));

        outbox.put(parcel(BYTES.length));
        outbox.settled("T");
        assertThat(remote.resolve(TEMPORARY)).exists();

        outbox.tidy("T"::equals);
        assertThat(remote.resolve(TEMPORARY)).doesNotExist();
        assertThat(remote.resolve(NAME)).hasBinaryContent(BYTES);
        assertThat(temp.resolve("notes")).isEmptyDirectory();
    }

    @Test
    void removesWhatABrokenDeliveryLeftAndNothingElse() throws IOException {
        Path others = Files.write(remote.resolve(".part-" + NAME + ".U"), OTHERS);
        assertThatThrownBy(() -> outbox.put(parcel(99))).isInstanceOf(IOException.class);

        outbox.tidy(key -> false);
        assertThat(remote.resolve(TEMPORARY)).exists();

        outbox.tidy("T"::equals);
        assertThat(remote.resolve(TEMPORARY)).doesNotExist();
        assertThat(others).hasBinaryContent(OTHERS);
        assertThat(temp.resolve("notes")).isEmptyDirectory();
    }

    /** The note without the temporary file would say that it was given. */
    @Test
    void sendsAFileAfterAllWhoseLeftoverWasRemovedBeforeTheRename() throws IOException {
        assertThatThrownBy(() -> outbox.put(parcel(99))).isInstanceOf(IOException.class);
        notes.write("T");
        outbox.tidy("T"::equals);

        outbox.put(parcel(BYTES.length));

        assertOnlyTheWholeFileIsThere();
    }

    @Test
    void doesNotGiveTwiceWhatWasGivenBeforeItTidiedUp() throws IOException {
        outbox.put(parcel(BYTES.length));
        // a crash after the rename
        new BegunNotes(temp.resolve("notes")).begin("T", "requests/" + TEMPORARY);
        Files.delete(remote.resolve(NAME));
        outbox.tidy("T"::equals);

        outbox.put(parcel(BYTES.length));

        assertThat(remote).isEmptyDirectory();
    }

    @Test
    void saysOnceThatALeftoverCannotBeRemovedAndTriesAgain() throws IOException {
        Logger logger = (Logger) LoggerFactory.getLogger(RemoteLeftovers.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        new BegunNotes(temp.resolve("notes")).begin("T", "requests/" + TEMPORARY);
        // a folder can't be removed as a file
        Files.createDirectory(remote.resolve(TEMPORARY));

        outbox.tidy("T"::equals);
        outbox.tidy("T"::equals);
        Files.delete(remote.resolve(TEMPORARY));
        outbox.tidy("T"::equals);

        logger.detachAppender(log);
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "requests/" + TEMPORARY + ", left at the counterparty by a delivery that broke off, can't be"
                                + " removed: have the counterparty remove it");
        assertThat(temp.resolve("notes")).isEmptyDirectory();
    }

    /** Nobody but the counterparty can remove a file that can't be removed: it is not to be asked for nothing. */
    @Test
    void doesNotTakeABrokenConnectionForALeftoverThatCannotBeRemoved() throws IOException {
        Logger logger = (Logger) LoggerFactory.getLogger(RemoteLeftovers.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        new BegunNotes(temp.resolve("notes")).begin("T", "requests/" + TEMPORARY);
        Files.write(remote.resolve(TEMPORARY), OTHERS);
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

        logger.detachAppender(log);
        assertThat(log.list).isEmpty();
        assertThat(remote.resolve(TEMPORARY)).hasBinaryContent(OTHERS);
        assertThat(new BegunNotes(temp.resolve("notes")).all("T"::equals)).containsKey("T");
    }

    private void breakOff() {
        try {
            peers.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void assertOnlyTheWholeFileIsThere() throws IOException {
        try (var files = Files.list(remote)) {
            assertThat(files).containsExactly(remote.resolve(NAME));
        }
        assertThat(remote.resolve(NAME)).hasBinaryContent(BYTES);
    }

    private static Parcel second() {
        return new Parcel(
                "U", null, "requests", NAME, BYTES.length, sha256(BYTES), () -> in(BYTES), () -> Optional.of(FIRST));
    }

    private static Parcel parcel(long size) {
        return new Parcel("T", null, "requests", NAME, size, sha256(BYTES), () -> in(BYTES), Optional::empty);
    }

    private static InputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static String sha256(byte[] bytes) {
        return ReceiptFiles.sha256(bytes);
    }
}
