package jp.kenpo.gateway.counterparty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import jp.kenpo.gateway.counterparty.Interchange.Afterwards;
import jp.kenpo.gateway.counterparty.Interchange.AnnouncedFile;
import jp.kenpo.gateway.counterparty.Interchange.Completeness;
import jp.kenpo.gateway.counterparty.Interchange.FileArrival;
import jp.kenpo.gateway.counterparty.Interchange.FileDelivery;
import jp.kenpo.gateway.counterparty.Interchange.QueueChannel;
import jp.kenpo.gateway.purpose.Direction;
import jp.kenpo.gateway.purpose.FieldList;
import jp.kenpo.gateway.purpose.LegalCharacter;
import org.junit.jupiter.api.Test;

class CounterpartyRegisterTest extends CounterpartyRegisterCases {

    @Test
    void holdsThePartiesOfTheNoticeAndTheCoreSystem() {
        assertThat(REGISTER.all()).extracting(Counterparty::id).contains("payer-fund", "taisho-audit", "agencies");
        assertThat(REGISTER.all()).hasSizeGreaterThanOrEqualTo(28);
        assertThat(REGISTER.all().stream().filter(Counterparty::ownSystem))
                .extracting(Counterparty::id)
                .containsExactly("core-system");
    }

    @Test
    void holdsTheAgreedInterchangesAndNoOther() {
        assertThat(REGISTER.interchanges())
                .extracting(Interchange::name)
                .contains("core-system.receipts", "payer-fund.receipts", "taisho-audit.receipt-check-result")
                .doesNotHaveDuplicates();
        assertThat(REGISTER.find("physicians").orElseThrow().interchanges()).isEmpty();
        assertThat(REGISTER.interchange("taisho-audit.unknown")).isEmpty();
    }

    @Test
    void readsEveryFormOfConnection() {
        assertThat(REGISTER.find("payer-fund").orElseThrow().connection())
                .isEqualTo(new Connection.RemoteSftp(
                        "127.0.0.1",
                        2223,
                        "payer-fund",
                        Path.of("var/sandbox/keys/payer-fund"),
                        Path.of("var/sandbox/known_hosts"),
                        null,
                        null));
        assertThat(REGISTER.find("taisho-audit").orElseThrow().connection())
                .isEqualTo(new Connection.HostedSftp(List.of(Path.of("var/sandbox/keys/taisho-audit.pub"))));
        assertThat(REGISTER.find("core-system").orElseThrow().connection())
                .isEqualTo(new Connection.Queues(
                        new Connection.HostedSftp(List.of(Path.of("var/sandbox/keys/core-system.pub")))));
        assertThat(REGISTER.find("physicians").orElseThrow().connection()).isNull();
    }

    @Test
    void readsAnInterchangeWhole() {
        assertThat(REGISTER.interchange("payer-fund.receipts"))
                .contains(new Interchange(
                        "payer-fund.receipts",
                        "payer-fund",
                        Direction.IN,
                        "receipt",
                        Set.of("3-0a"),
                        new FieldList(true, Set.of("receipt"), Set.of()),
                        LegalCharacter.ENTRUSTMENT,
                        new FileArrival(
                                "receipts",
                                "{month}/{insurer-number}/0_COMMON001/1*_RECODEINFO_*.CSV",
                                Completeness.SETTLED,
                                Afterwards.MOVE),
                        2L * 1024 * 1024 * 1024,
                        MyNumberUse.REFUSE,
                        Interchange.Conditions.NONE,
                        new Timing(new Due.Monthly(8, 10, 1), null)));
    }

    @Test
    void readsEveryFormOfChannel() {
        assertThat(channel("taisho-audit.receipt-check-request"))
                .isEqualTo(new FileDelivery("", "RECEIPT_{date}_{sha256:12}.CSV"));
        assertThat(channel("core-system.receipts"))
                .isEqualTo(new AnnouncedFile("receipts", "RECEIPT_{date}_{sha256:12}.CSV", "core-system.receipts"));
        assertThat(channel("core-system.re-examination-selection"))
                .isEqualTo(new QueueChannel("core-system.re-examination-selection"));
        assertThat(REGISTER.interchange("core-system.re-examination-selection")
                        .orElseThrow()
                        .maxSize())
                .isEqualTo(8 * 1024 * 1024);
    }

    @Test
    void readsAgreementsWithTheirFirstAndLastDay() {
        assertThat(REGISTER.find("taisho-audit").orElseThrow().agreements())
                .contains(new Agreement(
                        "taisho-audit-receipt-check",
                        "レセプト点検業務委託契約",
                        LocalDate.of(2020, 4, 1),
                        LocalDate.of(2031, 3, 31),
                        Set.of("3-1"),
                        false));
    }

    @Test
    void saysWhereSomethingStands() {
        assertThat(REGISTER.whereIs("taisho-audit")).isEqualTo("config/counterparties/taisho-audit.yaml:1");
        assertThat(REGISTER.whereIs("taisho-audit", "agreements", 0, "until"))
                .isEqualTo("config/counterparties/taisho-audit.yaml:" + lineOf("until: 2031-03-31"));
        assertThat(REGISTER.whereIs("nobody")).isEqualTo("nobody");
    }

    @Test
    void readsWhenSomethingIsDueOrCutOff() throws IOException {
        change(
                "payer-fund.yaml",
                "due: {monthly: {from: 8, until: 10}}",
                "due: {monthly: {from: 8, until: 10}, files: 2}");
        change(TAISHO, "    direction: out\n", "    direction: out\n    batch: {cut-off: \"17:00\"}\n");

        var register = load();
        assertThat(timing(register, "payer-fund.receipts")).isEqualTo(new Timing(new Due.Monthly(8, 10, 2), null));
        assertThat(timing(register, "taisho-audit.receipt-check-request"))
                .isEqualTo(new Timing(null, LocalTime.of(17, 0)));
        assertThat(timing(register, "taisho-audit.receipt-check-result"))
                .isEqualTo(new Timing(new Due.After("taisho-audit.receipt-check-request", 10, 1), null));
    }

    private static Timing timing(CounterpartyRegister register, String interchange) {
        return register.interchange(interchange).orElseThrow().timing();
    }

    @Test
    void knowsWhoGetsErrorReportsAndWhere() {
        assertThat(REGISTER.find("taisho-audit").orElseThrow().errorFolder()).isEqualTo("errors");
        assertThat(REGISTER.find("payer-fund").orElseThrow().errorFolder()).isNull();
    }

    @Test
    void knowsTheManyPartiesOfACounterparty() {
        var employers = REGISTER.find("employers").orElseThrow();

        assertThat(employers.hasParties()).isTrue();
        assertThat(employers.connection()).isEqualTo(new Connection.HostedParties());
        assertThat(employers.parties())
                .extracting(Party::id)
                .containsExactly("employer-0001", "employer-0002", "employer-0003");
        assertThat(REGISTER.party("employer-0002")).contains(employers.parties().get(1));
        assertThat(REGISTER.party("employers")).isEmpty();
        assertThat(REGISTER.whereIsParty("employer-0002")).isEqualTo("config/parties/employers.csv:4");
    }

    private static Interchange.Channel channel(String name) {
        return REGISTER.interchange(name).orElseThrow().channel();
    }
}
