package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.GatewayProcess.Ended;
import jp.kenpo.gateway.testing.GatewaySetup;
import jp.kenpo.gateway.testing.SmallConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A configuration under which something could move without its purpose: neither checked well nor started. */
class BrokenConfigurationIT {

    private static final String OUT = "routes/taisho-audit/receipt-check-request.yaml";
    private static final String IN = "routes/payer-fund/receipts.yaml";
    private static final String AGREED = "config/counterparties/taisho-audit.yaml";

    private static final String GATE = """
                    - to:
                        description: レセプト点検の委託 is the published purpose; decided, logged and entered in the ledger
                        uri: purpose:3-1
            """;
    private static final String INBOUND_GATE = """
                    - to:
                        description: レセプトの受領・データ化 is the published purpose; decided, logged and entered in the ledger
                        uri: purpose:3-0a
            """;

    /** One edit in one file. */
    private record Edit(String file, String from, String to) {}

    /**
     * What was broken and what must be said about it.
     *
     * @param said beginning of a line: file, line and what is wrong
     * @param remedy what the line says to write instead
     */
    private record Broken(String it, List<Edit> edits, String said, String remedy) {

        @Override
        public String toString() {
            return it;
        }
    }

    static Stream<Broken> broken() {
        return Stream.of(
                new Broken(
                        "inbound without a purpose",
                        List.of(new Edit(IN, INBOUND_GATE, "")),
                        IN + ":7: [purpose] the route names no purpose of use",
                        "Add a step `purpose:<id>` with one of the purposes agreed for it: 3-0a"),
                new Broken(
                        "unknown purpose",
                        List.of(new Edit(OUT, "uri: purpose:3-1", "uri: purpose:9-9")),
                        OUT + ":16: [purpose] the notice has no purpose \"9-9\"",
                        "Write one of the purposes agreed for it: 3-1"),
                new Broken(
                        "purpose that does not cover the counterparty",
                        List.of(
                                new Edit(OUT, "uri: purpose:3-1", "uri: purpose:4-1"),
                                new Edit(AGREED, "purposes: [3-1]", "purposes: [3-1, 4-1]")),
                        OUT + ":16: [coverage] the purpose 4-1",
                        "Name a purpose that covers it, or end the interchange"),
                new Broken(
                        "direct sftp endpoint",
                        List.of(new Edit(
                                OUT,
                                "uri: counterparty:taisho-audit.receipt-check-request",
                                "uri: sftp:taisho.example/in")),
                        OUT + ":22: [endpoint] \"sftp:\" is an endpoint of its own, outside the gate",
                        "Use counterparty:<interchange>; host and folder stand in config/counterparties/"),
                new Broken(
                        "toD",
                        List.of(new Edit(OUT, GATE, GATE.replace("- to:", "- toD:"))),
                        OUT + ":14: [step] \"toD\" finds its endpoint at run time",
                        "Write `to` with a fixed uri"),
                new Broken(
                        "outbound without gate",
                        List.of(new Edit(OUT, GATE, "")),
                        OUT + ":7: [purpose] the route names no purpose of use",
                        "Add a step `purpose:<id>` with one of the purposes agreed for it: 3-1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void failsTheCheckAndDoesNotStart(Broken broken) throws IOException {
        GatewaySetup setup =
                GatewaySetup.named("broken-" + broken.it().replace(' ', '-')).only(SmallConfiguration.RECEIPTS);
        for (Edit edit : broken.edits()) {
            edit(setup.folder().resolve(edit.file()), edit);
        }
        GatewayProcess gateway = setup.unstarted();

        Ended check = gateway.command("check");
        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.err()).isEmpty();
        List<String> problems =
                check.out().lines().filter(line -> line.startsWith("routes/")).toList();
        assertThat(problems).anyMatch(line -> line.startsWith(broken.said()) && line.contains(broken.remedy()));

        Ended run = gateway.runToEnd();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains(problems)
                .contains("APPLICATION FAILED TO START")
                .doesNotContain("kenpo-gateway started")
                .doesNotContain("\tat ");
    }

    private static void edit(Path file, Edit edit) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(edit.from());
        Files.writeString(file, text.replace(edit.from(), edit.to()));
    }
}
