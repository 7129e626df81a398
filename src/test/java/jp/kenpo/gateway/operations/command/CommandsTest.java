package jp.kenpo.gateway.operations.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.kenpo.gateway.operations.TrialInstallation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

    private static final List<String> TRANSFER_NAMES = List.of(
            "id",
            "interchange",
            "direction",
            "counterparty",
            "purposes",
            "state",
            "fileName",
            "receivedAt",
            "records",
            "members",
            "sha256",
            "parent",
            "lastError",
            "attempts",
            "nextAttempt",
            "party",
            "answers",
            "acknowledgedBy",
            "batches");

    @TempDir
    private Path folder;

    private TrialInstallation trial;
    private Terminal english;
    private Terminal japanese;

    @BeforeEach
    void opens() {
        trial = new TrialInstallation(folder.resolve("var"));
        english = new Terminal(trial, Locale.ENGLISH);
        japanese = new Terminal(trial, Locale.JAPANESE);
    }

    @Test
    void findsNothingWrongInTheShippedConfiguration() {
        var said = english.run("check");
        assertThat(said.out()).matches("(?s)No problem: 63 purposes, \\d+ counterparties, \\d+ routes\\..*");
        assertThat(said.exitCode()).isZero();
        assertThat(json("check", "--json")).isEmpty();
    }

    @Test
    void makesNothingInTheDataFolder() {
        english.run("check");
        english.run("routes");
        english.run("transfers");
        english.run("ledger", "verify");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void listsRoutesWithoutADataFolder() {
        var routes = json("routes", "--json");
        assertThat(namesOf(routes.get(0)))
                .containsExactly(
                        "id",
                        "direction",
                        "counterparty",
                        "purposes",
                        "legalCharacter",
                        "state",
                        "lastTransferAt",
                        "parties");
        var receipts = find(routes, "payer-fund.receipts");
        assertThat(receipts.get("direction").asText()).isEqualTo("in");
        assertThat(receipts.get("counterparty").asText()).isEqualTo("payer-fund");
        assertThat(receipts.get("purposes").get(0).asText()).isEqualTo("3-0a");
        assertThat(receipts.get("legalCharacter").asText()).isEqualTo("entrustment");
        assertThat(receipts.get("state").asText()).isEqualTo("configured");
        assertThat(receipts.get("lastTransferAt").isNull()).isTrue();
    }

    @Test
    void tellsTheStateOfRoutesFromTheRunningGateway() {
        trial.moved("A.CSV");
        assertThat(find(json("routes", "--json"), "payer-fund.receipts")
                        .get("state")
                        .asText())
                .isEqualTo("stopped");

        try (var installation = trial.besideRunning()) {
            installation.routeStates().write(Map.of("payer-fund.receipts", "started"));
        }
        var receipts = find(json("routes", "--json"), "payer-fund.receipts");
        assertThat(receipts.get("state").asText()).isEqualTo("started");
        assertThat(receipts.get("lastTransferAt").asText()).isEqualTo("2026-10-01T09:15:00+09:00");
    }

    @Test
    void doesNothingWithWhatDoesNotWaitAndSaysSo() {
        String id = trial.moved("A.CSV").in();

        var said = english.run("release", id);
        assertThat(said.exitCode()).isOne();
        assertThat(said.out()).contains("does not wait for a person", "Done: 0. Left as they were: 1.");
        assertThat(japanese.run("reject", id, "--reason", "重複のため").out()).contains("保留中ではありません");
        var json = json("replay", id, "--dry-run", "--json").get(0);
        assertThat(namesOf(json)).containsExactly("id", "interchange", "before", "after", "result", "difference");
        assertThat(json.get("result").asText()).isEqualTo("not-waiting");
        assertThat(json("release", "01J8Z3N0000000000000000000", "--json")
                        .get(0)
                        .get("result")
                        .asText())
                .isEqualTo("unknown");
        assertThat(json("release", "--state", "held", "--older", "7d", "--json"))
                .isEmpty();
    }

    @Test
    void refusesToDealWithWhatNobodyNamed() {
        trial.moved("A.CSV");

        assertThat(english.run("release").err()).contains("name the transfers by their ids, or by a filter");
        assertThat(english.run("release", "x", "--state", "held").err()).contains("and not by both");
        assertThat(english.run("release", "--state", "delivered").err()).contains("quarantined, refused, held");
        assertThat(english.run("release", "--older", "soon").err()).contains("\"soon\" is no age");
        assertThat(english.run("reject", "--state", "held").err()).contains("--reason");
        assertThat(english.run("mark-delivered", "--state", "held").err()).contains("--evidence");
        assertThat(english.run("reject", "--state", "held", "--reason", "個人番号 123456789018")
                        .err())
                .contains("no My Number");
    }

    @Test
    void listsEveryPurposeOfTheNotice() {
        var purposes = json("purposes", "--json");
        assertThat(purposes).hasSize(63);
        assertThat(namesOf(purposes.get(0)))
                .containsExactly("id", "wording", "exchange", "routes", "examples", "reason");
        assertThat(find(purposes, "3-0a").get("routes")).hasSizeGreaterThanOrEqualTo(1);
        assertThat(find(purposes, "3-0a").get("exchange").asText()).isEqualTo("yes");
        assertThat(find(purposes, "0-0").get("reason").asText()).isNotBlank();
    }

    @Test
    void findsEveryPurposeWithAnExchangeCarriedAndShown() {
        var said = english.run("purposes", "--coverage");
        assertThat(said.out())
                .startsWith("63 purposes: 35 with a system exchange, ")
                .contains("28 without one");
        assertThat(said.exitCode()).isZero();
        assertThat(json("purposes", "--coverage", "--json").get("gaps")).isEmpty();
    }

    @Test
    void listsCounterparties() {
        assertThat(json("counterparties", "--json")).hasSizeGreaterThanOrEqualTo(28);
        assertThat(english.run("counterparties").out()).contains("payer-fund@127.0.0.1:2223");
    }

    @Test
    void tellsHowManyPartiesACounterpartyStandsFor() {
        var counterparties = json("counterparties", "--json");
        assertThat(find(counterparties, "employers").get("parties").asInt()).isEqualTo(3);
        assertThat(find(counterparties, "employers").get("connection").asText()).isEqualTo("hosted-parties");
        assertThat(find(counterparties, "payer-fund").get("parties").isNull()).isTrue();
    }

    @Test
    void importsAListOfParties() throws IOException {
        var config = folder.resolve("config");
        copy(Path.of("config"), config);
        var terminal = new Terminal(new TrialInstallation(folder.resolve("var"), config), Locale.ENGLISH);
        var list = config.resolve("parties/employers.csv");
        var before = Files.readString(list);
        var after = folder.resolve("new.csv");
        Files.writeString(after, before.replace("例題商事", "例題物産").replaceAll("(?m)^employer-0003", "employer-0009"));

        var asked = terminal.run("counterparties", "import", "employers", after.toString(), "--dry-run");
        assertThat(asked.out())
                .containsSubsequence("changed", "employer-0002", "例題物産株式会社")
                .containsSubsequence("added", "employer-0009", "模擬運輸有限会社")
                .containsSubsequence("removed", "employer-0003")
                .contains("employers: 1 would be added, 1 changed, 1 removed. Nothing was changed.");
        assertThat(list).hasContent(before);

        var done = terminal.run("counterparties", "import", "employers", after.toString());
        assertThat(done.out()).contains("employers: 1 added, 1 changed, 1 removed.");
        assertThat(list).hasSameBinaryContentAs(after);
        assertThat(terminal.run("check").exitCode()).isZero();
        assertThat(config).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void importsNoListThatIsWrongAndNoneForACounterpartyThatIsOne() throws IOException {
        var config = folder.resolve("config");
        copy(Path.of("config"), config);
        var terminal = new Terminal(new TrialInstallation(folder.resolve("var"), config), Locale.ENGLISH);
        var list = config.resolve("parties/employers.csv");
        var before = Files.readString(list);
        var wrong = folder.resolve("wrong.csv");
        Files.writeString(
                wrong, before.replace("employer-0002,", "insurer-0001,").replace("990003", "990001"));

        var said = terminal.run("counterparties", "import", "employers", wrong.toString());
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.err()).contains("wrong.csv:5: the code is already that of employer-0001");
        Files.writeString(wrong, before.replace("employer-0002,", "insurer-0001,"));
        assertThat(terminal.run("counterparties", "import", "employers", wrong.toString())
                        .err())
                .contains("wrong.csv:4: \"insurer-0001\" is the id of another. Give the party an id of its own");
        assertThat(list).hasContent(before);
        assertThat(terminal.run("counterparties", "import", "payer-fund", wrong.toString())
                        .err())
                .contains("\"payer-fund\" is no counterparty of many parties. Those are: contract-institutions,");
    }

    @Test
    void anImportPutsAMissingListRight() throws IOException {
        var config = folder.resolve("config");
        copy(Path.of("config"), config);
        var terminal = new Terminal(new TrialInstallation(folder.resolve("var"), config), Locale.ENGLISH);
        var list = Files.move(config.resolve("parties/employers.csv"), folder.resolve("list.csv"));
        assertThat(terminal.run("check").exitCode()).isEqualTo(1);

        assertThat(terminal.run("counterparties", "import", "employers", list.toString())
                        .out())
                .contains("employers: 3 added, 0 changed, 0 removed.");
        assertThat(terminal.run("check").exitCode()).isZero();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }

    @Test
    void listsOnlyTheTransfersOfAParty() {
        trial.moved("A.CSV");
        assertThat(json("transfers", "--json", "--party", "employer-0001")).isEmpty();
        assertThat(english.run("transfers", "--party", "employer-9").err())
                .contains("no counterparty has a party \"employer-9\". The lists are in config/parties/.");
    }

    @Test
    void listsTransfersNewestFirst() {
        var moved = trial.moved("A.CSV");
        var transfers = json("transfers", "--json");
        assertThat(transfers).hasSize(2);
        assertThat(namesOf(transfers.get(0))).containsExactlyElementsOf(TRANSFER_NAMES);
        var in = find(transfers, moved.in());
        assertThat(in.get("state").asText()).isEqualTo("received");
        assertThat(in.get("fileName").asText()).isEqualTo("A.CSV");
        assertThat(in.get("receivedAt").asText()).isEqualTo("2026-10-01T09:15:00+09:00");
        assertThat(in.get("records").asLong()).isEqualTo(12);
        assertThat(in.get("members").asLong()).isEqualTo(7);
        assertThat(in.get("sha256").asText()).isEqualTo(TrialInstallation.SHA256);
        assertThat(in.get("parent").isNull()).isTrue();
        assertThat(find(transfers, moved.out()).get("parent").asText()).isEqualTo(moved.in());
    }

    @Test
    void listsOnlyTheTransfersAskedFor() {
        trial.moved("A.CSV");
        assertThat(json("transfers", "--json", "--interchange", "core-system.receipts"))
                .hasSize(1);
        assertThat(json("transfers", "--json", "--state", "received,held")).hasSize(1);
        assertThat(json("transfers", "--json", "--since", "2026-10-01")).hasSize(2);
        assertThat(json("transfers", "--json", "--since", "2026-10-01T09:15:01"))
                .isEmpty();
        assertThat(json("transfers", "--json", "--limit", "1")).hasSize(1);
    }

    @Test
    void listsWhatIsLate() {
        trial.moved("A.CSV");

        assertThat(json("transfers", "--late", "--json")).isEmpty();
        assertThat(english.run("transfers", "--late").out()).startsWith("INTERCHANGE  COUNTERPARTY  DUE");
        assertThat(english.run("transfers", "--late", "--state", "held").err())
                .isEqualTo(
                        "error: what has not come has no state, no time and no party. Leave out --state, --since and --party\n");
    }

    @Test
    void tellsEverythingAboutOneTransfer() {
        var moved = trial.moved("A.CSV");
        var account = json("show", moved.in(), "--json");
        var expected = new ArrayList<>(TRANSFER_NAMES);
        expected.addAll(List.of("entries", "findings", "outcomes", "errorReport", "chain"));
        assertThat(namesOf(account)).containsExactlyElementsOf(expected);
        assertThat(account.get("entries").get(0).get("kind").asText()).isEqualTo("received");
        assertThat(namesOf(account.get("findings").get(0)))
                .containsExactly("severity", "rule", "line", "record", "field", "message");
        assertThat(account.get("chain").get("parents")).isEmpty();
        assertThat(account.get("chain").get("children").get(0).asText()).isEqualTo(moved.out());
        assertThat(json("show", moved.out(), "--json")
                        .get("chain")
                        .get("parents")
                        .get(0)
                        .asText())
                .isEqualTo(moved.in());
        assertThat(english.run("show", moved.in()).out()).contains("MADE INTO", moved.out(), "size=42");
    }

    @Test
    void putsAllThatWasMadeOfATransferIntoOneColumn() {
        var moved = trial.moved("A.CSV");
        var another = trial.another(moved);
        var out = english.run("show", moved.in()).out();
        assertThat(out.lines().filter(each -> each.contains(moved.out()) || each.contains(another)))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each).hasSize(16 + another.length()));
    }

    @Test
    void showsNoControlCharactersOfAFileName() {
        var moved = trial.moved("A\u001b[2J\u202eVSC.\nB");
        assertThat(english.run("transfers").out()).contains("A\uFFFD[2J\uFFFDVSC.\uFFFDB");
        assertThat(english.run("show", moved.in()).out()).contains("A\uFFFD[2J\uFFFDVSC.\uFFFDB");
        var said = english.run("transfers", "--json");
        assertThat(said.out()).doesNotContain("\u001b", "\u202e");
        assertThat(find(json("transfers", "--json"), moved.in()).get("fileName").asText())
                .isEqualTo("A\u001b[2J\u202eVSC.\nB");
    }

    @Test
    void verifiesTheLedger() {
        trial.moved("A.CSV");
        var said = english.run("ledger", "verify");
        assertThat(said.out()).startsWith("The ledger is whole: 2 entries, read in ");
        assertThat(said.exitCode()).isZero();
        var verified = json("ledger", "verify", "--json");
        assertThat(verified.get("entries").asLong()).isEqualTo(2);
        assertThat(verified.get("fault").isNull()).isTrue();
    }

    @Test
    void generatesAndChecksReceipts() throws IOException {
        var said = english.run(
                "sandbox",
                "generate",
                "--members",
                "20",
                "--month",
                "2026-01",
                "--seed",
                "3",
                "--to",
                folder.resolve("society").toString());
        assertThat(said.exitCode()).as(said.err()).isZero();
        var file = folder.resolve("society/202603/06990014/0_COMMON001/11_RECODEINFO_MED.CSV");
        var check = json("file-check", "--layout", "receipt", "--json", file.toString());
        assertThat(namesOf(check)).containsExactly("layout", "counts", "findings");
        assertThat(namesOf(check.get("counts")))
                .startsWith("receipts", "lines", "members")
                .contains("points", "pointsPaid");

        Files.writeString(folder.resolve("bad.csv"), "nonsense\r\n", StandardCharsets.US_ASCII);
        var bad = english.run(
                "file-check", "--layout", "receipt", folder.resolve("bad.csv").toString());
        assertThat(bad.exitCode()).isEqualTo(1);
        assertThat(bad.out()).contains("error").endsWith("A file like this would be quarantined.\n");
    }

    @Test
    void writesTheReportThatTheOtherSideWouldGet() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.csv"), "nonsense\r\n", StandardCharsets.US_ASCII);

        var said = japanese.run(
                "file-check",
                "--layout",
                "receipt",
                "--report",
                folder.resolve("reports").toString(),
                file.toString());

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.out()).contains("エラー報告: " + folder.resolve("reports/ERROR_bad.csv"));
        assertThat(Files.readString(folder.resolve("reports/ERROR_bad.csv.csv"), Charset.forName("windows-31j")))
                .startsWith("行,レコード,項目,コード,重大度,内容,対処\r\n")
                .contains(",エラー,");
        assertThat(Files.readString(folder.resolve("reports/ERROR_bad.csv.txt")))
                .startsWith("エラー報告\r\n")
                .contains("ファイル名: bad.csv\r\n");
        assertThat(said.err()).isEmpty();
    }

    @Test
    void explainsWhatWouldLeave() {
        var explained = json("explain", "taisho-audit.receipt-check-request", "--json");
        assertThat(explained.get("counterparty").asText()).isEqualTo("taisho-audit");
        var purpose = explained.get("purposes").get(0);
        assertThat(purpose.get("decision").asText()).isEqualTo("granted");
        assertThat(purpose.get("agreement").asText()).isNotBlank();
        assertThat(purpose.get("permitted")).isNotEmpty();
        assertThat(english.run("explain", "taisho-audit.receipt-check-request").out())
                .contains("Nothing was moved.", "Granted, under the agreement ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"release", "replay", "transfers", "totals", "show 01ARZ3NDEKTSV4RRFFQ69G5FAV"})
    void saysOfADataFolderWithoutAGatewayThatThereIsNone(String command) {
        assertThat(english.run(command.split(" ")).err()).startsWith("error: there is no ledger in ");
    }

    @Test
    void saysInOneLineWhatWasWrong() {
        assertThat(english.run("transfers"))
                .isEqualTo(new Terminal.Said(
                        1,
                        "",
                        "error: there is no ledger in " + folder.resolve("var")
                                + ": the gateway was never started with this data folder. Start it with run, or name"
                                + " the right folder with --gateway.data-dir.\n"));
        trial.moved("A.CSV");
        assertThat(english.run("show", "01ARZ3NDEKTSV4RRFFQ69G5FAV").err())
                .isEqualTo("error: the ledger knows no transfer 01ARZ3NDEKTSV4RRFFQ69G5FAV."
                        + " List them with: transfers\n");
        assertThat(english.run("show", "x").err())
                .isEqualTo("error: \"x\" is no transfer id. It has 26 characters; list them with: transfers\n");
        assertThat(english.run("show").err()).isEqualTo("error: TRANSFER is missing. See: gateway show --help\n");
        assertThat(english.run("transfers", "--since", "yesterday").err())
                .isEqualTo("error: --since: \"yesterday\" is no time. Write 2026-10-01 or 2026-10-01T09:00:00."
                        + " See: gateway transfers --help\n");
        assertThat(english.run("transfers", "--interchange", "nobody.nothing").err())
                .startsWith("error: no interchange \"nobody.nothing\" is agreed. Agreed: akachan-to-mama.");
        assertThat(english.run("file-check", "--layout", "x", "pom.xml").err())
                .startsWith("error: there is no layout \"x\". Layouts: ");
        assertThat(english.run("file-check", "--layout", "receipt", "nowhere").err())
                .isEqualTo("error: there is no file nowhere.\n");
        assertThat(english.run("bogus"))
                .isEqualTo(new Terminal.Said(1, "", "error: unknown: bogus. See: gateway --help\n"));
        assertThat(english.run("ledger").exitCode()).isEqualTo(1);
        assertThat(english.run("run", "now").exitCode()).isEqualTo(1);
    }

    @Test
    void speaksJapanese() {
        assertThat(japanese.run("check").out()).startsWith("問題ありません。");
        assertThat(japanese.run("routes").out()).startsWith("ルート");
        assertThat(japanese.run("bogus").err()).isEqualTo("エラー: 不明な指定: bogus。 参照: gateway --help\n");
        assertThat(japanese.run("--help").out()).contains("使い方: gateway", "授受を新しい順に一覧します。");
        assertThat(english.run("--help").out()).contains("Usage: gateway", "List transfers, the newest first.");
    }

    private JsonNode json(String... arguments) {
        var said = english.run(arguments);
        assertThat(said.err()).isEmpty();
        try {
            return new ObjectMapper().readTree(said.out());
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + said.out(), e);
        }
    }

    private static JsonNode find(JsonNode array, String id) {
        for (var element : array) {
            if (element.get("id").asText().equals(id)) {
                return element;
            }
        }
        throw new AssertionError("no " + id);
    }

    private static List<String> namesOf(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
