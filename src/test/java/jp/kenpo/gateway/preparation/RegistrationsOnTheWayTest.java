package jp.kenpo.gateway.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.content.event.Events;
import jp.kenpo.gateway.ledger.Entry;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.LedgerWrite.NewTransfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.operations.Installation;
import jp.kenpo.gateway.operations.TrialInstallation;
import jp.kenpo.gateway.payload.Ticket;
import jp.kenpo.gateway.purpose.Direction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registrations that were sent, and what the intermediate server says became of each of them. */
class RegistrationsOnTheWayTest {

    private static final String SERVER = "online-qualification";
    private static final String RESULT = "異動番号,版,保険者番号,記号,番号,枝番,結果,結果コード,突合結果\r\n";

    @TempDir
    Path temp;

    private Installation installation = new TrialInstallation(Path.of("unused")).besideRunning();

    @BeforeEach
    void start() {
        installation = new TrialInstallation(temp, Path.of("config")).running();
    }

    @AfterEach
    void close() {
        installation.close();
    }

    @Test
    void areOpenUntilAResultNamesThem() throws IOException {
        TransferId sent = sent("1", "2", "3");

        assertThat(outcomes(sent)).isEqualTo(Map.of("open", 3L));
        received(result("E1", "1", "0,,") + result("E2", "2", "2,,3") + result("E3", "3", "8,,"));
        assertThat(outcomes(sent)).isEqualTo(Map.of("accepted", 1L, "acceptedWithDoubt", 1L, "open", 1L));
        received(result("E3", "3", "1,KS-0042,"));
        assertThat(outcomes(sent)).isEqualTo(Map.of("accepted", 1L, "acceptedWithDoubt", 1L, "rejected", 1L));
    }

    @Test
    void keepTheOutcomeThatWasToldLast() throws IOException {
        TransferId sent = sent("1");

        received(result("E1", "1", "1,KS-0042,"));
        received(result("E1", "1", "0,,"));
        received(result("E1", "1", "8,,"));

        assertThat(outcomes(sent)).as("nothing came back is no outcome").isEqualTo(Map.of("accepted", 1L));
    }

    @Test
    void areNotAnsweredByResultsOfOtherMembersOrEvents() throws IOException {
        TransferId sent = sent("1");

        TransferId result = received(result("E1", "2", "0,,") + result("E2", "1", "0,,"));

        assertThat(outcomes(sent)).isEqualTo(Map.of("open", 1L));
        Entry checked =
                installation.ledger().sealed(result, Set.of(EntryKind.CHECKED)).orElseThrow();
        assertThat(checked.details()).containsEntry("answersToNothingSent", 2);
    }

    private Map<String, Long> outcomes(TransferId transfer) {
        return installation.ledger().outcomes(transfer);
    }

    /** Sends the loss of qualifications E1, E2 … of members by the last digit of their number. */
    private TransferId sent(String... members) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (String member : members) {
            Map<String, String> data = new LinkedHashMap<>(Map.of("異動番号", "E" + member, "版", "1", "本人家族区分", "1"));
            data.putAll(Map.of("保険者番号", "06990014", "番号", "123456" + member, "枝番", "00"));
            data.putAll(Map.of("資格喪失日", "20260401", "喪失事由", "03", "受付日", "20260401"));
            parts.put("P" + member, Events.message("jp.kenpo.member.lost", data));
        }
        var file = new ByteArrayOutputStream();
        var batch = String.join("\n", parts.keySet()).getBytes(StandardCharsets.UTF_8);
        assertThat(installation
                        .layouts()
                        .composition("qualification-registration")
                        .orElseThrow()
                        .compose(new ByteArrayInputStream(batch), id -> new ByteArrayInputStream(parts.get(id)), file))
                .isEmpty();
        return checked(".registration", Direction.OUT, file.toByteArray(), "qualification-registration");
    }

    private TransferId received(String rows) throws IOException {
        return checked(
                ".registration-result",
                Direction.IN,
                (RESULT + rows).getBytes(StandardCharsets.UTF_8),
                "qualification-result");
    }

    private static String result(String event, String member, String outcome) {
        return event + ",1,06990014,,123456" + member + ",00," + outcome + "\r\n";
    }

    private TransferId checked(String interchange, Direction direction, byte[] file, String layout) throws IOException {
        Ticket ticket = installation.payloads().keep(new ByteArrayInputStream(file), 10_000_000);
        TransferId id = installation.ledger().write(write -> {
            boolean out = direction == Direction.OUT;
            TransferState state = out ? TransferState.ANNOUNCED : TransferState.RECEIVED;
            TransferId recorded = write.record(new NewTransfer(
                            SERVER + interchange, direction, SERVER, Set.of("8-1"), state, null, null, null, ticket))
                    .id();
            Map<String, String> bytes = Map.of("sha256", ticket.sha256());
            if (out) {
                write.move(recorded, Set.of(state), TransferState.COMPOSED, EntryKind.COMPOSED, bytes);
            } else {
                write.enter(recorded, EntryKind.RECEIVED, bytes);
            }
            return recorded;
        });
        assertThat(new ContentCheck(
                                installation.layouts(),
                                installation.counterparties(),
                                installation.payloads(),
                                installation.ledger())
                        .check(id, layout))
                .as(String.join("", installation.ledger().findingsOf(id)))
                .isTrue();
        return id;
    }
}
