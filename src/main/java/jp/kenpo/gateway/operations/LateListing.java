package jp.kenpo.gateway.operations;

import java.time.Instant;
import java.util.List;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.schedule.ExpectedDeliveries;
import org.jspecify.annotations.Nullable;

/** Lists what ought to have come by now (未着・不足). */
public final class LateListing {

    private final Installation installation;

    public LateListing(Installation installation) {
        this.installation = installation;
    }

    /**
     * Returns what is late or short, the longest overdue first.
     *
     * @param interchange full name, or null for any
     * @throws NeverStartedException if there is no ledger
     */
    public List<LateView> late(@Nullable String interchange) {
        return expected().late().stream()
                .filter(each -> interchange == null || each.interchange().equals(interchange))
                .map(LateView::of)
                .toList();
    }

    /**
     * Returns the ids of what came within the time that is remembered to acknowledge something, and acknowledges nothing.
     *
     * @param interchange full name
     */
    public List<String> acknowledgingNothing(String interchange) {
        Instant since = installation.clock().instant().minus(ExpectedDeliveries.REMEMBERED);
        return installation.ledger().acknowledgements().ofNothing(interchange, since).stream()
                .map(TransferId::value)
                .toList();
    }

    private ExpectedDeliveries expected() {
        return new ExpectedDeliveries(
                installation.counterparties(), installation.calendar(), installation.ledger(), installation.clock());
    }
}
