package jp.kenpo.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import jp.kenpo.gateway.disclosure.ProvisionCsv;
import jp.kenpo.gateway.disclosure.ProvisionNotReadableException;
import jp.kenpo.gateway.disclosure.Provisions;
import jp.kenpo.gateway.gate.Decision;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.preparation.TrialWay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The records of 29条 and 30条: each provision and receipt with its items, and no entrustment. */
class ProvisionRecordsTest {

    private static final String LAYOUT = """
            id: trial-copies
            category: member-identity
            kind: csv
            certainty: sandbox
            source: test
            further-categories: [enrolment]
            encoding: windows-31j
            header: required
            columns:
              - {name: 記号, field: member-identity.insured-identifier, required: true, type: digits}
              - {name: 番号, field: member-identity.insured-identifier, required: true, type: digits}
              - {name: 枝番, field: member-identity.insured-identifier, required: true, type: digits}
              - {name: 氏名, field: member-identity.name, required: true, type: text}
              - {name: 提供停止, field: enrolment.opt-out, required: false, type: code}
            members: {symbol: 記号, number: 番号, branch: 枝番}
            flags: {opt-out: {column: 提供停止, set: ["1"]}}
            """;
    private static final String INSURER = """
            id: trial-insurer
            name: 架空保険組合
            english: Trial insurer
            kind: third party
            relation: third-party provision
            certainty: invented
            address: 東京都千代田区架空1-1
            representative: 架空太郎
            connection:
              hosted-sftp: {public-keys: [insurer.pub]}
            agreements:
              - {id: trial, title: 照会, from: 2025-04-01, until: 2027-03-31, purposes: [1-10], my-number: false}
            interchanges:
              trial-inquiry:
                direction: out
                layout: trial-copies
                purposes: [1-10]
                fields: {only: [member-identity.name]}
                legal-character: third-party-provision
                opt-outs: left-out
                file-delivery: {folder: inquiries, file-name: "A_{transfer}.csv"}
              trial-answer:
                direction: in
                layout: trial-copies
                purposes: [1-10]
                fields: {only: [member-identity.insured-identifier, member-identity.name]}
                legal-character: third-party-provision
                provision-record: {basis: "本人の同意書", acquisition: "=相手方の給付記録"}
                file-arrival: {folder: answers, pattern: "*.csv", complete: closed, afterwards: move}
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
              inquiry:
                direction: in
                layout: trial-copies
                purposes: [1-10]
                fields: {all: [member-identity, enrolment]}
                legal-character: internal
                queue: {name: trial-core.inquiry}
              answer:
                direction: out
                layout: trial-copies
                purposes: [1-10]
                fields: {all: [member-identity]}
                legal-character: internal
                announced-file: {folder: answers, file-name: "A_{transfer}.csv", queue: trial-core.answer}
            """;
    private static final String NAMES = "記号,番号,枝番,氏名,提供停止\r\n";
    private static final YearMonth MONTH = YearMonth.of(2026, 10);

    @TempDir
    private Path folder;

    private TrialWay way;

    @BeforeEach
    void start() throws IOException {
        String notice = Files.readString(Path.of("config/purposes/1-enrolment.yaml"))
                .replace("other-insurers", "other-insurers, trial-insurer");
        way = new TrialWay(
                folder,
                Map.of(
                        "layouts/trial-copies.yaml", LAYOUT,
                        "counterparties/trial-insurer.yaml", INSURER,
                        "counterparties/trial-core.yaml", CORE,
                        "purposes/1-enrolment.yaml", notice));
    }

    @AfterEach
    void close() {
        way.close();
    }

    @Test
    void recordsAProvisionWithTheMembersWhoseRowsLeftThoughWhatLeftNamesNoKey() throws IOException {
        TransferId id = provided(NAMES + "11,123,00,山田太郎,\r\n11,124,01,佐藤花子,1\r\n12,9,02,鈴木一郎,0\r\n");

        assertThat(provisions().of(MONTH)).singleElement().satisfies(kept -> {
            assertThat(kept.on()).isEqualTo(LocalDate.of(2026, 10, 1));
            assertThat(kept.until()).isEqualTo(LocalDate.of(2029, 10, 1));
            assertThat(kept.record().incomplete()).isFalse();
        });
        assertThat(csv().lines().skip(1)).containsExactly(row(id, "06990014,11,123,00"), row(id, "06990014,12,9,02"));
    }

