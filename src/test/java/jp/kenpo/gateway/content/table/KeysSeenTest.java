package jp.kenpo.gateway.content.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysSeenTest {

    private final KeysSeen keys = new KeysSeen();

    @ParameterizedTest
    @ValueSource(strings = {"", "E", "2026060000", "A-", "202606000000000000", "a key longer than any number "})
    void knowsEachKeyOfARun(String prefix) {
        for (int round = 0; round < 2; round++) {
            for (int key = 10_000; key < 40_000; key++) {
                assertThat(keys.add(decoded(prefix + key))).isEqualTo(round == 0);
            }
        }
    }

    @Test
    void takesNoKeyForAnother() {
        var random = new Random(3);
        Set<String> known = new HashSet<>();
        for (int i = 0; i < 200_000; i++) {
            StringBuilder key = new StringBuilder();
            for (int signs = 1 + random.nextInt(26); signs > 0; signs--) {
                key.append("000000001Pp@あ\u0001".charAt(random.nextInt(i % 2 == 0 ? 9 : 14)));
            }
            assertThat(keys.add(decoded(key.toString()))).isEqualTo(known.add(key.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "12345678", "123456789", "E10000000", "abcdefghijklmn", "abcdefghijklmno", "1-1", "=1"})
    void knowsAKeyHoweverItsLineWasRead(String key) {
        assertThat(keys.add(halfWidth(key))).isTrue();
        assertThat(keys.add(decoded(key))).isFalse();
        assertThat(keys.add(decoded(key + "0"))).isTrue();
        assertThat(keys.add(halfWidth(key + "0"))).isFalse();
    }

    private static Cell decoded(String key) {
        var cells = new Cells();
        cells.take(List.of(key));
        return cells.cell(0);
    }

    private static Cell halfWidth(String key) {
        byte[] line = (key + ",stale bytes").getBytes(StandardCharsets.US_ASCII);
        var cells = new Cells(line);
        assertThat(cells.splitHalfWidth(key.length())).isTrue();
        return cells.cell(0);
    }
}
