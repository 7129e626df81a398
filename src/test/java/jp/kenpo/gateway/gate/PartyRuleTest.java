package jp.kenpo.gateway.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.UnaryOperator;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.gate.Decision.Reason;
import jp.kenpo.gateway.gate.Decision.Refused;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.purpose.Direction;
import jp.kenpo.gateway.purpose.PurposeRegister;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartyRuleTest {

    private static final UnaryOperator<String> DEFAULTS = text -> text.substring(text.indexOf(':') + 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);

    @TempDir
    private Path config;

    private PartyRule rule;

    @BeforeEach
    void load() throws IOException {
        for (var name : Set.of("counterparties", "parties")) {
            Files.createDirectories(config.resolve(name));
            try (var files = Files.list(Path.of("config").resolve(name))) {
                for (var file : files.toList()) {
                    Files.copy(file, config.resolve(name).resolve(file.getFileName()));
                }
            }
        }
        var list = config.resolve("parties/employers.csv");
        Files.writeString(
                list,
                Files.readString(list)
                        .replace("employer-0002.pub,,", "employer-0002.pub,,2026-09-30")
                        .replace("employer-0003.pub,,", "employer-0003.pub,2026-10-02,"));
        rule = new PartyRule(CounterpartyRegister.load(config, PurposeRegister.load(Path.of("config")), DEFAULTS));
    }

    @Test
    void hasNothingAgainstAPartyThatIsListedAndRuns() {
        assertThat(rule.refusal(transfer("employers", "employer-0001"), TODAY)).isEmpty();
    }

    @Test
    void hasNothingAgainstACounterpartyThatIsOneWhateverPartyTheFileCameFrom() {
        assertThat(rule.refusal(transfer("hoken", "employer-0001"), TODAY)).isEmpty();
        assertThat(rule.refusal(transfer("hoken", null), TODAY)).isEmpty();
    }

    @Test
    void refusesWhereNothingSaysWhichPartyItIs() {
        assertThat(rule.refusal(transfer("employers", null), TODAY))
                .contains(new Refused(
                        Reason.UNKNOWN_PARTY,
                        "nothing says which of employers it is for: the path of its file, the property \"party\" of its"
                                + " message, or the inquiry that it answers must"));
    }

    @Test
    void refusesAPartyThatIsNotListedAndOneOfAnotherCounterparty() {
        for (var party : Set.of("employer-9", "insurer-0001", "employers")) {
            assertThat(rule.refusal(transfer("employers", party), TODAY))
                    .contains(new Refused(
                            Reason.UNKNOWN_PARTY, party + " is none of the parties in config/parties/employers.csv"));
        }
    }

    @Test
    void refusesTheDayAfterThePartyEndedAndTheDayBeforeItBegins() {
        assertThat(rule.refusal(transfer("employers", "employer-0002"), TODAY))
                .contains(new Refused(
                        Reason.PARTY_NOT_RUNNING,
                        "party employer-0002 ended on 2026-09-30 (" + config + "/parties/employers.csv:4)"));
        assertThat(rule.refusal(transfer("employers", "employer-0002"), TODAY.minusDays(1)))
                .isEmpty();
        assertThat(rule.refusal(transfer("employers", "employer-0003"), TODAY))
                .contains(new Refused(
                        Reason.PARTY_NOT_RUNNING,
                        "party employer-0003 begins on 2026-10-02 (" + config + "/parties/employers.csv:5)"));
        assertThat(rule.refusal(transfer("employers", "employer-0003"), TODAY.plusDays(1)))
                .isEmpty();
    }

    private static Transfer transfer(String counterparty, @Nullable String party) {
        return new Transfer(
                new TransferId("01JDZZZZZZZZZZZZZZZZZZZZZZ"),
                counterparty + ".anything",
                Direction.OUT,
                counterparty,
                Set.of("4-5"),
                TransferState.ANNOUNCED,
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                null,
                null,
                party,
                null,
                null,
                null);
    }
}
