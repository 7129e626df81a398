package jp.kenpo.gateway.route;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kenpo.gateway.content.Layout;
import jp.kenpo.gateway.counterparty.Counterparty;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.counterparty.MyNumberUse;
import jp.kenpo.gateway.counterparty.Timing;
import jp.kenpo.gateway.purpose.Direction;
import jp.kenpo.gateway.purpose.Exchange;
import jp.kenpo.gateway.purpose.FieldList;
import jp.kenpo.gateway.purpose.LegalCharacter;
import jp.kenpo.gateway.purpose.LegalSource;
import jp.kenpo.gateway.purpose.MyNumberPermission;
import jp.kenpo.gateway.purpose.Purpose;

/** Agreements like those of {@code config/}, held still, so that a changed configuration breaks no rule's test. */
final class AgreedInterchanges {

    private static final FieldList NOTHING = new FieldList(false, Set.of(), Set.of());

    private AgreedInterchanges() {}

    static Agreed all() {
        return of(List.of(
                in("payer-fund.receipts", "receipt", "3-0a"),
                out("payer-fund.re-examination-request", "re-examination-request", "3-1"),
                out("taisho-audit.receipt-check-request", "receipt", "3-1"),
                in("taisho-audit.receipt-check-result", "receipt-check-result", "3-1"),
                out("core-system.receipts", "receipt", "3-0a"),
                out("core-system.receipt-check-result", "receipt-check-result", "3-1"),
                in("core-system.re-examination-selection", "re-examination-selection", "3-1")));
    }

    static Agreed of(List<Interchange> interchanges) {
        Map<String, Purpose> purposes = byName(
                Purpose::id,
                List.of(
                        purpose("3-0a", Exchange.YES, "receipt", "payer-fund", Set.of(Direction.IN)),
                        purpose("3-1", Exchange.YES, "receipt", "payer-fund taisho-audit", Set.of(Direction.values())),
                        purpose("4-1", Exchange.YES, "checkup-result", "jast", Set.of(Direction.OUT)),
                        purpose("2-9", Exchange.NONE, "receipt", "taisho-audit", Set.of(Direction.OUT))));
        Map<String, Counterparty> parties = byName(
                Counterparty::id,
                List.of(party("payer-fund", false), party("taisho-audit", false), party("core-system", true)));
        Map<String, Layout> layouts = byName(
                Layout::id,
                List.of(
                        layout("receipt"),
                        layout("receipt-check-result"),
                        layout("re-examination-selection"),
                        layout("re-examination-request")));
        return new Agreed(
                id -> Optional.ofNullable(purposes.get(id)),
                id -> "config/purposes/notice.yaml:" + id.charAt(0),
                id -> Optional.ofNullable(parties.get(id)),
                interchange -> "config/counterparties/" + interchange.counterparty() + ".yaml:1",
                interchanges,
                id -> Optional.ofNullable(layouts.get(id)),
                "re-examination-request"::equals);
    }

    static Interchange in(String name, String layout, String purpose) {
        return interchange(name, Direction.IN, layout, purpose);
    }

    static Interchange out(String name, String layout, String purpose) {
        return interchange(name, Direction.OUT, layout, purpose);
    }

    private static Interchange interchange(String name, Direction direction, String layout, String purpose) {
        return new Interchange(
                name,
                name.substring(0, name.indexOf('.')),
                direction,
                layout,
                Set.of(purpose),
                NOTHING,
                LegalCharacter.ENTRUSTMENT,
                new Interchange.QueueChannel(name),
                1L << 31,
                MyNumberUse.REFUSE,
                Interchange.Conditions.NONE,
                Timing.ANY);
    }

    private static Purpose purpose(
            String id, Exchange exchange, String category, String parties, Set<Direction> directions) {
        return new Purpose(
                id,
                3,
                "title",
                "wording",
                "english",
                List.of(),
                exchange,
                null,
                List.of(category),
                NOTHING,
                Set.of(),
                List.of(parties.split(" ")),
                directions,
                Set.of(LegalCharacter.ENTRUSTMENT),
                LegalSource.NOTICE,
                "basis",
                List.of(),
                "yes",
                MyNumberPermission.NO,
                true,
                false,
                null);
    }

    private static Counterparty party(String id, boolean own) {
        return new Counterparty(
                id, id, id, own, null, List.of(), null, null, Counterparty.Precautions.NONE, List.of(), List.of());
    }

    private static Layout layout(String id) {
        return new Layout(id, "receipt", "csv", "sandbox", Set.of(), Set.of());
    }

    private static <T> Map<String, T> byName(Function<T, String> name, List<T> values) {
        return values.stream().collect(Collectors.toMap(name, Function.identity()));
    }
}
