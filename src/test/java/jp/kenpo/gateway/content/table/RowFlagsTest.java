package jp.kenpo.gateway.content.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Projected;
import jp.kenpo.gateway.content.RowFlag;
import org.junit.jupiter.api.Test;

/** Rows that stay because of what they say about their member. */
class RowFlagsTest {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final String COLUMNS = """
            columns:
              - {name: 番号, field: member-identity.insured-identifier, required: true, type: digits%s}
              - {name: 区分, field: enrolment.relationship, required: true, type: code%s}
              - {name: 不開示, field: enrolment.disclosure-flag, required: false, type: code%s}
              - {name: 提供停止, field: enrolment.opt-out, required: false, type: code%s}
            """;
    private static final String FLAGS = """
            flags:
              non-disclosure: {column: 不開示, set: ["1"]}
              opt-out: {column: 提供停止, set: ["1"], clear: ["", "2"]}
              person: {column: 区分, insured: ["1"], dependant: ["2"]}
            """;
    private static final String CSV = "encoding: utf-8\nheader: none\n" + COLUMNS.formatted("", "", "", "") + FLAGS;
    private static final String TABLE = "11,1,,\n12,1,1,\n13,2,0,2\n14,2,,1\n15,1,1,1\n16,1,9,\n17,9,0,0\n";
    private static final Set<String> NUMBER = Set.of("member-identity.insured-identifier");

    @Test
    void countsTheFlagsAndTakesACodeThatNobodyKnowsAsSet() throws IOException {
        var counts = MadeUpLayouts.csv(CSV).read(stream(TABLE), Arrival.UNKNOWN).counts();

        assertThat(counts)
                .containsEntry("records", 7L)
                .containsEntry("dependants", 3L)
                .containsEntry("nonDisclosed", 3L)
                .containsEntry("optedOut", 3L)
                .containsEntry("nonDisclosedOrOptedOut", 5L);
    }

    @Test
    void countsNothingThatIsNotDeclared() throws IOException {
        var counts = MadeUpLayouts.csv(CSV.substring(0, CSV.indexOf("flags:")))
                .read(stream(TABLE), Arrival.UNKNOWN)
                .counts();

        assertThat(counts).containsOnlyKeys("records", "lines");
    }

    @Test
    void holdsRowsBackAndLeavesRowsOutAndCountsEachOnce() throws IOException {
        var out = new ByteArrayOutputStream();
        Projected projected =
                project(MadeUpLayouts.csv(CSV), TABLE, Set.of(RowFlag.NON_DISCLOSURE, RowFlag.OPT_OUT), out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("11\r\n13\r\n");
        assertThat(projected.records()).isEqualTo(2);
        assertThat(projected.held()).isEqualTo(3);
        assertThat(projected.leftOut()).isEqualTo(2);
        assertThat(projected.recordsIn()).isEqualTo(7);
    }

    @Test
    void letsEveryRowGoWhereNoRuleAsks() throws IOException {
        var out = new ByteArrayOutputStream();
        Projected projected = project(MadeUpLayouts.csv(CSV), TABLE, Set.of(), out);

        assertThat(projected.records()).isEqualTo(7);
        assertThat(projected.held() + projected.leftOut()).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).hasLineCount(7);
    }

    @Test
    void holdsBackRecordsOfFixedLengthWithoutLeavingAGap() throws IOException {
        String yaml = "encoding: windows-31j\nline-end: crlf\nrecords:\n  - columns:\n"
                + COLUMNS.formatted(", width: 2", ", width: 1", ", width: 1", ", width: 1")
                        .replace("columns:\n", "")
                        .indent(4)
                + FLAGS;
        var form = MadeUpLayouts.form("fixed-length", yaml, FixedLengthForm.class);
        Content content = new FixedLengthContent(FixedLayout.of(form, MadeUpLayouts.surroundings()));
        String file = "111  \r\n1211 \r\n131 2\r\n";
        var out = new ByteArrayOutputStream();
        Projected projected = project(content, file, Set.of(RowFlag.NON_DISCLOSURE), out);

        assertThat(content.read(stream(file), Arrival.UNKNOWN).counts()).containsEntry("nonDisclosed", 1L);
        assertThat(out.toString(WINDOWS_31J)).isEqualTo("11   \r\n13   \r\n");
        assertThat(projected.recordsIn()).isEqualTo(3);
        assertThat(projected.held()).isEqualTo(1);
    }

    @Test
    void refusesFlagsThatContradictThemselves() {
        assertThatThrownBy(() -> MadeUpLayouts.csv(CSV.replace("clear: [\"\", \"2\"]", "clear: [\"1\"]")))
                .hasMessageContaining("one code both sets and clears the flag");
        assertThatThrownBy(() -> MadeUpLayouts.csv(CSV.replace("dependant: [\"2\"]", "dependant: [\"1\"]")))
                .hasMessageContaining("one code stands for insured and dependant");
        assertThatThrownBy(() -> MadeUpLayouts.csv(CSV.substring(0, CSV.indexOf("flags:")) + "flags: {}\n"))
                .hasMessageContaining("flags without a flag");
    }

    private static Projected project(Content content, String table, Set<RowFlag> staying, ByteArrayOutputStream out)
            throws IOException {
        return content.project(stream(table), out, new Permission(NUMBER, false, staying));
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(WINDOWS_31J));
    }
}
