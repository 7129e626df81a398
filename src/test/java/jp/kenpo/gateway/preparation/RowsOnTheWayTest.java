package jp.kenpo.gateway.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jp.kenpo.gateway.gate.Decision;
import jp.kenpo.gateway.gate.Decision.Reason;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.TransferId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows under non-disclosure, opt-outs and dependants, from the core system to an outside party. */
class RowsOnTheWayTest {

    private static final String LAYOUT = """
            id: trial-list
            category: member-identity
            kind: csv
            certainty: sandbox
            source: test
            further-categories: [contact, enrolment]
            encoding: windows-31j
            header: required
            columns:
              - {name: 番号, field: member-identity.insured-identifier, required: true, type: digits}
              - {name: 氏名, field: member-identity.name, required: true, type: text}
              - {name: 住所, field: contact.address, required: true, type: text}
              - {name: 本人家族区分, field: enrolment.relationship, required: true, type: code}
              - {name: 不開示, field: enrolment.disclosure-flag, required: false, type: code}
              - {name: 提供停止, field: enrolment.opt-out, required: false, type: code}
            """;
    private static final String FLAGS = """
            flags:
              non-disclosure: {column: 不開示, set: ["1"]}
              opt-out: {column: 提供停止, set: ["1"]}
              person: {column: 本人家族区分, insured: ["1"], dependant: ["2"]}
            """;
    private static final String PARTY = """
            id: trial-mailer
            name: 発送会社
            english: Mailing company
            kind: invented
            relation: entrustment
            certainty: invented
            %s
            connection:
              hosted-sftp: {public-keys: [mailer.pub]}
            agreements:
              - {id: mailing, title: 発送, from: 2025-04-01, until: 2027-03-31, purposes: [1-12], my-number: false}
            interchanges:
              list:
                direction: out
                layout: trial-list
                purposes: [1-12]
                fields: {only: [member-identity.insured-identifier, member-identity.name, contact.address]}
                legal-character: entrustment
                mail-out: %s
                %s
                file-delivery: {folder: lists, file-name: "L_{transfer}.csv"}
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
              list:
                direction: in
                layout: trial-list
                purposes: [1-12]
                fields: {all: [member-identity, contact, enrolment]}
                legal-character: internal
                queue: {name: trial-core.list}
            """;
    private static final String NAMES = "番号,氏名,住所,本人家族区分,不開示,提供停止\r\n";
    private static final String OPEN = "1,山田太郎,東京都,1,,\r\n";
    private static final String HIDDEN = "2,佐藤花子,大阪府,1,1,\r\n";
    private static final String OBJECTING = "3,鈴木一郎,福岡県,1,0,1\r\n";
    private static final String DEPENDANT = "4,高橋二郎,札幌市,2,,\r\n";

    @TempDir
    private Path folder;

    @Test
    void holdsNonDisclosedRowsBackAndLeavesOptOutsOutAndCountsThem() throws IOException {
        try (var way = way("", "true", "opt-outs: left-out", LAYOUT + FLAGS)) {
            TransferId id = sent(way, NAMES + OPEN + HIDDEN + OBJECTING + DEPENDANT);

            assertThat(way.decide(id)).isInstanceOf(Decision.Granted.class);
            assertThat(way.minimised(id)).isEqualTo("番号,氏名,住所\r\n1,山田太郎,東京都\r\n4,高橋二郎,札幌市\r\n");
            assertThat(way.entry(id, EntryKind.GRANTED)).containsEntry("staying", List.of("non-disclosure", "opt-out"));
            assertThat(way.entry(id, EntryKind.MINIMISED))
                    .containsEntry("recordsIn", 4)
                    .containsEntry("records", 2)
                    .containsEntry("held", 1)
                    .containsEntry("leftOut", 1);
        }
    }

    @Test
    void letsEveryRowGoWhereNothingIsMailed() throws IOException {
        try (var way = way("", "false", "", LAYOUT)) {
            TransferId id = sent(way, NAMES + OPEN + HIDDEN);

            assertThat(way.decide(id)).isInstanceOf(Decision.Granted.class);
            assertThat(way.minimised(id)).isEqualTo("番号,氏名,住所\r\n1,山田太郎,東京都\r\n2,佐藤花子,大阪府\r\n");
        }
    }

    @Test
    void refusesWhenNothingIsLeft() throws IOException {
        try (var way = way("", "true", "", LAYOUT + FLAGS)) {
            assertRefused(way.decide(sent(way, NAMES + HIDDEN)), Reason.NOTHING_LEFT);
        }
    }

    @Test
    void refusesARowRuleThatTheLayoutCannotKeep() throws IOException {
        try (var way = way("", "true", "", LAYOUT)) {
            assertRefused(way.decide(sent(way, NAMES + OPEN)), Reason.NOT_DECIDABLE);
        }
    }

    @Test
    void refusesTheWholeFileWithADependantWhereOnlyInsuredPersonsMayGo() throws IOException {
        try (var way = way("insured-persons-only: true", "false", "", LAYOUT + FLAGS)) {
            assertRefused(way.decide(sent(way, NAMES + OPEN + DEPENDANT)), Reason.DEPENDANT);
            assertThat(way.decide(sent(way, NAMES + OPEN + HIDDEN))).isInstanceOf(Decision.Granted.class);
        }
    }

    @Test
    void refusesForInsuredPersonsWhatDoesNotSayWhoIsOne() throws IOException {
        try (var way = way("insured-persons-only: true", "false", "", LAYOUT)) {
            assertRefused(way.decide(sent(way, NAMES + OPEN)), Reason.NOT_DECIDABLE);
        }
    }

    private static TransferId sent(TrialWay way, String table) throws IOException {
        return way.announced("trial-mailer.list", way.checked("trial-core.list", table));
    }

    private TrialWay way(String party, String mailOut, String condition, String layout) throws IOException {
        return new TrialWay(
                Files.createTempDirectory(folder, "way"),
                Map.of(
                        "layouts/trial-list.yaml",
                        layout,
                        "counterparties/trial-core.yaml",
                        CORE,
                        "counterparties/trial-mailer.yaml",
                        PARTY.formatted(party, mailOut, condition),
                        "purposes/1-enrolment.yaml",
                        coveringTheMailer()));
    }

    private static String coveringTheMailer() throws IOException {
        String notice = Files.readString(Path.of("config/purposes/1-enrolment.yaml"));
        return notice.replace("counterparties: [daiwa]", "counterparties: [daiwa, trial-mailer]");
    }

    private static void assertRefused(Decision decision, Reason reason) {
        assertThat(decision).isInstanceOfSatisfying(Decision.Refused.class, refused -> assertThat(refused.reason())
                .isEqualTo(reason));
    }
}
