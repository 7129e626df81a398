package jp.kenpo.gateway.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.kenpo.gateway.counterparty.Acknowledgement;
import jp.kenpo.gateway.counterparty.Acknowledgement.By;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.ledger.Acknowledgements;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.LedgerWrite;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Matches what acknowledges deliveries with them (受領確認), when it is accepted. The delivery itself is at its end and
 * stays there; an entry says who confirmed it, and what became of its records where the content tells. The first
 * acknowledgement counts.
 */
public final class Acknowledging {

    private static final Logger log = LoggerFactory.getLogger(Acknowledging.class);
    private static final String OPEN = "open";

    /** What left before that is not looked through any more. */
    private static final Duration LONGEST = Duration.ofDays(130);

    private Acknowledging() {}

    /**
     * Enters at each delivery that this transfer acknowledges that it does; at the transfer itself, that it acknowledges
     * nothing.
     *
     * @param arrived transfer on the interchange, which is being accepted
     * @return what the entry of the acceptance says about it
     */
    public static Map<String, Object> enter(LedgerWrite write, Transfer arrived, Interchange interchange) {
        Acknowledgement agreed = interchange.conditions().acknowledges();
        if (agreed == null) {
            return Map.of();
        }
        List<TransferId> meant = meant(write.acknowledgements(), arrived, agreed);
        if (meant.isEmpty()) {
            write.enter(arrived.id(), EntryKind.ACKNOWLEDGES_NOTHING, Map.of("sentOn", agreed.interchange()));
            log.warn(
                    "{} acknowledges nothing that was sent on {}: ask {} what it is about",
                    arrived.id(),
                    agreed.interchange(),
                    arrived.counterparty());
            return Map.of();
        }
        Map<String, List<String>> said = new TreeMap<>();
        for (TransferId sent : meant) {
            said.computeIfAbsent(confirm(write, sent, arrived, agreed), list -> new ArrayList<>())
                    .add(sent.value());
        }
        return Map.copyOf(said);
    }

    private static List<TransferId> meant(Acknowledgements all, Transfer arrived, Acknowledgement agreed) {
        return switch (agreed.by()) {
            case RECORDS -> all.spokenOf(arrived.id(), agreed.interchange(), arrived.party());
            case FILE_NAME ->
                all.leftAs(
                                agreed.interchange(),
                                arrived.party(),
                                arrived.receivedAt().minus(LONGEST),
                                agreed.namesIn(arrived.fileName()))
                        .map(List::of)
                        .orElse(List.of());
            case TRANSFER ->
                Optional.ofNullable(arrived.answers())
                        .filter(named -> all.left(named, agreed.interchange(), arrived.party()))
                        .map(List::of)
                        .orElse(List.of());
        };
    }

    /** Returns in which list of the acceptance the delivery stands. */
    private static String confirm(LedgerWrite write, TransferId sent, Transfer arrived, Acknowledgement agreed) {
        Map<String, Object> details =
                new TreeMap<>(Map.of("by", arrived.id().value(), "interchange", arrived.interchange()));
        if (agreed.by() == By.RECORDS) {
            Map<String, Long> outcomes = write.acknowledgements().outcomes(sent);
            if (outcomes.containsKey(OPEN)) {
                return "acknowledgesPartly";
            }
            details.put("outcomes", outcomes);
        }
        return write.acknowledge(sent, arrived.id(), details) ? "acknowledges" : "acknowledgedBefore";
    }
}
