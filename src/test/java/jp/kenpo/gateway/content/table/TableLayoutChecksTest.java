package jp.kenpo.gateway.content.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import jp.kenpo.gateway.configuration.ConfigurationRejectedException;
import jp.kenpo.gateway.configuration.Problem;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.purpose.PurposeRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused in the layout of a table before any file is read. */
class TableLayoutChecksTest {

    private static final String HEAD = """
            id: made-up
            category: filing
            certainty: sandbox
            source: test
            encoding: windows-31j
            """;
    private static final String CSV = HEAD + "kind: csv\nheader: required\n";

    @TempDir
    Path config;

    @Test
    void refusesFieldsOfCategoriesThatTheLayoutDoesNotName() throws IOException {
        String column = "columns: [{name: a, field: contact.phone, required: true, type: text}]\n";

        assertThat(problems(CSV + column))
                .singleElement()
                .asString()
                .startsWith("field \"contact.phone\" is not declared in category filing");
        assertThat(problems(CSV + "further-categories: [contact]\n" + column)).isEmpty();
        assertThat(problems(CSV + "further-categories: [contacts]\n" + column))
                .contains("unknown data category \"contacts\"");
    }

    @Test
    void refusesColumnsThatContradictThemselves() throws IOException {
        assertThat(columns("{name: a, field: filing.document, required: true, type: text, dates: [compact]}"))
                .containsExactly("dates are for types date and month");
        assertThat(columns("{name: a, field: filing.document, required: true, type: digits, scale: 2}"))
                .containsExactly("scale, min and max are for type decimal");
        assertThat(columns("{name: a, field: filing.document, required: true, type: decimal, min: x}"))
                .containsExactly("min or max is no number");
        assertThat(columns("{name: a, required: true, type: text}")).containsExactly("key \"field\" is missing");
        assertThat(columns("{name: a, required: true, type: filler}"))
                .containsExactly("a filler in a table with separators");
        assertThat(columns("{name: a, field: filing.document, required: true, type: text, width: 3}"))
                .containsExactly("a width in a table with separators");
        assertThat(columns("{name: a, field: filing.document, required: true, type: digits, counts: rows}"))
                .containsExactly("counts and totals are for numbers of a header or trailer record");
        assertThat(columns("{name: a, field: filing.document, required: true, type: my-number}"))
                .containsExactly("type my-number and field my-number.number belong together");
    }

    @Test
    void showsNothingOfAPerson() throws IOException {
        assertThat(columns("{name: a, field: filing.document, required: true, type: text, shown: true}"))
                .containsExactly("only the row's own number may be shown, nothing of a person");
        assertThat(problems(CSV + "further-categories: [member-identity]\ncolumns: [{name: a, "
                        + "field: member-identity.insured-identifier, required: true, type: digits, shown: true}]\n"))
                .containsExactly("only the row's own number may be shown, nothing of a person");
        assertThat(columns("{name: a, field: filing.document, required: true, type: code, shown: true}"))
                .isEmpty();
    }

    @Test
    void wantsMembersThatCanBeToldApartByColumnsThatAreThere() throws IOException {
        String column = "columns: [{name: 番号, field: filing.document, required: true, type: digits}]\n";

        assertThat(problems(CSV + column + "members: {number: 番号}\n"))
                .containsExactly("members need a branch, or birth-date and sex");
        assertThat(problems(CSV + column + "members: {number: 番号, branch: 枝番}\n"))
                .containsExactly("no column \"枝番\"");
    }

    @Test
    void wantsATotalOverAColumnOfNumbers() throws IOException {
        String rows = "columns: [{name: 金額, field: filing.document, required: true, type: text}]\n";
        String trailer = "trailer-record: {starts-with: T, columns: [{name: 合計, field: filing.document, "
                + "required: true, type: digits, totals: 金額}]}\n";

        assertThat(problems(CSV + rows + trailer)).containsExactly("no column \"金額\" of numbers in the rows");
        assertThat(problems(CSV + rows.replace("text", "decimal") + trailer)).isEmpty();
    }

    @Test
    void wantsEveryByteOfARecordOfFixedLength() throws IOException {
        String kind = HEAD + "kind: fixed-length\nline-end: crlf\n";
        String digit = "{name: a, field: filing.document, required: true, type: digits, width: 1}";
        String wide = digit.replace("width: 1", "width: 9");

        assertThat(problems(kind + "records: [{columns: [" + digit + "]}]\n")).isEmpty();
        assertThat(problems(kind + "records: [{columns: [" + digit.replace(", width: 1", "") + "]}]\n"))
                .containsExactly("key \"width\" is missing");
        assertThat(problems(kind + "records: [{columns: [" + digit + "]}, {columns: [" + wide + "]}]\n"))
                .contains("the record has 9 bytes, the first 1", "key \"selector\" is missing");
        assertThat(problems(kind + "selector: {at: 1, width: 2}\nrecords: [{type: x, columns: [" + digit + "]}]\n"))
                .containsExactly("selector and types do not fit");
        assertThat(problems(kind.replace("windows-31j", "detect") + "records: [{columns: [" + digit + "]}]\n"))
                .containsExactly("this encoding has no fixed bytes");
    }

    @Test
    void wantsAFormCodeOnce() throws IOException {
        String column = "{name: a, field: filing.document, required: true, type: digits}";
        String form = "  - {code: \"1\", name: x, columns: [" + column + "]}\n";
        String filing = HEAD + "kind: filing\nheader: [" + column + "]\nmanagement: [" + column + "]\nestablishment: ["
                + column + "]\nforms:\n" + form;

        assertThat(problems(filing)).isEmpty();
        assertThat(problems(filing + form)).containsExactly("form \"1\" stands twice");
    }

    private List<String> columns(String column) throws IOException {
        return problems(CSV + "columns: [" + column + "]\n");
    }

    private List<String> problems(String layout) throws IOException {
        Files.createDirectories(config.resolve("layouts"));
        Files.createDirectories(config.resolve("purposes"));
        Files.copy(Path.of("config/categories.yaml"), config.resolve("categories.yaml"), REPLACE);
        Files.copy(Path.of("config/society.yaml"), config.resolve("society.yaml"), REPLACE);
        Files.writeString(config.resolve("layouts/made-up.yaml"), layout);
        var rejected = catchThrowableOfType(
                ConfigurationRejectedException.class,
                () -> Layouts.load(
                        config, config, PurposeRegister.load(config), MadeUpLayouts.PSEUDONYMS, Clock.systemUTC()));
        return rejected == null
                ? List.of()
                : rejected.problems().stream().map(Problem::what).toList();
    }

    private static final java.nio.file.CopyOption REPLACE = java.nio.file.StandardCopyOption.REPLACE_EXISTING;
}
