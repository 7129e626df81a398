package jp.kenpo.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shared file runs in every route, so it is judged as strictly. */
class SharedFailuresTest {

    private static final String AT = "routes/_shared/failures.yaml:";

    @TempDir
    Path temporary;

    @Test
    void refusesRoutesWithoutFailureHandling() {
        assertThat(new RouteCopies(temporary).remove(RouteCopies.SHARED).problems())
                .containsExactly("routes/_shared: [failures] 0 files of failure handling. "
                        + "Keep one file in _shared/, with one `- routeConfiguration:`");
    }

    @Test
    void refusesASecondFile() {
        RouteCopies routes = new RouteCopies(temporary);
        assertThat(routes.write("_shared/more.yaml", routes.read(RouteCopies.SHARED))
                        .problems())
                .containsExactly("routes/_shared/more.yaml: [failures] 2 files of failure handling. "
                        + "Keep one file in _shared/, with one `- routeConfiguration:`");
    }

    @Test
    void refusesARouteInTheSharedFolder() {
        RouteCopies routes = new RouteCopies(temporary);
        assertThat(routes.write(RouteCopies.SHARED, routes.read(RouteCopies.INBOUND))
                        .problems())
                .anyMatch(problem -> problem.startsWith(AT + "7: [failures] \"route\" "));
    }

    @Test
    void refusesAWayOutThroughTheFailureHandling() {
        assertThat(spoilt("uri: failed:attempt", "uri: sftp:host"))
                .containsExactly(AT + "18: [endpoint] \"sftp:\" is an endpoint of its own, outside the gate. "
                        + "Use counterparty:<interchange>; host and folder stand in config/counterparties/");
        assertThat(spoilt("uri: failed:attempt", "uri: counterparty:core-system.receipts"))
                .containsExactly(AT + "18: [endpoint] \"counterparty:\" does not stand here. Write one of: failed:");
    }

    @Test
    void refusesAConfigurationThatHoldsOnlyWhereItIsNamed() {
        assertThat(spoilt("- routeConfiguration:\n", "- routeConfiguration:\n    id: x\n"))
                .containsExactly(AT + "7: [failures] with an id it holds only for routes that name it. "
                        + "Remove the id; then it holds for every route");
    }

    @Test
    void refusesFailuresThatAreNotHandled() {
        assertThat(spoilt("java.lang.Throwable", "java.io.IOException"))
                .containsExactly(AT + "11: [failures] some failures are not handled. "
                        + "Write `exception:` with the one item java.lang.Throwable");
    }

    @Test
    void refusesFailuresThatCountAsDone() {
        assertThat(spoilt("constant: \"false\"", "constant: \"true\""))
                .containsExactly(AT + "14: [failures] a failure would count as done. "
                        + "Write `handled:` with `constant: \"false\"`; the source must see the failure");
        assertThat(spoilt(
                        "          handled:\n",
                        "          continued:\n            constant: \"true\"\n          handled:\n"))
                .containsExactly(AT + "13: [failures] \"continued\" is not among what a route may say. Remove it");
    }

    @Test
    void refusesHandlingWithoutTheRecord() {
        assertThat(spoilt("uri: failed:attempt", "uri: failed:other"))
                .containsExactly(AT + "15: [failures] the steps do not record the failure. "
                        + "Write one step, `- to:` with description and `uri: failed:attempt`");
    }

    @Test
    void refusesInterception() {
        assertThat(spoilt("    onException:\n", "    intercept: []\n    onException:\n"))
                .singleElement()
                .asString()
                .startsWith(AT + "8: [failures] \"intercept\" ");
    }

    @Test
    void namesAMisspeltKey() {
        assertThat(spoilt("          exception:\n", "          exeption:\n"))
                .contains(AT + "11: [spelling] Camel knows no \"exeption\" here. "
                        + "Write one of: description, exception, handled, steps");
    }

    private List<String> spoilt(String old, String spoilt) {
        return new RouteCopies(temporary).spoil(RouteCopies.SHARED, old, spoilt).problems();
    }
}
