package jp.kenpo.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import jp.kenpo.gateway.configuration.Problem;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.counterparty.Timing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A route that sends what was collected until the cut-off of the day. */
class BatchRouteTest {

    private static final String AT = "routes/payer-fund/re-examination-request.yaml:";
    private static final String ID = "payer-fund.re-examination-request";
    private static final String EACH = "uri: interchange:core-system.re-examination-selection";
    private static final String DAILY = "uri: batch:core-system.re-examination-selection";

    @TempDir
    Path temporary;

    @Test
    void followsTheInterchangeThatItCollects() {
        RouteRegister register = RouteRegister.load(routes(EACH, DAILY).folder(), agreed(true));

        assertThat(register.problems()).isEmpty();
        assertThat(register.followersOf("core-system.re-examination-selection"))
                .extracting(RouteSpec::id)
                .containsExactly(ID);
    }

    @Test
    void needsACutOffTime() {
        assertThat(problems(routes(EACH, DAILY), false))
                .containsExactly(AT + "12: [batch] the route begins with batch:, but "
                        + "config/counterparties/payer-fund.yaml:1 agrees no cut-off time. Write "
                        + "`batch: {cut-off: \"17:00\"}` there, or begin with "
                        + "interchange:core-system.re-examination-selection");
    }

    @Test
    void isTheOnlyWayWhereACutOffTimeIsAgreed() {
        assertThat(problems(new RouteCopies(temporary), true))
                .containsExactly(AT + "12: [batch] the route sends each transfer at once, but "
                        + "config/counterparties/payer-fund.yaml:1 agrees a cut-off time. Begin with "
                        + "batch:core-system.re-examination-selection, or remove `batch` there");
    }

    @Test
    void collectsOnlyWhatIsAgreedAndInbound() {
        assertThat(problems(routes(EACH, "uri: batch:core-system.nothing"), true))
                .containsExactly(AT + "12: [follows] no interchange \"core-system.nothing\" is agreed to follow. "
                        + "Name an inbound interchange of config/counterparties/ that has a route");
        assertThat(problems(routes(EACH, "uri: batch:core-system.receipts"), true))
                .containsExactly(AT + "12: [follows] \"core-system.receipts\" is outbound; nothing is accepted on it. "
                        + "Name an inbound interchange of config/counterparties/ that has a route");
    }

    @Test
    void makesAFileOfWhatWasCollectedAndChecksIt() {
        RouteCopies routes = routes(EACH, DAILY);
        String text = routes.read(RouteCopies.COMPOSED);
        int compose = text.indexOf("        - to:");
        int check = text.indexOf("        - to:", compose + 1);
        int purpose = text.indexOf("        - to:", check + 1);
        routes.write(RouteCopies.COMPOSED, text.substring(0, compose) + text.substring(purpose));

        assertThat(problems(routes, true))
                .contains(AT + "16: [outbound] \"purpose:3-1\" stands in the place of compose:. Write these steps, in "
                        + "this order, each once: compose:, check:, purpose:, minimise:, counterparty:");
    }

    @Test
    void neverEndsInABatch() {
        assertThat(problems(routes("uri: counterparty:" + ID, "uri: batch:" + ID), false))
                .anyMatch(problem -> problem.contains("[endpoint] \"batch:\" does not stand here"));
    }

    private RouteCopies routes(String old, String now) {
        return new RouteCopies(temporary).spoil(RouteCopies.COMPOSED, old, now);
    }

    private static List<String> problems(RouteCopies routes, boolean cutOff) {
        return RouteRegister.load(routes.folder(), agreed(cutOff)).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private static Agreed agreed(boolean cutOff) {
        return AgreedInterchanges.of(AgreedInterchanges.all().interchanges().stream()
                .map(each -> cutOff && each.name().equals(ID) ? atFive(each) : each)
                .toList());
    }

    private static Interchange atFive(Interchange each) {
        return new Interchange(
                each.name(),
                each.counterparty(),
                each.direction(),
                each.layout(),
                each.purposes(),
                each.fields(),
                each.legalCharacter(),
                each.channel(),
                each.maxSize(),
                each.myNumber(),
                each.conditions(),
                new Timing(null, LocalTime.of(17, 0)));
    }
}
