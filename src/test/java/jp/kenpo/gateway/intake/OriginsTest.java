package jp.kenpo.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.counterparty.Interchange.Afterwards;
import jp.kenpo.gateway.counterparty.Interchange.Completeness;
import jp.kenpo.gateway.counterparty.Interchange.FileArrival;
import jp.kenpo.gateway.counterparty.Interchange.QueueChannel;
import jp.kenpo.gateway.counterparty.MyNumberUse;
import jp.kenpo.gateway.counterparty.Timing;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.operations.Installation;
import jp.kenpo.gateway.operations.TrialInstallation;
import jp.kenpo.gateway.purpose.Direction;
import jp.kenpo.gateway.purpose.FieldList;
import jp.kenpo.gateway.purpose.LegalCharacter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom a transfer is from or for, and what it answers. */
class OriginsTest {

    private static final String NOBODYS = "01JDZZZZZZZZZZZZZZZZZZZZZZ";

    @TempDir
    private Path temp;

    private Installation installation;
    private Intake intake;

    @BeforeEach
    void open() {
        installation = new TrialInstallation(temp.resolve("var")).running();
        intake = new Intake(installation.payloads(), installation.ledger());
    }

    @AfterEach
    void close() {
        installation.close();
    }

    @Test
    void theSameBytesOfTwoPartiesAreTwoTransfersAndOfOneADuplicate() {
        Transfer one = take(uploads(), file("a.csv", "employer-0001"), "bytes");
        Transfer other = take(uploads(), file("a.csv", "employer-0002"), "bytes");
        Transfer again = take(uploads(), file("b.csv", "employer-0002"), "bytes");

        assertThat(one).matches(transfer -> "employer-0001".equals(transfer.party()));
        assertThat(other.state()).isEqualTo(TransferState.RECEIVED);
        assertThat(other.id()).isNotEqualTo(one.id());
        assertThat(again.state()).isEqualTo(TransferState.DUPLICATE);
        assertThat(installation.ledger().entriesOf(other.id()).get(0).details())
                .containsEntry("party", "employer-0002");
    }

    @Test
    void anArrivalMetAgainIsKnownByItsPlaceAndItsParty() {
        Transfer first = take(uploads(), file("a.csv", "employer-0001"), "bytes");

        assertThat(take(uploads(), file("a.csv", "employer-0001"), "bytes")).isEqualTo(first);
    }

    @Test
    void thePathOfTheSocietysOwnFileSaysWhomItIsFor() {
        Interchange results = arrival("core-system.results", "{party}/*.csv");

        assertThat(take(results, file("employer-0001/a.csv", null), "bytes").party())
                .isEqualTo("employer-0001");
        assertThat(take(results, file("employer-0002/a.csv", null), "bytes").state())
                .isEqualTo(TransferState.RECEIVED);
        assertThat(take(results, file("a.csv", null), "bytes"))
                .matches(transfer -> transfer.party() == null)
                .matches(transfer -> transfer.state() == TransferState.QUARANTINED);
    }

    @Test
    void theSameBytesInTheRightPlaceReplaceThoseInTheWrongOne() {
        Interchange results = arrival("core-system.results", "in/*.csv");
        Transfer wrong = take(results, file("a.csv", null), "bytes");
        Transfer right = take(results, file("in/a.csv", null), "bytes");

        assertThat(wrong.state()).isEqualTo(TransferState.QUARANTINED);
        assertThat(right.state()).isEqualTo(TransferState.RECEIVED);
        assertThat(installation.ledger().find(wrong.id()).orElseThrow().state()).isEqualTo(TransferState.REJECTED);
    }

    @Test
    void anAnswerIsForThePartyThatAsked() {
        Transfer asked = take(uploads(), file("a.csv", "insurer-0001"), "inquiry");
        Interchange answers = arrival("core-system.answers", "{transfer}.csv");

        Transfer answer = take(answers, file(asked.id() + ".csv", null), "no such person");
        assertThat(answer.answers()).isEqualTo(asked.id());
        assertThat(answer.party()).isEqualTo("insurer-0001");
        assertThat(take(answers, file(NOBODYS + ".csv", null), "no such person"))
                .as("the same answer to another inquiry is no duplicate, and for nobody if nobody asked")
                .matches(transfer -> transfer.party() == null)
                .matches(transfer -> transfer.state() == TransferState.RECEIVED);
    }

    @Test
    void aMessageSaysItInItsProperties() {
        Transfer asked = take(uploads(), file("a.csv", "insurer-0001"), "inquiry");
        Interchange queue = interchange("core-system.letters", new QueueChannel("core-system.letters"));

        assertThat(take(queue, Place.message("employer-0001", null), "one").party())
                .isEqualTo("employer-0001");
        assertThat(take(queue, Place.message(null, asked.id().value()), "two").party())
                .isEqualTo("insurer-0001");
        assertThat(take(queue, Place.message("../x", "no id"), "three"))
                .matches(transfer -> transfer.party() == null && transfer.answers() == null);
    }

    @Test
    void aPartyDoesNotAnswerWhatAnotherWasAsked() {
        Transfer asked = take(uploads(), file("a.csv", "insurer-0001"), "inquiry");
        Interchange answers = arrival("insurers.answers", "{transfer}.csv");

        Transfer answer = take(answers, file(asked.id() + ".csv", "insurer-0002"), "I know");
        assertThat(answer.state()).isEqualTo(TransferState.QUARANTINED);
        assertThat(installation.ledger().find(answer.id()).orElseThrow().lastError())
                .isEqualTo("it answers transfer " + asked.id() + ", which is another party's");
        assertThat(take(answers, file(asked.id() + ".csv", "insurer-0001"), "I know")
                        .state())
                .isEqualTo(TransferState.RECEIVED);
    }

    private Transfer take(Interchange interchange, Place where, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Place place = where.path() == null
                ? where
                : new Place(where.path(), bytes.length, where.modified(), where.party(), where.answers());
        try {
            return intake.take(interchange, place, new ByteArrayInputStream(bytes));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Place file(String path, @Nullable String party) {
        return new Place(path, 0, 1, party, null);
    }

    private static Interchange uploads() {
        return arrival("employers.uploads", "*.csv");
    }

    private static Interchange arrival(String name, String pattern) {
        return interchange(name, new FileArrival("", pattern, Completeness.CLOSED, Afterwards.MOVE));
    }

    private static Interchange interchange(String name, Interchange.Channel channel) {
        return new Interchange(
                name,
                name.substring(0, name.indexOf('.')),
                Direction.IN,
                "filing",
                Set.of("1-1"),
                new FieldList(true, Set.of("filing"), Set.of()),
                LegalCharacter.STATUTORY,
                channel,
                1_000,
                MyNumberUse.REFUSE,
                Interchange.Conditions.NONE,
                Timing.ANY);
    }
}
