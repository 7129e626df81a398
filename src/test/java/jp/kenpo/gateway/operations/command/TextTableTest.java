package jp.kenpo.gateway.operations.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void alignsWhereCharactersTakeTwoColumns() {
        var table = new TextTable("NAME", "件数", "NOTE");
        table.row("支払基金", 7, null);
        table.row("ab", 1200, List.of("a", "b"));
        table.row("ｱ", 3, List.of("taisho-audit.receipts", "b"));
        assertThat(printed(table)).isEqualTo("""
                        NAME      件数  NOTE
                        支払基金     7  -
                        ab        1200  a, b
                        ｱ            3  taisho-audit.receipts
                                        b
                        """);
    }

    private static String printed(TextTable table) {
        var out = new StringWriter();
        table.print(new PrintWriter(out, true));
        return out.toString();
    }
}
