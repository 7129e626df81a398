package jp.kenpo.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import jp.kenpo.gateway.gate.Decision;
import jp.kenpo.gateway.gate.Decision.Reason;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.operations.InquirerVerification.Method;
import jp.kenpo.gateway.operations.InquirerVerification.Outcome;
import jp.kenpo.gateway.preparation.TrialWay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer leaves only to an inquiry whose sender somebody verified. */
class InquirerVerificationTest {

    private static final String LAYOUT = """
            id: trial-inquiry
            category: member-identity
            kind: csv
            certainty: sandbox
            source: test
            further-categories: [enrolment]
            encoding: windows-31j
            header: required
            columns:
              - {name: 番号, field: member-identity.insured-identifier, required: true, type: digits}
              - {name: 状態, field: enrolment.status, required: false, type: code}
            """;
    private static final String INSURER = """
            id: trial-insurer
            name: 他の保険者
            english: Other insurers
            kind: third party
            relation: third-party provision
            certainty: invented
            verification: required
            connection:
              hosted-sftp: {public-keys: [insurer.pub]}
            agreements:
              - {id: trial, title: 照会, from: 2025-04-01, until: 2027-03-31, purposes: [1-9, 1-10], my-number: false}
            interchanges:
              trial-inquiry:
                direction: in
                layout: trial-inquiry
                purposes: [1-9]
                fields: {only: [member-identity.insured-identifier, enrolment.status]}
                legal-character: third-party-provision
                file-arrival: {folder: inquiries, pattern: "*.csv", complete: closed, afterwards: move}
              trial-other-inquiry:
                direction: in
                layout: trial-inquiry
                purposes: [1-10]
                fields: {only: [member-identity.insured-identifier]}
                legal-character: third-party-provision
                file-arrival: {folder: others, pattern: "*.csv", complete: closed, afterwards: move}
              trial-answer:
                direction: out
                layout: trial-inquiry
                purposes: [1-9]
                fields: {only: [member-identity.insured-identifier, enrolment.status]}
                legal-character: third-party-provision
                answers: trial-insurer.trial-inquiry
                file-delivery: {folder: answers, file-name: "A_{transfer}.csv"}
            """;
    private static final String CORE = """
            id: trial-core
            name: 基幹
            english: Core
            own-system: true
            kind: own
            relation: own
            certainty: invented
            connection:
              queues: {home: {public-keys: [core.pub]}}
            agreements: []
            interchanges:
              answer:
                direction: in
                layout: trial-inquiry
                purposes: [1-9]
                fields: {all: [member-identity, enrolment]}
                legal-character: internal
                queue: {name: trial-core.answer}
            """;

    @TempDir
    private Path folder;

    private TrialWay way;
    private TransferId inquiry;

    @BeforeEach
    void takeAnInquiryIn() throws IOException {
        way = new TrialWay(
                folder,
                Map.of(
                        "layouts/trial-inquiry.yaml", LAYOUT,
                        "counterparties/trial-insurer.yaml", INSURER,
                        "counterparties/trial-core.yaml", CORE,
                        "purposes/1-enrolment.yaml", coveringTheInsurer()));
        inquiry = way.accepted(way.checked("trial-insurer.trial-inquiry", "番号,状態\r\n12,\r\n"));
    }

    @AfterEach
    void close() {
        way.close();
    }

    @Test
    void refusesAnAnswerUntilSomebodyVerifiedTheInquirerAndLetsItGoOnThen() throws IOException {
        TransferId answer = answer(inquiry);

        assertRefused(way.decide(answer), "nobody verified who sent the inquiry");
        assertThat(way.transfer(answer).state()).isEqualTo(TransferState.REFUSED);

        assertThat(verify(inquiry)).isEqualTo(new InquirerVerification.Result(Outcome.ENTERED, 1));
        assertThat(way.transfer(answer).state()).isEqualTo(TransferState.ANNOUNCED);
        assertThat(way.installation().ledger().outgoing(10))
                .extracting(Ledger.Outgoing::queue)
                .containsExactly("ticket.trial-insurer.trial-answer");
        assertThat(way.decide(answer)).isInstanceOf(Decision.Granted.class);
        assertThat(way.minimised(answer)).isEqualTo("番号,状態\r\n12,1\r\n");
        assertThat(way.entry(inquiry, EntryKind.INQUIRER_VERIFIED))
                .isEqualTo(Map.of("method", "callback", "by", "佐々木", "note", "代表番号へ折り返し"));
    }

    @Test
    void grantsAnAnswerToAnInquiryThatWasVerifiedBefore() throws IOException {
        verify(inquiry);

        assertThat(way.decide(answer(inquiry))).isInstanceOf(Decision.Granted.class);
    }

    @Test
    void refusesAnAnswerToNothing() throws IOException {
        verify(inquiry);

        assertRefused(way.decide(answer(null)), "the answer names no inquiry");
    }

    @Test
    void refusesAnAnswerToAnInquiryOfAnotherKind() throws IOException {
        TransferId other = way.accepted(way.checked("trial-insurer.trial-other-inquiry", "番号,状態\r\n13,\r\n"));

        assertRefused(way.decide(answer(other)), "the answer names no inquiry on trial-insurer.trial-inquiry");
        assertThat(verify(other).outcome()).isEqualTo(Outcome.NO_INQUIRY);
    }

    @Test
    void refusesAnAnswerToAnInquiryThatWasNotAccepted() throws IOException {
        TransferId waiting = way.checked("trial-insurer.trial-inquiry", "番号,状態\r\n14,\r\n");

        assertThat(verify(waiting).outcome()).isEqualTo(Outcome.NOT_ACCEPTED);
        assertRefused(way.decide(answer(waiting)), "was not accepted from the party");
    }

    @Test
    void doesNotLetAVerificationOfOneInquiryServeAnother() throws IOException {
        TransferId other = way.accepted(way.checked("trial-insurer.trial-inquiry", "番号,状態\r\n15,\r\n"));
        verify(other);

        assertRefused(way.decide(answer(inquiry)), "nobody verified");
    }

    private static String coveringTheInsurer() throws IOException {
        String notice = Files.readString(Path.of("config/purposes/1-enrolment.yaml"));
        return notice.replace("other-insurers", "other-insurers, trial-insurer");
    }

    private TransferId answer(@Nullable TransferId answers) throws IOException {
        String rows = "番号,状態\r\n12,1\r\n";
        TransferId handedIn = way.checked("trial-core.answer", rows);
        return way.announced("trial-insurer.trial-answer", handedIn, answers);
    }

    private InquirerVerification.Result verify(TransferId id) {
        return new InquirerVerification(way.installation()).enter(id, Method.CALLBACK, "佐々木", "代表番号へ折り返し");
    }

    private static void assertRefused(Decision decision, String explanation) {
        assertThat(decision).isInstanceOfSatisfying(Decision.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.NOT_VERIFIED);
            assertThat(refused.explanation()).contains(explanation);
        });
    }
}
