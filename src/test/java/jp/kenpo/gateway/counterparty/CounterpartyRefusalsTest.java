package jp.kenpo.gateway.counterparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What no configuration of counterparties may say, and how it is told. */
class CounterpartyRefusalsTest extends CounterpartyRegisterCases {

    @Test
    void refusesUnknownPurposesCategoriesAndFieldsAllAtOnce() throws IOException {
        change(
                TAISHO,
                "purposes: [3-1]\n    fields: {all: [receipt]}",
                "purposes: [3-1, 3-99]\n    fields: {all: [recipe], only: [receipt.name]}");

        assertThatThrownBy(this::load)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        at(
                                "purposes: [3-1]\n    fields: {all: [receipt]}",
                                "unknown purpose \"3-99\". Write the id of an item in config/purposes/"),
                        at(
                                "fields: {all: [receipt]}",
                                "unknown category \"recipe\". Write one of config/categories.yaml"),
                        at(
                                "fields: {all: [receipt]}",
                                "unknown field \"receipt.name\". Write category.field as in config/categories.yaml")));
    }

    @Test
    void refusesToPermitMyNumbersThatNoPurposeAndAgreementAllow() throws IOException {
        change(
                TAISHO,
                "    legal-character: entrustment\n    file-delivery",
                "    legal-character: entrustment\n    my-number: permitted\n    file-delivery");

        assertThatThrownBy(this::load)
                .hasMessageContaining(
                        "my-number: permitted, but no purpose of the interchange allows My Numbers under an"
                                + " agreement that delegates them. Write refuse or mask");
    }

    @Test
    void refusesTimesThatCanNotBeKept() throws IOException {
        change(TAISHO, "    direction: out\n", "    direction: out\n    due: {daily: \"18:00\"}\n");
        change(TAISHO, "    direction: in\n", "    direction: in\n    batch: {cut-off: \"17:00\"}\n");
        assertThatThrownBy(this::load)
                .hasMessageContaining("due on an outbound interchange. Remove it: what we send is not waited for")
                .hasMessageContaining("batch on an inbound interchange. Write it at the outbound interchange");

        change(TAISHO, "    due: {daily: \"18:00\"}\n", "    batch: {cut-off: \"25:00\"}\n");
        change(TAISHO, "    batch: {cut-off: \"17:00\"}\n", "");
        change(TAISHO, ANSWER_DUE, "due: {daily: \"18:00\", business-days: 3}");
        assertThatThrownBy(this::load)
                .hasMessageContaining("\"25:00\" is not a day, month or time. Write a time as \"17:00\"")
                .hasMessageContaining("after and business-days, from 1, go together");
    }

    @Test
    void refusesAnswersToWhatIsNotSent() throws IOException {
        change(TAISHO, ANSWER_DUE, "due: {after: payer-fund.receipts, business-days: 3}");

        assertThatThrownBy(this::load)
                .hasMessageContaining(
                        "\"payer-fund.receipts\" is no outbound interchange to answer. Write the full name"
                                + " of the interchange that the request leaves on");
    }

    @Test
    void refusesAcknowledgementsThatCouldNeverBeMatched() throws IOException {
        String agreed =
                "    acknowledges: {interchange: online-qualification.registration, by: records, business-days: 3}";
        assertAcknowledges(
                agreed, agreed.replace("registration", "registratoin"), "no outbound interchange of the same");
        assertAcknowledges(
                agreed, agreed.replace("registration", "jlis-comparison"), "no outbound interchange of the same");
        assertAcknowledges(
                agreed,
                agreed.replace("online-qualification.registration", "daiwa.card-issue"),
                "no outbound interchange of the same");
        assertAcknowledges(agreed, agreed.replace("records", "file-name"), "by: file-name and file-name");
        assertAcknowledges(
                agreed,
                agreed.replace("by: records", "by: file-name, file-name: KEKKA.csv"),
                "with {name} in it, once");
        assertAcknowledges(agreed, agreed.replace("records", "transfer"), "by {transfer} in its pattern");
        assertAcknowledges(agreed, agreed.replace("business-days: 3", "business-days: 0"), "business-days begin at 1");
        assertAcknowledges(
                agreed,
                agreed + "\n    due: {after: online-qualification.registration, business-days: 3}",
                "it would be late twice");
        assertAcknowledges(
                "    batch: {cut-off: \"17:00\"}",
                "    batch: {cut-off: \"17:00\"}\n" + agreed,
                "acknowledges on an outbound interchange");
    }

    private void assertAcknowledges(String agreed, String wrong, String said) throws IOException {
        change("online-qualification.yaml", agreed, wrong);
        assertThatThrownBy(this::load)
                .hasMessageContaining("online-qualification.yaml:")
                .hasMessageContaining(said);
        change("online-qualification.yaml", wrong, agreed);
    }

    @Test
    void refusesAMisspeltKey() throws IOException {
        change(
                TAISHO,
                "    legal-character: entrustment\n    file-delivery",
                "    legal: entrustment\n    file-delivery");

        assertThatThrownBy(this::load)
                .hasMessageContaining("unknown key \"legal\". Known keys here: direction, layout, purposes, fields,"
                        + " legal-character")
                .hasMessageContaining("key \"legal-character\" is missing");
    }

    @Test
    void refusesTwoChannelsAndNone() throws IOException {
        change(TAISHO, "    file-delivery:", "    queue: {name: a}\n    file-delivery:");

        assertThatThrownBy(this::load)
                .hasMessageContaining("2 where one is expected as channel: file-arrival, file-delivery, queue or"
                        + " announced-file. Correct the values of this block");
    }

    @Test
    void refusesAChannelThatDoesNotFitTheDirectionOrTheConnection() throws IOException {
        change(TAISHO, "direction: out", "direction: in");
        change("core-system.yaml", "connection:\n  queues:\n    home:", "connection:\n  hosted-sftp:");
        change("core-system.yaml", "      public-keys", "    public-keys");

        assertThatThrownBy(this::load)
                .hasMessageContaining("file-delivery on an inbound interchange. Write file-arrival")
                .hasMessageContaining("the connection does not carry this channel. Write connection: queues");
    }

    @Test
    void refusesErrorReportsThatHaveNoPlace() throws IOException {
        change(TAISHO, "  folder: errors", "  folder: ../payer-fund");
        change("physicians.yaml", "agreements:", "error-reports: {folder: ''}\nagreements:");

        assertThatThrownBy(this::load)
                .hasMessageContaining(
                        "folder \"../payer-fund\" is not a plain relative path. Write a folder, for example errors")
                .hasMessageContaining("the folder has no name. Write a folder, for example errors")
                .hasMessageContaining("nowhere to put error reports. Remove error-reports, or write a connection");
    }

    @Test
    void refusesAnAgreementThatEndsBeforeItBegins() throws IOException {
        change(TAISHO, "until: 2031-03-31", "until: 2019-03-31");

        assertThatThrownBy(this::load)
                .hasMessageContaining(at(
                        "- id: taisho-audit-receipt-check",
                        "the agreement ends before it begins. Correct the values of this block"));
    }

    @Test
    void refusesAFileThatIsNotNamedLikeItsCounterparty() throws IOException {
        change(TAISHO, "id: taisho-audit\n", "id: taisho\n");

        assertThatThrownBy(this::load)
                .hasMessage(at(
                        "id: taisho-audit\n",
                        "id \"taisho\" is not the name of the file in kebab-case. Name the file <id>.yaml"));
    }

    @Test
    void refusesPathsThatLeadOutOfTheFolderAndNamesThatCollide() throws IOException {
        change(
                TAISHO,
                "folder: \"\"\n      file-name: \"RECEIPT_{date}_{sha256:12}.CSV\"",
                "folder: ../secret\n      file-name: \"RECEIPT_{date}.CSV\"");
        change(TAISHO, "KEKKA_*.csv", "/etc/{name}");

        assertThatThrownBy(this::load)
                .hasMessageContaining("folder \"../secret\" is not a plain relative path. Correct it")
                .hasMessageContaining(
                        "file name \"RECEIPT_{date}.CSV\" is the same for different transfers. Correct it")
                .hasMessageContaining("pattern \"/etc/{name}\" is not a relative path of plain names, {month},"
                        + " {insurer-number},"
                        + " {party}, {transfer} and *. Correct it");
    }

    @Test
    void refusesClosedOnAServerThatIsNotOurs() throws IOException {
        change("payer-fund.yaml", "complete: settled", "complete: closed");

        assertThatThrownBy(this::load)
                .hasMessageContaining(
                        "only the gateway's own server sees that a file is closed. Write settled, renamed or marker");
    }

    @Test
    void refusesTwoInterchangesOnOneQueue() throws IOException {
        change("core-system.yaml", "queue: core-system.receipt-check-result", "queue: core-system.receipts");

        assertThatThrownBy(this::load)
                .hasMessageContaining("queue \"core-system.receipts\" is already that of core-system.receipts."
                        + " Give each interchange its own");
    }

    /** At the start Camel would end with a stack trace about two consumers of one endpoint. */
    @Test
    void refusesTwoCounterpartiesInOneFolderOfOneAccount() throws IOException {
        change("kenporen.yaml", "gateway.kenporen.user:kenporen", "gateway.kenporen.user:zenzoshin");

        assertThatThrownBy(this::load)
                .hasMessageContaining("zenzoshin.checkup-results and kenporen.checkup-results share the folder"
                        + " \"checkup-results\" of zenzoshin on 127.0.0.1:2223, where nobody could tell which of the two a"
                        + " file belongs to. Give each its own folder, or each counterparty an account (user) of its own on"
                        + " that server")
                .hasMessageContaining(
                        "share the names TAISHO_{date}_{sha256:12}.csv in the folder \"checkup-targets\"");
    }

    @Test
    void refusesTwoInterchangesThatDeliverUnderOneName() throws IOException {
        change("kenporen.yaml", "folder: high-cost-application", "folder: checkup-targets");
        change("kenporen.yaml", "KOGAKU_{date}", "TAISHO_{date}");

        assertThatThrownBy(this::load)
                .hasMessageContaining("kenporen.checkup-targets and kenporen.high-cost-application share the names");
    }

    @Test
    void refusesASizeThatIsNone() throws IOException {
        change(TAISHO, "max-size: 64MB", "max-size: much");

        assertThatThrownBy(this::load).hasMessageContaining("'much' is not a valid data size");
    }

    @Test
    void noticesAPurposeThatNamesAnUnknownCounterparty() throws IOException {
        copy();
        Files.delete(configDir.resolve("counterparties/lava.yaml"));

        assertThatThrownBy(this::load)
                .hasMessageMatching("config/purposes/5-health-services.yaml:\\d+: unknown counterparty \"lava\"."
                        + " Write the id of a file in config/counterparties/");
    }

    @Test
    void refusesAPartyThatHasTheIdOfAnother() throws IOException {
        changeList("insurer-0001", "employer-0002");
        changeList("insurer-0002", "lava");

        assertThatThrownBy(this::load)
                .hasMessageContaining("parties/other-insurers.csv:3: party \"employer-0002\" is already one of"
                        + " employers. Give each its own id")
                .hasMessageContaining("parties/other-insurers.csv:4: \"lava\" is the id of a counterparty."
                        + " Give the party an id of its own");
    }

    @Test
    void refusesAListWithoutHomesHomesWithoutAListAndAListThatNobodyNames() throws IOException {
        change("employers.yaml", "  hosted-parties: {}", "  hosted-sftp: {public-keys: [a.pub]}");
        change("municipalities.yaml", "parties: municipalities.csv", "");
        change("pension-offices.yaml", "parties: pension-offices.csv", "parties: offices.csv");

        assertThatThrownBy(this::load)
                .hasMessageContaining("the parties of the list have no homes. Write connection: hosted-parties: {}")
                .hasMessageContaining("no list says which parties have homes. Write parties: municipalities.csv")
                .hasMessageContaining("the list is not named after the counterparty. Write pension-offices.csv");

        Files.delete(configDir.resolve("counterparties/employers.yaml"));
        Files.delete(configDir.resolve("counterparties/municipalities.yaml"));
        Files.delete(configDir.resolve("counterparties/pension-offices.yaml"));
        copy();
        Files.writeString(configDir.resolve("parties/nobody.csv"), "");
        assertThatThrownBy(this::load)
                .hasMessageContaining("parties/nobody.csv: no counterparty names this list."
                        + " Write parties: in the counterparty's file, or remove the list");
    }

    @Test
    void onlyTheOwnSystemSaysWhomAFileIsFor() throws IOException {
        change(TAISHO, "KEKKA_*.csv", "{party}/*.csv");

        assertThatThrownBy(this::load)
                .hasMessageContaining("the pattern names a party, which only the society's own system may."
                        + " Remove {party}: the home says which party it is");
    }

    @Test
    void leavesChecksToTheGate() throws IOException {
        copy();
        Files.writeString(configDir.resolve("counterparties/lava.checks.yaml"), "anything: else");

        assertThat(load().all()).hasSameSizeAs(REGISTER.all());
    }

    private void changeList(String what, String by) throws IOException {
        copy();
        var path = configDir.resolve("parties/other-insurers.csv");
        Files.writeString(path, Files.readString(path).replaceFirst(what, by));
    }

    /** The message at the line of a text of the unchanged file, so that comments may grow there. */
    private String at(String text, String message) {
        return configDir + "/counterparties/" + TAISHO + ":" + lineOf(text) + ": " + message;
    }
}
