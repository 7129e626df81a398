package jp.kenpo.gateway.content;

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
    void countsTheBytesBeforeASignWhateverStandsBesideIt() {
        long commas = EightBytes.eightTimes(',');
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[EightBytes.COUNT];
            for (int at = 0; at < bytes.length; at++) {
                // the neighbours of the comma differ from it in one bit only
                bytes[at] = (byte) "-,.+\u00ac\u0000\u00ff(l".charAt(random.nextInt(9));
            }
            int first = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(',');

            assertThat(EightBytes.before(EightBytes.at(bytes, 0), commas)).isEqualTo(first < 0 ? 8 : first);
        }
    }

    @Test
    void findsTwelveDigitsInARowWhereverTheyStandAndNoMore() {
        for (int i = 0; i < 200_000; i++) {
            var text = new StringBuilder();
            for (int runs = random.nextInt(4); runs >= 0; runs--) {
                text.append("x".repeat(random.nextInt(5))).append("7".repeat(random.nextInt(16)));
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);

            var twelve = TWELVE.matcher(text);
            assertThat(EightBytes.twelveDigits(bytes, 0, bytes.length))
                    .as(text.toString())
                    .isEqualTo(twelve.find() ? twelve.start() : -1);
        }
    }
}
