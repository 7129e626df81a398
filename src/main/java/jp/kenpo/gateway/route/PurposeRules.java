package jp.kenpo.gateway.route;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.kenpo.gateway.content.Layout;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.purpose.Direction;
import jp.kenpo.gateway.purpose.Exchange;
import jp.kenpo.gateway.purpose.Purpose;

/**
 * No purpose, no movement: the purpose that a route names is in the notice, systems exchange data for it, it covers
 * counterparty, direction, legal character and content, and the agreement names it.
 *
 * <p>The gate decides all of it again for each transfer; here it is decided before anything runs.
 */
final class PurposeRules {

    private final Interchange interchange;
    private final Agreed agreed;
    private final Faults faults;
    private final Endpoint step;

    private PurposeRules(Interchange interchange, Agreed agreed, Faults faults, Endpoint step) {
        this.interchange = interchange;
        this.agreed = agreed;
        this.faults = faults;
        this.step = step;
    }

    static void judge(WrittenRoute route, Interchange interchange, Agreed agreed, Faults faults) {
        List<Endpoint> steps = route.endpoints(Endpoint.PURPOSE).toList();
        if (steps.isEmpty()) {
            faults.add(
                    RouteRule.PURPOSE,
                    route.line(),
                    "the route names no purpose of use",
                    "Add a step `purpose:<id>` with one of the purposes agreed for it: "
                            + String.join(", ", interchange.purposeIds()));
        }
        steps.forEach(step -> new PurposeRules(interchange, agreed, faults, step).judge());
    }

    private void judge() {
        Optional<Purpose> purpose = agreed.purpose().apply(step.name());
        if (purpose.isEmpty()) {
            faults.add(
                    RouteRule.PURPOSE,
                    step.line(),
                    "the notice has no purpose \"" + step.name() + "\"",
                    "Write one of the purposes agreed for it: " + String.join(", ", interchange.purposeIds()));
            return;
        }
        judgeExchange(purpose.get());
        judgeParty(purpose.get());
        judgeCategory(purpose.get());
        judgeAgreed(purpose.get());
    }

    private void judgeExchange(Purpose purpose) {
        if (purpose.exchange() == Exchange.NONE) {
            fault(purpose, "has no exchange between systems", "Name a purpose for which systems exchange data");
        }
    }

    /** What stays inside the society is no provision, so the notice need not name the own system. */
    private void judgeParty(Purpose purpose) {
        if (agreed.own(interchange)) {
            return;
        }
        if (!purpose.counterparties().contains(interchange.counterparty())) {
            fault(
                    purpose,
                    "does not cover the counterparty " + interchange.counterparty() + " (" + stands() + ")",
                    "Name a purpose that covers it, or end the interchange");
        }
        if (!purpose.directions().contains(interchange.direction())) {
            fault(
                    purpose,
                    "does not cover the direction "
                            + label(interchange.direction().name()),
                    "Name a purpose that covers it, or end the interchange");
        }
        if (!purpose.legalCharacters().contains(interchange.legalCharacter())) {
            fault(
                    purpose,
                    "does not cover the legal character "
                            + label(interchange.legalCharacter().name()) + " (" + stands() + ")",
                    "Name a purpose that covers it, or end the interchange");
        }
    }

    private void judgeCategory(Purpose purpose) {
        Optional<String> category = agreed.layout().apply(interchange.layout()).map(Layout::category);
        if (category.isPresent() && !purpose.categories().contains(category.get()) && !handedIn(category.get())) {
            fault(
                    purpose,
                    "does not cover the data category " + category.get() + " of the layout " + interchange.layout(),
                    "Name a purpose that covers it, or end the interchange");
        }
    }

    /** What the own system hands in goes to nobody yet; it may be what was agreed with it. */
    private boolean handedIn(String category) {
        return agreed.own(interchange)
                && interchange.direction() == Direction.IN
                && (interchange.fields().all().contains(category)
                        || interchange.fields().fields().stream().anyMatch(field -> field.startsWith(category + ".")));
    }

    private void judgeAgreed(Purpose purpose) {
        if (!interchange.purposes().contains(purpose.id())) {
            fault(
                    purpose,
                    "is not agreed for " + interchange.name() + " (" + stands() + ")",
                    "Write one of the agreed: " + String.join(", ", interchange.purposeIds()));
        }
    }

    private void fault(Purpose purpose, String what, String remedy) {
        String where = agreed.purposeStands().apply(purpose.id());
        faults.add(RouteRule.COVERAGE, step.line(), "the purpose " + purpose.id() + " (" + where + ") " + what, remedy);
    }

    /** Returns a constant as it is spelled in YAML. */
    private static String label(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String stands() {
        return agreed.interchangeStands().apply(interchange);
    }
}
