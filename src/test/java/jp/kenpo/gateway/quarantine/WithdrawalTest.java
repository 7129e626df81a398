package jp.kenpo.gateway.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.kenpo.gateway.delivery.Delivery;
import jp.kenpo.gateway.delivery.HostedOutbox;
import jp.kenpo.gateway.gate.Conservation;
import jp.kenpo.gateway.ledger.Entry;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.StateConflictException;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.preparation.TrialWay;
import jp.kenpo.gateway.quarantine.WatchedOutbox.Meanwhile;
import jp.kenpo.gateway.quarantine.WatchedOutbox.Moment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A person rejects what is being delivered: never is rejected what the counterparty has, or may have. */
class WithdrawalTest {

    private static final String RESULTS = "taisho-audit.receipt-check-result";
    private static final String COPY = "core-system.receipt-check-result";
    private static final String ROW = "検索番号,理由コード,備考\r\n20260600000000000001,100043,\r\n";
    private static final Person SASAKI = new Person("sasaki", "誤った対象月");

    @TempDir
    private Path folder;

    private TrialWay way;
    private TransferId id;

    @BeforeEach
    void open() throws IOException {
        way = new TrialWay(folder, Map.of());
        id = way.announced(COPY, way.accepted(way.checked(RESULTS, ROW)));
        way.decide(id);
        way.minimised(id);
    }

    @AfterEach
    void close() {
        way.close();
    }

    @Test
    void endsWhatWaitsForItsNextAttempt() throws IOException {
        breaksOff(Moment.BEFORE_THE_FIRST_BYTE);

        assertThat(reject())
                .isEqualTo(new Handled(id, COPY, TransferState.DELIVERING, TransferState.REJECTED, null, null));

        assertThat(last().kind()).isEqualTo(EntryKind.REJECTED);
        assertThat(last().details())
                .containsEntry("by", "sasaki")
                .containsEntry("reason", "誤った対象月")
                .containsEntry("from", "delivering")
                .doesNotContainKey("mayBeThere");
        assertThat(gateway("1", Map.of()).deliver(id))
                .as("a ticket that is left")
                .isFalse();
        assertThat(there()).isEmpty();
        assertThat(way.installation().ledger().verify().fault()).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"ABOUT_TO_BE_NAMED", "NAMED"})
    void refusesWhatMayBeThere(Moment end) {
        breaksOff(end);

        assertThat(reject().obstacle()).isEqualTo(Obstacle.MAY_BE_THERE);

        assertThat(state()).isEqualTo(TransferState.DELIVERING);
    }

    @Test
    void refusesWhatMayBeThereSinceThePersonLooked() throws IOException {
        breaksOff(Moment.BEFORE_THE_FIRST_BYTE);
        Rejection slow = new Rejection(way.installation().ledger(), SASAKI);
        var work = slow.work(way.transfer(id), slow.prospect(way.transfer(id)));
        breaksOff(Moment.ABOUT_TO_BE_NAMED);

        assertThat(catchThrowable(() -> way.installation().ledger().write(work)))
                .isInstanceOf(StateConflictException.class);

        assertThat(state()).isEqualTo(TransferState.DELIVERING);
    }

    @Test
    void saysOfWhatIsHeldThatItMayBeThere() {
        breaksOff(Moment.NAMED);
        way.installation()
                .ledger()
                .write(write -> write.move(
                        id,
                        Set.of(TransferState.DELIVERING),
                        TransferState.HELD,
                        EntryKind.HELD,
                        Map.of("error", "x")));

        assertThat(reject().after()).isEqualTo(TransferState.REJECTED);

        assertThat(last().details()).containsEntry("mayBeThere", true);
    }

    @ParameterizedTest
    @EnumSource
    void winsAgainstADeliveryOrLosesButNeverBoth(Moment moment) throws IOException {
        Delivery delivery = gateway("1", Map.of(moment, this::reject));

        boolean delivered = delivery.deliver(id);

        boolean inTime = moment.compareTo(Moment.ABOUT_TO_BE_NAMED) < 0;
        assertThat(delivered).isEqualTo(!inTime);
        assertThat(state()).isEqualTo(inTime ? TransferState.REJECTED : TransferState.DELIVERED);
        assertThat(there()).hasSize(inTime ? 0 : 1);
        assertThat(folder.resolve("drafts-1")).isEmptyDirectory();
    }

    static Stream<Arguments> momentsOfTwo() {
        return Arrays.stream(Moment.values())
                .flatMap(first -> Arrays.stream(Moment.values()).map(second -> Arguments.of(first, second)));
    }

    /** A broker that fails over hands out a ticket to one gateway while another still works on it. */
    @ParameterizedTest
    @MethodSource("momentsOfTwo")
    void neverRejectsWhatOneOfTwoGatewaysGives(Moment ofTheFirst, Moment ofTheSecond) {
        Delivery second = gateway("2", Map.of(ofTheSecond, this::reject));
        Delivery first = gateway("1", Map.of(ofTheFirst, () -> catchThrowable(() -> second.deliver(id))));

        catchThrowable(() -> first.deliver(id));

        assertThat(there()).hasSize(state() == TransferState.REJECTED ? 0 : 1);
        assertThat(state()).isIn(TransferState.REJECTED, TransferState.DELIVERED);
    }

    @ParameterizedTest
    @MethodSource("momentsOfTwo")
    void neverRejectsWhatAGatewayGaveBeforeAnotherFailed(Moment ofTheFirst, Moment ofTheSecond) throws IOException {
        Delivery second = gateway("2", Map.of(ofTheSecond, WithdrawalTest::broken));
        Delivery first = gateway("1", Map.of(ofTheFirst, () -> {
            catchThrowable(() -> second.deliver(id));
            reject();
        }));

        catchThrowable(() -> first.deliver(id));

        if (state() == TransferState.REJECTED) {
            assertThat(there()).isEmpty();
        }
    }

    private static void broken() throws IOException {
        throw new IOException("the connection broke off");
    }

    private void breaksOff(Moment moment) {
        assertThatThrownBy(() ->
                        gateway("1", Map.of(moment, WithdrawalTest::broken)).deliver(id))
                .isInstanceOfAny(IOException.class, UncheckedIOException.class);
    }

    private Handled reject() {
        var ledger = way.installation().ledger();
        return new Handling(ledger, new Rejection(ledger, SASAKI)).carryOut(id);
    }

    private TransferState state() {
        return way.transfer(id).state();
    }

    private Entry last() {
        List<Entry> entries = way.installation().ledger().entriesOf(id);
        return entries.get(entries.size() - 1);
    }

    private List<Path> there() {
        List<Path> there = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder.resolve("there"))) {
            files.filter(Files::isRegularFile).forEach(there::add);
        } catch (IOException nothing) {
            return List.of();
        }
        return there;
    }

    private Delivery gateway(String name, Map<Moment, Meanwhile> meanwhile) {
        var installation = way.installation();
        var ledger = installation.ledger();
        return new Delivery(
                installation.counterparties().interchange(COPY).orElseThrow(),
                new WatchedOutbox(
                        new HostedOutbox(folder.resolve("there"), folder.resolve("drafts-" + name)), meanwhile),
                installation.payloads(),
                ledger,
                new Conservation(ledger, each -> "ticket." + each));
    }
}
