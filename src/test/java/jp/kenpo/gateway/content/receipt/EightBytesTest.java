package jp.kenpo.gateway.content.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Eight bytes at once say what eight bytes one by one say. */
class EightBytesTest {

    private static final Pattern TWELVE = Pattern.compile("(?<![0-9])[0-9]{12}(?![0-9])");

    private final Random random = new Random(1);

    @Test
    void readsNumbersOfOneToEightDigits() {
        for (int i = 0; i < 20_000; i++) {
            int count = 1 + random.nextInt(8);
            String digits = "%08d".formatted(random.nextInt(100_000_000)).substring(8 - count);
            byte[] bytes = (digits + ",/:x\u00e9\u0000\u007f1").getBytes(StandardCharsets.ISO_8859_1);

            assertThat(EightBytes.number(EightBytes.at(bytes, 0), count)).isEqualTo(Integer.parseInt(digits));
            assertThat(EightBytes.digits(EightBytes.at(bytes, 0))).isEqualTo(count);
        }
    }

    @Test
    void takesNoByteForADigitThatIsNone() {
        for (int other = 0; other < 256; other++) {
            byte[] bytes = {'1', (byte) other, '9', '0', '0', '0', '0', '0'};
            boolean digit = other >= '0' && other <= '9';

            assertThat(EightBytes.digits(EightBytes.at(bytes, 0))).isEqualTo(digit ? 8 : 1);
        }
    }

    @Test
    void tellsDigitsAndLettersFromEveryOtherByte() {
        for (int other = 0; other < 256; other++) {
            for (int at = 0; at < EightBytes.COUNT; at++) {
                assertThat(kindsWith((byte) other, at, "00000000")).isEqualTo(EightBytes.plainKinds(word));
                assertThat(kindsWith((byte) other, at, "AzZaMm09")).isEqualTo(EightBytes.plainKinds(word));
            }
        }
    }

    private long word;

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

    @Test
    void findsTwelveDigitsInARowWhereverTheyStandAndNoMore() {
        for (int i = 0; i < 200_000; i++) {
            var text = new StringBuilder();
            for (int runs = random.nextInt(4); runs >= 0; runs--) {
                text.append("x".repeat(random.nextInt(5))).append("7".repeat(random.nextInt(16)));
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);

            assertThat(EightBytes.hasTwelveDigits(bytes, 0, bytes.length))
                    .as(text.toString())
                    .isEqualTo(TWELVE.matcher(text).find());
        }
    }
}
