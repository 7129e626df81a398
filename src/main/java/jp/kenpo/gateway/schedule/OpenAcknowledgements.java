package jp.kenpo.gateway.schedule;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jp.kenpo.gateway.counterparty.Acknowledgement;
import jp.kenpo.gateway.counterparty.Due;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.ledger.Acknowledgements.Open;
import jp.kenpo.gateway.ledger.Ledger;

/** Which deliveries ought to be acknowledged by now (受領確認) and are not, each for itself. */
final class OpenAcknowledgements {

    private final Expectations expectations;
    private final Ledger ledger;

    OpenAcknowledgements(Expectations expectations, Ledger ledger) {
        this.expectations = expectations;
        this.ledger = ledger;
    }

    /**
     * Returns what is late on an inbound interchange.
     *
     * @param since what left before is left to the ledger's entries
     * @param remembered what was due before, too
     */
    List<LateDelivery> late(Interchange interchange, Instant since, Instant remembered, Instant now) {
        Acknowledgement acknowledges = interchange.conditions().acknowledges();
        if (acknowledges == null) {
            return List.of();
        }
        Due.After due = new Due.After(acknowledges.interchange(), acknowledges.businessDays(), 1);
        return ledger.acknowledgements().open(acknowledges.interchange(), since).stream()
                .flatMap(each -> late(interchange, each, due, remembered, now))
                .toList();
    }

    private Stream<LateDelivery> late(Interchange on, Open delivery, Due due, Instant remembered, Instant now) {
        return expectations.due(due, remembered, now, sent -> List.of(delivery.delivered())).stream()
                .map(each -> new LateDelivery(on.name(), each.due(), 1, 0, delivery.transfer()));
    }
}
