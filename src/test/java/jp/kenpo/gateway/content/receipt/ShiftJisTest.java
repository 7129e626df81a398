package jp.kenpo.gateway.content.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import jp.kenpo.gateway.content.EightBytes;
import org.junit.jupiter.api.Test;

class ShiftJisTest {

    private long word;

    @Test
    void tellsDigitsAndLettersFromEveryOtherByte() {
        for (int other = 0; other < 256; other++) {
            for (int at = 0; at < EightBytes.COUNT; at++) {
                assertThat(kindsWith((byte) other, at, "00000000")).isEqualTo(ShiftJis.plainKinds(word));
                assertThat(kindsWith((byte) other, at, "AzZaMm09")).isEqualTo(ShiftJis.plainKinds(word));
            }
        }
    }

    /** Puts a byte among others, and returns the kinds of all, looked at one by one; 0 if one is no digit or letter. */
    private int kindsWith(byte other, int at, String others) {
        byte[] bytes = others.getBytes(StandardCharsets.US_ASCII);
        bytes[at] = other;
        word = EightBytes.at(bytes, 0);
        int kinds = 0;
        for (byte each : bytes) {
            boolean plain = each > 0 && Character.isLetterOrDigit(each);
            if (!plain) {
                return 0;
            }
            kinds |= ShiftJis.kind(each);
        }
        return kinds;
    }
}
