package jp.kenpo.gateway.content.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ItemNameTest {

    @ParameterizedTest
    @EnumSource(names = {"DPC", "DEN", "PHA", "NURSING"})
    void namesTheItemsByTheKindThatTheLinesShow(FileKind kind) {
        String file = new String(MadeUpKinds.payer(kind), MadeUpReceipts.ENCODING);
        String shown = "";
        for (String line : file.split("\r\n", -1)) {
            List<String> cells = Arrays.asList(line.split(",", -1));
            if (cells.size() > Line.RECORD_ID) {
                shown = ItemName.kind(shown, cells.subList(Line.RECORD_ID, cells.size()));
            }
            int name = cells.indexOf("カクウハナコ");
            if (name > 0) {
                assertThat(ItemName.of(shown, "RE", name - 2).map(ItemName::name))
                        .contains("カタカナ（氏名）");
            }
        }

        assertThat(shown).isEqualTo(kind.key());
    }

    @Test
    void knowsNoItemOfARecordThatTheKindDoesNotHave() {
        assertThat(ItemName.of("medical", "SY", 2).map(ItemName::english)).contains("diseaseCode");
        assertThat(ItemName.of("dental", "SY", 2)).isEmpty();
        assertThat(ItemName.of("medical", "ZZ", 2)).isEmpty();
        assertThat(ItemName.of("medical", "SY", 99)).isEmpty();
    }

    @Test
    void findsTheSearchNumberOfDentalReceiptsBehindTheNameOfTheInstitution() {
        String control =
                new String(MadeUpKinds.payer(FileKind.DEN), Charset.forName("windows-31j")).split("\r\n", -1)[0];
        List<String> items = Arrays.asList(control.split(",", -1)).subList(Line.RECORD_ID, 11);

        assertThat(items.get(ItemName.searchNumberOf(items.size()) - 1)).isEqualTo("13150805000000001");
    }
}