    private static String row(TransferId id, String member) {
        return id + ",第三者提供（29条）,2026-10-01,trial-insurer,架空保険組合,東京都千代田区架空1-1,架空太郎," + member
                + ",氏名,APPI 27(1) consent (implied) or 27(1)(i); verify,,"
                + "1-10 喪失後受診や重複給付が疑われるとき、他保険者等へ照会・確認する,trial-insurer.trial-inquiry,"
                + "required-unless-public-body,2029-10-01";
    }

    @Test
    void recordsAReceiptWithHowTheOtherSideGotTheData() throws IOException {
        TransferId id = way.checked("trial-insurer.trial-answer", NAMES + "11,123,00,山田太郎,\r\n");
        assertThat(way.decide(id)).isInstanceOf(Decision.Granted.class);
        way.noted(id);
        assertThat(provisions().of(MONTH)).isEmpty();
        way.accept(id);

        assertThat(csv()).contains(id + ",第三者からの受領（30条）,2026-10-01,", ",記号番号（枝番を含む）・氏名,本人の同意書,'=相手方の給付記録,");
    }

    @Test
    void recordsNothingInsideTheSociety() throws IOException {
        TransferId received = way.checked("trial-insurer.trial-answer", NAMES + "11,123,00,山田太郎,\r\n");
        TransferId handedOn = way.announced("trial-core.answer", received);
        assertThat(way.decide(handedOn)).isInstanceOf(Decision.Granted.class);
        way.noted(handedOn);

        assertThat(provisions().has(handedOn)).isFalse();
    }

    @Test
    void listsNothingThatDidNotMoveAndNothingOfAnotherMonth() throws IOException {
        TransferId id = announced(NAMES + "11,123,00,山田太郎,\r\n");
        way.decide(id);
        way.noted(id);
        way.minimised(id);
        assertThat(provisions().of(MONTH)).isEmpty();
        way.delivered(id);

        assertThat(provisions().of(MONTH)).hasSize(1);
        assertThat(provisions().of(MONTH.minusMonths(1))).isEmpty();
        assertThat(provisions().of(MONTH.plusMonths(1))).isEmpty();
    }

    @Test
    void keepsTheMembersSealedAndRefusesARecordThatWasChanged() throws IOException, SQLException {
        TransferId one = provided(NAMES + "11,777001,00,山田太郎,\r\n");
        TransferId other = provided(NAMES + "11,777002,00,山田太郎,\r\n");
        assertThat(Files.readString(database(), StandardCharsets.ISO_8859_1)).doesNotContain("777001");

        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                var statement = connection.prepareStatement(
                        "update provision set sealed = (select sealed from provision where transfer = ?)"
                                + " where transfer = ?")) {
            statement.setString(1, other.value());
            statement.setString(2, one.value());
            assertThat(statement.executeUpdate()).isOne();
        }
        assertThatThrownBy(() -> provisions().of(MONTH)).isInstanceOf(ProvisionNotReadableException.class);
    }

    private Path database() {
        return folder.resolve("var/ledger/ledger.db");
    }

    private TransferId provided(String table) throws IOException {
        TransferId id = announced(table);
        assertThat(way.decide(id)).isInstanceOf(Decision.Granted.class);
        way.noted(id);
        way.noted(id);
        way.minimised(id);
        way.delivered(id);
        return id;
    }

    private TransferId announced(String table) throws IOException {
        return way.announced("trial-insurer.trial-inquiry", way.checked("trial-core.inquiry", table));
    }

    private Provisions provisions() {
        return way.installation().provisions();
    }

    private String csv() throws IOException {
        var text = new StringWriter();
        ProvisionCsv.write(provisions().of(MONTH), text);
        return text.toString();
    }
}
