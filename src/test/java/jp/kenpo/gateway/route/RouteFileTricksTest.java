package jp.kenpo.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a file beside the route, or in {@code routes/} beside the files. */
class RouteFileTricksTest {

    private static final String FILE = "routes/taisho-audit/receipt-check-request.yaml";

    @TempDir
    Path temporary;

    @Test
    void refusesASecondRouteInTheSameFile() {
        RouteCopies routes = new RouteCopies(temporary);
        String second = routes.read(RouteCopies.INBOUND);
        assertThat(routes.write(RouteCopies.REQUEST, routes.read(RouteCopies.REQUEST) + second)
                        .problems())
                .containsExactly(FILE + ":29: [one-route] 2 routes in the file. "
                        + "Write one file for each interchange, with one `- route:`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "beans",
                "rest",
                "restConfiguration",
                "routeTemplate",
                "templatedRoute",
                "routeConfiguration",
                "from",
                "onException",
                "errorHandler",
                "intercept",
                "interceptFrom",
                "interceptSendToEndpoint",
                "onCompletion"
            })
    void refusesEverythingBesideTheRoute(String kind) {
        assertThat(appending("- " + kind + ":\n    x: y\n"))
                .singleElement()
                .asString()
                .startsWith(FILE + ":23: [one-route] \"" + kind + "\" ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"error-handler", "on-exception", "route-configuration", "Route", "rout"})
    void namesAMisspeltTopLevelKey(String kind) {
        assertThat(appending("- " + kind + ":\n    x: y\n"))
                .containsExactly(FILE + ":23: [spelling] Camel knows no \"" + kind + "\" here. Write one of: route");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "autoStartup: false",
                "errorHandler: {noErrorHandler: {}}",
                "routeConfigurationId: x",
                "routePolicy: x",
                "precondition: 'false'",
                "streamCache: true",
                "nodePrefixId: x",
                "startupOrder: 1",
                "trace: true",
                "inputType: {urn: x}",
                "logMask: false",
                "messageHistory: true",
                "note: x",
                "shutdownRoute: Defer"
            })
    void refusesOtherPropertiesOfARoute(String property) {
        assertThat(spoilt("    group: taisho-audit", "    group: taisho-audit\n    " + property))
                .singleElement()
                .asString()
                .startsWith(FILE + ":11: [keys] \"" + property.substring(0, property.indexOf(':')) + "\" ");
    }

    @Test
    void saysWhyARouteMayNotBeSwitchedOff() {
        assertThat(spoilt("    group: taisho-audit", "    group: taisho-audit\n    autoStartup: false"))
                .containsExactly(
                        FILE + ":11: [keys] \"autoStartup\" can leave a route or a step undone without a word. "
                                + "Remove it; an interchange that is not wanted is removed from config/ and routes/");
    }

    @Test
    void refusesASecondStart() {
        assertThat(
                        spoilt(
                                "    group: taisho-audit",
                                "    group: taisho-audit\n    from:\n      uri: interchange:payer-fund.receipts\n      steps: []"))
                .containsExactly(FILE + ":14: [yaml] the key \"from\" stands twice. Keep one of the two");
    }

    @Test
    void refusesARepeatedKeyDeepInTheFile() {
        assertThat(spoilt("            uri: purpose:3-1", "            uri: purpose:3-1\n            uri: purpose:4-1"))
                .containsExactly(FILE + ":17: [yaml] the key \"uri\" stands twice. Keep one of the two");
    }

    @Test
    void refusesAnchorsAndAliases() {
        assertThat(spoilt("uri: purpose:3-1", "uri: &why purpose:3-1"))
                .containsExactly(
                        FILE + ":16: [yaml] an anchor or alias (& or *). " + "Write the value out where it is meant");
    }

    @Test
    void refusesTags() {
        assertThat(spoilt("uri: purpose:3-1", "uri: !!binary cHVycG9zZTozLTE="))
                .containsExactly(FILE + ":16: [yaml] a YAML tag (!). "
                        + "Write the plain value; every value of a route is a text");
    }

    @Test
    void refusesMergeKeys() {
        assertThat(spoilt("            uri: purpose:3-1", "            <<: {uri: 'sftp:x'}"))
                .containsExactly(
                        FILE + ":14: [endpoint] `uri` is missing. Write `uri: <scheme>:<name>`",
                        FILE + ":16: [spelling] Camel knows no \"<<\" here. Write one of: description, uri");
    }

    @Test
    void refusesSeveralDocuments() {
        assertThat(appending("---\n- route:\n    id: x\n"))
                .containsExactly(FILE + ": [yaml] 2 documents in the file. Write one document, without a line ---");
    }

    @Test
    void refusesADirective() {
        RouteCopies routes = new RouteCopies(temporary);
        routes.write(RouteCopies.REQUEST, "%YAML 1.1\n---\n" + routes.read(RouteCopies.REQUEST));
        assertThat(routes.problems())
                .containsExactly(FILE + ":1: [yaml] a YAML directive. Remove the line that begins with %");
    }

    @Test
    void refusesTabsAndCharactersThatCannotBeSeen() {
        assertThat(spoilt("            uri: purpose:3-1", "            uri:\tpurpose:3-1"))
                .containsExactly(FILE + ":16: [yaml] a tab. Indent with spaces");
        assertThat(spoilt("uri: purpose:3-1", "uri: purpose:\u202e3-1"))
                .containsExactly(FILE + ":16: [yaml] a character that can't be seen. Write visible characters only");
        assertThat(spoilt("uri: purpose:3-1", "uri: \"purpose:3-1\\u200b\""))
                .containsExactly(FILE + ":16: [yaml] a character that can't be seen. Write visible characters only");
    }

    @Test
    void judgesJsonLikeYaml() {
        assertThat(write("""
                        [{"route": {"id": "taisho-audit.receipt-check-request", "description": "x",
                          "group": "taisho-audit", "from": {"uri": "interchange:payer-fund.receipts",
                          "steps": [{"toD": {"uri": "sftp:x"}}]}}}]
                        """))
                .containsExactly(FILE + ":3: [step] \"toD\" finds its endpoint at run time, so that no rule can see "
                        + "where it leads. Write `to` with a fixed uri");
    }

    @Test
    void refusesWhatIsNoList() {
        assertThat(write("route:\n  id: x\n"))
                .containsExactly(
                        FILE + ": [one-route] 0 routes in the file. "
                                + "Write one file for each interchange, with one `- route:`",
                        FILE + ":1: [keys] the file is not a list. Begin it with a hyphen: `- `");
        assertThat(write("apiVersion: camel.apache.org/v1\nkind: Integration\n"))
                .hasSize(2);
    }

    @Test
    void refusesWhatIsNoYaml() {
        assertThat(write("- route: [\n"))
                .singleElement()
                .asString()
                .startsWith(FILE + ":2: [yaml] the text is no YAML (");
        assertThat(write(""))
                .containsExactly(
                        FILE + ": [yaml] 0 documents in the file. " + "Write one document, without a line ---");
    }

    @Test
    void refusesEndlessNesting() {
        assertThat(write("[".repeat(30_000)))
                .containsExactly(FILE + ":1: [yaml] nested deeper than any route. Write it like the other routes");
    }

    @Test
    void refusesStrayFiles() {
        assertThat(new RouteCopies(temporary)
                        .write("taisho-audit/receipt-check-request.yml", "")
                        .write("taisho-audit/Notes.txt", "")
                        .write("taisho-audit/old/receipts.yaml", "")
                        .write("README.md", "")
                        .problems())
                .containsExactly(
                        "routes/README.md: [place] only folders of counterparties and _shared stand in routes/. "
                                + "Move it to routes/<counterparty>/, or out of routes/",
                        "routes/taisho-audit/Notes.txt: " + STRAY,
                        "routes/taisho-audit/old: " + STRAY,
                        "routes/taisho-audit/receipt-check-request.yml: " + STRAY);
    }

    private static final String STRAY = "[place] neither a route nor an example. "
            + "A route is <name>.yaml in small letters, digits and hyphens; examples stand in <name>.examples/";

    @Test
    void takesNoRouteFromTheExamples() {
        RouteRegister register = new RouteCopies(temporary)
                .write("taisho-audit/receipt-check-request.examples/a-case/route.yaml", "- route:\n    id: x\n")
                .register();
        assertThat(register.problems()).isEmpty();
        assertThat(register.texts()).noneMatch(text -> text.name().contains("examples"));
    }

    @Test
    void refusesSymbolicLinks() throws IOException {
        RouteCopies routes = new RouteCopies(temporary);
        Path elsewhere = Files.move(routes.folder().resolve(RouteCopies.REQUEST), temporary.resolve("elsewhere.yaml"));
        Files.createSymbolicLink(routes.folder().resolve(RouteCopies.REQUEST), elsewhere);
        assertThat(routes.problems())
                .contains(FILE + ": [place] a symbolic link leads out of sight. Put the file itself here");
    }

    @Test
    void refusesALargeFileAndOneThatIsNotUtf8() throws IOException {
        RouteCopies routes = new RouteCopies(temporary);
        Files.write(routes.folder().resolve(RouteCopies.REQUEST), new byte[] {(byte) 0x83, (byte) 0x8c});
        assertThat(routes.problems()).contains(FILE + ": [place] not UTF-8. Save the file as UTF-8");
        assertThat(write("#".repeat(70_000)))
                .contains(FILE + ": [place] larger than 64 KiB. Write one route, and nothing else, into the file");
    }

    @Test
    void refusesAFolderThatDoesNotExist() {
        assertThat(RouteRegister.load(temporary.resolve("nowhere"), AgreedInterchanges.all())
                        .problems())
                .anyMatch(problem -> problem.toString()
                        .equals("nowhere: [place] the folder of the routes does not exist. "
                                + "Name it with --gateway.routes-dir"));
    }

    private List<String> spoilt(String old, String spoilt) {
        return new RouteCopies(temporary)
                .spoil(RouteCopies.REQUEST, old, spoilt)
                .problems();
    }

    private List<String> appending(String text) {
        RouteCopies routes = new RouteCopies(temporary);
        return routes.write(RouteCopies.REQUEST, routes.read(RouteCopies.REQUEST) + text)
                .problems();
    }

    private List<String> write(String text) {
        return new RouteCopies(temporary).write(RouteCopies.REQUEST, text).problems();
    }
}
