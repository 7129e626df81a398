package jp.kenpo.gateway.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kenpo.gateway.configuration.Problem;
import jp.kenpo.gateway.content.Content.Side;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.counterparty.Acknowledgement;
import jp.kenpo.gateway.counterparty.Acknowledgement.By;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;

/**
 * Looks whether an acknowledgement (受領確認) by records can ever be found: what was sent must have records that are followed,
 * and what comes must tell of such. Else every delivery would be late for ever, and every answer acknowledge nothing.
 */
final class AcknowledgedRecords {

    private final CounterpartyRegister counterparties;
    private final Layouts layouts;

    AcknowledgedRecords(CounterpartyRegister counterparties, Layouts layouts) {
        this.counterparties = counterparties;
        this.layouts = layouts;
    }

    /** Returns one problem for each side that has no such records. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (Interchange arriving : counterparties.interchanges()) {
            Acknowledgement agreed = arriving.conditions().acknowledges();
            if (agreed != null && agreed.by() == By.RECORDS) {
                Optional<Interchange> sent = counterparties.interchange(agreed.interchange());
                Stream.concat(
                                without(arriving, Side.ANSWERED, "tells what became of records").stream(),
                                sent
                                        .flatMap(each -> without(each, Side.SENT, "has records that are followed"))
                                        .stream())
                        .map(what -> counterparties.problem(
                                arriving,
                                "acknowledges by: records, but " + what,
                                "Write by: file-name, if the answer is named after the file that was sent, or remove"
                                        + " acknowledges"))
                        .forEach(problems::add);
            }
        }
        return problems;
    }

    private Optional<String> without(Interchange interchange, Side side, String what) {
        return layouts.find(interchange.layout())
                .filter(layout -> layouts.content(layout.id()).side() != side)
                .map(layout -> "nothing in the layout " + layout.id() + " of " + interchange.name() + " " + what);
    }
}
