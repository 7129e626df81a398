package jp.kenpo.gateway.content.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import jp.kenpo.gateway.testing.Peers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ItemTableTest {

    @Test
    void hasEveryItemOfTheOfficialTable() throws IOException {
        var official =
                Files.readAllLines(Peers.neededSample("checkups/items/XMLhc24tab.csv"), StandardCharsets.UTF_8).stream()
                        .skip(3)
                        .map(line -> line.split(",", -1))
                        .toList();

        assertThat(official).hasSize(322);
        assertThat(official).allSatisfy(row -> {
            Item item = ItemTable.FOURTH_PERIOD.item(row[15]).orElseThrow();
            assertThat(item.format().type()).isEqualTo(row[18]);
            assertThat(item.unit()).isEqualTo(row[20]);
            assertThat(item.additional()).isFalse();
        });
    }

    @Test
    void hasTheAdditionalItemsAndTheirLists() {
        assertThat(ItemTable.FOURTH_PERIOD.items()).hasSize(523);
        assertThat(ItemTable.FOURTH_PERIOD.items().stream().filter(Item::additional))
                .hasSize(201);
        assertThat(ItemTable.FOURTH_PERIOD.items().stream()
                        .filter(item -> item.format().isCode() && item.codes().isEmpty())
                        .map(Item::codeList)
                        .distinct())
                .containsExactly(ItemTable.OID + ".3029");
    }

    @Test
    void countsBytesAsTheSpecificationDoes() {
        assertThat(ItemFormat.bytes("ABC 12")).isEqualTo(6);
        assertThat(ItemFormat.bytes("ｱｲｳ")).isEqualTo(3);
        assertThat(ItemFormat.bytes("腹囲")).isEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void saysEveryRuleAndWhatToDoInBothLanguages(String id) {
        for (String key : new String[] {id, id + ".do"}) {
            String english = texts(Locale.ROOT).getString(key);
            String japanese = texts(Locale.JAPANESE).getString(key);
            assertThat(figures(japanese)).isEqualTo(figures(english));
            assertThat(MessageFormat.format(english, "1", "2", "3")).doesNotContain("{");
            assertThat(MessageFormat.format(japanese, "1", "2", "3")).doesNotContain("{");
        }
    }

    private static Stream<String> ids() {
        return Stream.concat(
                Arrays.stream(ItemRule.values()).map(ItemRule::id),
                Arrays.stream(RepackRule.values()).map(RepackRule::id));
    }

    @ParameterizedTest
    @EnumSource(ItemRule.class)
    void givesEveryRuleAnIdOfItsOwn(ItemRule rule) {
        assertThat(Arrays.stream(ItemRule.values()).filter(other -> other.id().equals(rule.id())))
                .containsExactly(rule);
    }

    private static ResourceBundle texts(Locale locale) {
        return ResourceBundle.getBundle(
                "messages.checkupitem",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static long figures(String text) {
        return Arrays.stream(new String[] {"{0}", "{1}", "{2}"})
                .filter(text::contains)
                .count();
    }
}
