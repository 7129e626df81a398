package jp.kenpo.gateway.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteLinesTest {

    @Test
    void splitsAtBothLineEndsAndKeepsTheLastLineWithoutOne() throws IOException {
        assertThat(lines("a\r\nb\n\r\nc")).containsExactly("1 a", "2 b", "3 ", "4 c open");
    }

    @Test
    void hasNoLineInAnEmptyStream() throws IOException {
        assertThat(lines("")).isEmpty();
    }

    @Test
    void marksALongLineAndGoesOnBehindIt() throws IOException {
        String longest = "x".repeat(ByteLines.LONGEST);

        assertThat(lines(longest + "\r\n" + longest + "\n" + longest))
                .containsExactly("1 " + longest, "2 " + longest, "3 " + longest + " open");
        assertThat(lines(longest + "y\r\n" + longest + "y\n" + longest.repeat(20) + "\r\nb\n" + longest + "y"))
                .containsExactly("1 too long", "2 too long", "3 too long", "4 b", "5 too long");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void doesNotDependOnHowTheStreamIsCut(int piece) throws IOException {
        byte[] text = "ab\r\ncd\r\n\r\nef".getBytes(StandardCharsets.US_ASCII);
        var cut = new InputStream() {
            private final ByteArrayInputStream whole = new ByteArrayInputStream(text);

            @Override
            public int read() {
                return whole.read();
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                return whole.read(bytes, from, Math.min(piece, length));
            }
        };

        assertThat(lines(cut)).containsExactly("1 ab", "2 cd", "3 ", "4 ef open");
    }

    @Test
    void findsLineEndsAcrossTheBytesThatAreReadAtOnce() throws IOException {
        var text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int line = 1; text.length() < 400_000; line++) {
            String content = "y".repeat(line % 97);
            text.append(content).append(line % 2 == 0 ? "\r\n" : "\n");
            expected.add(line + " " + content);
        }

        assertThat(lines(text.toString())).isEqualTo(expected);
    }

    @Test
    void copiesALineAsItCameOrWithItsOwnEnd() throws IOException {
        var asItCame = new ByteArrayOutputStream();
        var ended = new ByteArrayOutputStream();
        var lines = new ByteLines(new ByteArrayInputStream("a\nb\r\nc".getBytes(StandardCharsets.US_ASCII)));
        while (lines.next()) {
            lines.copyTo(asItCame);
            lines.copyLineTo(ended);
        }

        assertThat(asItCame.toString(StandardCharsets.US_ASCII)).isEqualTo("a\nb\r\nc");
        assertThat(ended.toString(StandardCharsets.US_ASCII)).isEqualTo("a\r\nb\r\nc\r\n");
    }

    private static List<String> lines(String text) throws IOException {
        return lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static List<String> lines(InputStream in) throws IOException {
        var lines = new ByteLines(in);
        List<String> found = new ArrayList<>();
        while (lines.next()) {
            String text =
                    lines.tooLong() ? "too long" : lines.ascii(0, lines.length()) + (lines.ended() ? "" : " open");
            found.add(lines.number() + " " + text);
        }
        return found;
    }
}
