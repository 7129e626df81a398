package jp.kenpo.gateway.content.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Reading;
import org.junit.jupiter.api.Test;

/** Where most cells get a glance only, nothing is found other than by a look at each sign. */
class PlainCellsTest {

    private static final String COLUMNS = """
            encoding: utf-8
            header: required
            columns:
              - {name: a, field: filing.document, required: true, type: digits, min-length: 2, max-length: 5}
              - {name: b, field: filing.document, required: false, type: code, max-length: 20}
              - {name: c, field: filing.document, required: false, type: text, max-bytes: 10}
              - {name: d, field: filing.document, required: false, type: text, formulas: allowed}
              - {name: e, field: filing.document, required: false, type: half-width, max-length: 13}
              - {name: f, field: filing.document, required: true, type: digits, codes: ["1", "12", "06990014"]}
              - {name: g, field: member-identity.insurer-number, required: true, type: insurer-number}
              - {name: h, field: filing.document, required: false, type: date}
              - {name: i, field: cash-benefit.amount, required: false, type: decimal, scale: 1, min: 1, max: 20}
              - {name: j, field: my-number.number, required: false, type: digits}
              - {name: k, field: member-identity.insured-identifier, required: false, type: text}
              - {name: l, field: filing.document, required: false, type: text}
            members: {insurer-number: g, symbol: b, number: k, branch: a}
            """;
    private static final String HEADER = "a,b,c,d,e,f,g,h,i,j,k,l\r\n";
    private static final List<String> CELLS = List.of(
            "",
            "1",
            "12",
            "12",
            "12345",
            "123456",
            "12345678",
            "06990014",
            "06990014",
            "06990015",
            "20260401",
            "20260431",
            "A-1",
            "=1+1",
            "-5",
            "-",
            "1.5",
            "1.55",
            "@x",
            " 1",
            "a b",
            "\u0001",
            "\u007f",
            "\t1",
            "a",
            "Abc",
            "12345678901",
            "123456789018",
            "123456789012",
            "1234-5678-9018",
            "1234567890123",
            "\"1\"",
            "\"",
            "x\u00001");
    /** So many that all findings are kept. */
    private static final int ROWS = 100;

    private final CsvContent content = MadeUpLayouts.csv(COLUMNS);
    private final Random random = new Random(5);

    @Test
    void findsTheSameInALineOfHalfWidthSignsAndInOneThatHasToBeDecoded() throws IOException {
        for (int round = 0; round < 60; round++) {
            List<String> rows = rows();

            Reading quick = read(rows, "x");
            Reading decoded = read(rows, "漢");

            assertThat(quick.findings()).hasSizeGreaterThan(ROWS).isEqualTo(decoded.findings());
            assertThat(quick.errors()).isEqualTo(decoded.errors());
            assertThat(quick.counts()).isEqualTo(decoded.counts());
            assertThat(quick.fields()).isEqualTo(decoded.fields());
            assertThat(quick.members()).isEqualTo(decoded.members()).isPositive();
            assertThat(quick.myNumbers()).isEqualTo(decoded.myNumbers());
        }
    }

    @Test
    void findsInARowWhatItFindsInARowAlone() throws IOException {
        List<String> rows = rows();
        List<Finding> all = read(rows, "x").findings();
        for (int i = 0; i < rows.size(); i++) {
            long line = i + 2L;

            assertThat(all.stream().filter(finding -> finding.line() == line))
                    .extracting(Finding::rule, Finding::field)
                    .containsExactlyElementsOf(read(rows.subList(i, i + 1), "漢").findings().stream()
                            .filter(finding -> finding.line() > 0)
                            .map(finding -> tuple(finding.rule(), finding.field()))
                            .toList());
        }
    }

    @Test
    void addsUpEveryCellOfATotal() throws IOException {
        var totals = MadeUpLayouts.csv("""
                encoding: utf-8
                header: required
                columns:
                  - {name: 支給額, field: cash-benefit.amount, required: true, type: digits}
                trailer-record:
                  starts-with: T
                  columns:
                    - {name: 合計, field: cash-benefit.amount, required: true, type: digits, totals: 支給額}
                """);
        byte[] table = "支給額\r\n100\r\n100\r\n100\r\n20\r\nT,320\r\n".getBytes(StandardCharsets.UTF_8);

        assertThat(totals.read(new ByteArrayInputStream(table), Arrival.UNKNOWN).findings())
                .isEmpty();
    }

    private List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            rows.add(random.ints(11, 0, CELLS.size()).mapToObj(CELLS::get).collect(Collectors.joining(",")));
        }
        return rows;
    }

    private Reading read(List<String> rows, String last) throws IOException {
        String table = rows.stream().map(row -> row + "," + last + "\r\n").collect(Collectors.joining("", HEADER, ""));
        return content.read(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), Arrival.UNKNOWN);
    }
}
