package jp.kenpo.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import jp.kenpo.gateway.configuration.Problem;
import jp.kenpo.gateway.counterparty.Connection;
import jp.kenpo.gateway.counterparty.Counterparty;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.counterparty.Interchange.Afterwards;
import jp.kenpo.gateway.counterparty.Interchange.Channel;
import jp.kenpo.gateway.counterparty.Interchange.Completeness;
import jp.kenpo.gateway.counterparty.Interchange.FileArrival;
import jp.kenpo.gateway.counterparty.Interchange.FileDelivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two files of the same bytes, from two parties or for two inquiries, lie under two names. */
class NameRulesTest {

    private static final String AT = "routes/taisho-audit/receipt-check-request.yaml:12: [follows] ";
    private static final String SOURCE = "payer-fund.receipts";
    private static final String REQUEST = "taisho-audit.receipt-check-request";

    @TempDir
    Path temporary;

    @Test
    void refusesANameOfTheBytesAloneForFilesOfManyParties() {
        assertThat(problems("*.csv", "RECEIPT_{date}_{sha256:12}.csv", NameRulesTest::many))
                .contains(
                        AT + "files of two parties on \"payer-fund.receipts\" with the same bytes would get the same"
                                + " name on taisho-audit.receipt-check-request. Write {party} or {transfer} into its file-name");
        for (String name : List.of("{party}_{sha256:12}.csv", "{transfer}.csv", "{parent}.csv")) {
            assertThat(problems("*.csv", name, NameRulesTest::many)).isEmpty();
        }
    }

    @Test
    void refusesANameOfTheBytesAloneForAnswers() {
        for (String name : List.of("KAITO_{sha256:12}.csv", "{party}_{sha256:12}.csv")) {
            assertThat(problems("{transfer}.csv", name, party -> party))
                    .contains(AT + "two answers on \"payer-fund.receipts\" with the same bytes would get the same name"
                            + " on taisho-audit.receipt-check-request. Write {transfer} into its file-name");
        }
        assertThat(problems("{transfer}.csv", "KAITO_{transfer}.csv", party -> party))
                .isEmpty();
    }

    @Test
    void aNameOfTheBytesIsEnoughWhereTheSameBytesAreTakenInOnce() {
        assertThat(problems("*.csv", "RECEIPT_{date}_{sha256:12}.csv", party -> party))
                .isEmpty();
    }

    private List<String> problems(String pattern, String fileName, UnaryOperator<Counterparty> source) {
        Agreed all = AgreedInterchanges.all();
        List<Interchange> interchanges = all.interchanges().stream()
                .map(each -> each.name().equals(SOURCE)
                        ? on(each, new FileArrival("", pattern, Completeness.CLOSED, Afterwards.MOVE))
                        : each.name().equals(REQUEST) ? on(each, new FileDelivery("", fileName)) : each)
                .toList();
        Agreed agreed = new Agreed(
                all.purpose(),
                all.purposeStands(),
                id -> {
                    Optional<Counterparty> found = all.counterparty().apply(id);
                    return id.equals("payer-fund") ? found.map(source) : found;
                },
                all.interchangeStands(),
                interchanges,
                all.layout(),
                all.composed());
        return RouteRegister.load(new RouteCopies(temporary).folder(), agreed).problems().stream()
                .map(Problem::toString)
                .filter(problem -> problem.contains("same name"))
                .filter(problem -> problem.contains(REQUEST))
                .toList();
    }

    private static Interchange on(Interchange of, Channel channel) {
        return new Interchange(
                of.name(),
                of.counterparty(),
                of.direction(),
                of.layout(),
                of.purposes(),
                of.fields(),
                of.legalCharacter(),
                channel,
                of.maxSize(),
                of.myNumber(),
                of.conditions(),
                of.timing());
    }

    private static Counterparty many(Counterparty one) {
        return new Counterparty(
                one.id(),
                one.name(),
                one.english(),
                one.ownSystem(),
                new Connection.HostedParties(),
                List.of(),
                one.errorFolder(),
                one.seat(),
                one.precautions(),
                one.agreements(),
                one.interchanges());
    }
}
