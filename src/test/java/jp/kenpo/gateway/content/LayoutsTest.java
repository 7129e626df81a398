package jp.kenpo.gateway.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import jp.kenpo.gateway.configuration.ConfigurationRejectedException;
import jp.kenpo.gateway.content.receipt.PayerReceiptContent;
import jp.kenpo.gateway.content.reexamination.SelectionContent;
import jp.kenpo.gateway.content.table.CsvContent;
import jp.kenpo.gateway.member.MemberPseudonyms;
import jp.kenpo.gateway.purpose.PurposeRegister;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutsTest {

    private static final String CATEGORIES = """
            categories:
              - {id: receipt, name: レセプト, english: Receipt, special-care: true, my-number: false,
                 fields: {management: {name: 管理, english: m}, patient-name: {name: 氏名, english: n}}}
              - {id: check-result, name: 点検結果, english: Result, special-care: true, my-number: false,
                 fields: {receipt-key: {name: 検索番号, english: k}}}
            """;
    private static final String RECEIPT = """
            id: receipt
            category: receipt
            kind: receipt-payer
            certainty: verified
            source: specification
            records:
              MN: receipt.management
              RE: receipt.management
            items:
              RE:
                5: receipt.patient-name
            """;
    private static final String TABLE = """
            id: table
            category: check-result
            kind: csv
            certainty: inferred
            source: ours
            encoding: utf-8
            header: required
            columns:
              - {name: key, field: check-result.receipt-key, required: true, type: digits, codes: [1, 2]}
            """;

    @TempDir
    Path config;

    @BeforeEach
    void writesWhatEveryTestNeeds() throws IOException {
        Files.createDirectories(config.resolve("layouts"));
        Files.createDirectories(config.resolve("purposes"));
        write("categories.yaml", CATEGORIES);
        write("society.yaml", "name: 架空健康保険組合\nenglish: Fictional\ninsurer-numbers: [06990014]\n");
    }

    @Test
    void readsTheConfigurationOfThisProject() throws IOException {
        var layouts = load(Path.of("config"));

        assertThat(layouts.society().insurerNumbers()).containsExactlyInAnyOrder("06990014", "06132013", "06999999");
        assertThat(layouts.all())
                .extracting(Layout::id)
                .contains(
                        "re-examination-request",
                        "re-examination-selection",
                        "receipt-check-result",
                        "receipt-claim",
                        "checkup-archive",
                        "guidance-archive",
                        "filing",
                        "qualification-registration",
                        "qualification-result",
                        "receipt");
        assertThat(layouts.content("receipt")).isInstanceOf(PayerReceiptContent.class);
        assertThat(layouts.content("re-examination-request")).isInstanceOf(PayerReceiptContent.class);
        assertThat(layouts.content("re-examination-selection")).isInstanceOf(SelectionContent.class);
        assertThat(layouts.find("re-examination-request").orElseThrow().fields())
                .isEqualTo(layouts.find("receipt").orElseThrow().fields())
                .contains("receipt.request", "receipt.patient-name");
        assertThat(layouts.composition("re-examination-request")).isPresent();
        assertThat(layouts.composition("receipt")).isEmpty();
        var result = layouts.content("receipt-check-result");
        assertThat(result).isInstanceOf(CsvContent.class);
        byte[] table = "検索番号,理由コード,備考\r\n13143005910000001,100060,過剰\r\n".getBytes(Charset.forName("windows-31j"));
        assertThat(result.read(new ByteArrayInputStream(table), Arrival.UNKNOWN).findings())
                .isEmpty();
    }

    @Test
    void tellsKindCertaintyAndFieldsOfALayout() throws IOException {
        write("layouts/table.yaml", TABLE);

        var layouts = load(config);

        var fields = java.util.Set.of("check-result.receipt-key");
        assertThat(layouts.all())
                .containsExactly(new Layout("table", "check-result", "csv", "inferred", fields, Set.of()));
        assertThat(layouts.find("other")).isEmpty();
        assertThatThrownBy(() -> layouts.content("other"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown layout \"other\"");
    }

    @Test
    void namesTheKnownKindsForAnUnknownOne() throws IOException {
        write("layouts/table.yaml", TABLE.replace("kind: csv", "kind: excel"));

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("layouts/table.yaml:3: unknown value \"excel\". Write one of: ")
                .contains("receipt-payer", "receipt-provider", "csv", "re-examination-selection");
    }

    @Test
    void namesFileAndLineOfAnUnknownCategoryAndField() throws IOException {
        write("layouts/table.yaml", TABLE.replace("check-result.receipt-key", "check-result.name"));
        write("layouts/receipt.yaml", RECEIPT.replace("category: receipt", "category: bill"));

        assertThat(problems())
                .containsExactly(
                        "layouts/receipt.yaml:2: unknown data category \"bill\". "
                                + "Use one of config/categories.yaml, or declare it there",
                        "layouts/table.yaml:9: field \"check-result.name\" is not declared in category check-result. "
                                + "Use one of: check-result.receipt-key");
    }

    @Test
    void refusesAFieldOfAnotherCategory() throws IOException {
        write("layouts/receipt.yaml", RECEIPT.replace("5: receipt.patient-name", "5: check-result.receipt-key"));

        assertThat(problems())
                .containsExactly("layouts/receipt.yaml:11: field \"check-result.receipt-key\" is not declared in "
                        + "category receipt. Use one of: receipt.management, receipt.patient-name");
    }

    @Test
    void refusesKeysOfAnotherKindAndMissingOnes() throws IOException {
        write(
                "layouts/table.yaml",
                TABLE.replace("encoding: utf-8\n", "")
                        .replace("header: required", "records: {MN: receipt.management}"));

        assertThat(problems())
                .containsExactly(
                        "layouts/table.yaml:1: key \"encoding\" is missing. Write \"encoding: ...\"",
                        "layouts/table.yaml:1: key \"header\" is missing. Write \"header: ...\"",
                        "layouts/table.yaml:6: unknown key \"records\". "
                                + "Known keys here: id, category, kind, certainty, source, "
                                + "further-categories, encoding, header, header-record, columns, trailer-record, "
                                + "members, flags");
    }

    @Test
    void refusesAnIdThatIsNotTheNameOfTheFile() throws IOException {
        write("layouts/other.yaml", TABLE);

        assertThat(problems())
                .containsExactly("layouts/other.yaml:1: id \"table\" differs from the name of the file. Write other");
    }

    @Test
    void refusesReferencesToLayoutsThatAreNotThereOrOfAnotherKind() throws IOException {
        write("layouts/receipt.yaml", RECEIPT);
        write("layouts/request.yaml", """
                id: request
                category: receipt
                kind: receipt-payer
                certainty: inferred
                source: ours
                records-of: bill
                composed-from: receipt
                """);

        assertThat(problems())
                .containsExactly(
                        "layouts/request.yaml:3: key \"request-lines\" is missing. Write \"request-lines: ...\"",
                        "layouts/request.yaml:6: unknown layout \"bill\". Name a file of config/layouts",
                        "layouts/request.yaml:7: layout \"receipt\" can't be used here. "
                                + "Name one of kind re-examination-selection");
    }

    @Test
    void refusesItemsOfARecordThatIsNotDeclaredAndTheRecordIdAsAnItem() throws IOException {
        write("layouts/receipt.yaml", RECEIPT.replace("  RE:\n    5:", "  HO:\n    1:"));

        assertThat(problems())
                .containsExactly(
                        "layouts/receipt.yaml:10: items of record \"HO\", which is not declared. "
                                + "Name the record under records",
                        "layouts/receipt.yaml:10: item 1 is no value. Items count from the record id");
    }

    @Test
    void refusesAColumnThatStandsTwiceAndLengthsThatCross() throws IOException {
        write(
                "layouts/table.yaml",
                TABLE
                        + "  - {name: key, field: check-result.receipt-key, required: true, type: text, min-length: 3, "
                        + "max-length: 2}\n");

        assertThat(problems())
                .containsExactly(
                        "layouts/table.yaml:10: column \"key\" stands twice. Remove one",
                        "layouts/table.yaml:10: min-length is above max-length. Correct one of them");
    }

    @Test
    void refusesInsurerNumbersThatCannotBe() throws IOException {
        write("society.yaml", "name: a\nenglish: b\ninsurer-numbers:\n  - 06990014\n  - 06990015\n  - 699\n");
        assertThat(problems())
                .containsExactly(
                        "society.yaml:5: insurer number \"06990015\" has a wrong check digit or not eight digits. "
                                + "Correct it; the last digit is the check digit",
                        "society.yaml:6: insurer number \"699\" has a wrong check digit or not eight digits. "
                                + "Correct it; the last digit is the check digit");

        write("society.yaml", "name: a\nenglish: b\ninsurer-numbers: []\n");
        assertThat(problems()).containsExactly("society.yaml:3: no insurer number. Write the society's own numbers");

        write("society.yaml", "name: a\nenglish: b\ninsurer-numbers: [06990014, 06990014]\n");
        assertThat(problems()).containsExactly("society.yaml:3: \"06990014\" stands twice in the list. Write it once");
    }

    private List<String> problems() {
        var rejected = catchThrowableOfType(ConfigurationRejectedException.class, () -> load(config));
        String folder = config.toString().replace('\\', '/') + "/";
        return rejected.problems().stream()
                .map(problem -> problem.toString().replace(folder, ""))
                .toList();
    }

    private static Layouts load(Path folder) {
        return Layouts.load(
                folder,
                folder.resolve("schemas"),
                PurposeRegister.load(folder),
                new MemberPseudonyms(new byte[32]),
                Clock.system(ZoneId.of("Asia/Tokyo")));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(config.resolve(file), text);
    }
}
