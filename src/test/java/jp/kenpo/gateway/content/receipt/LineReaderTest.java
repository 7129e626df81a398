package jp.kenpo.gateway.content.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    @Test
    void splitsLinesAtTheirEndsAndItemsAtCommas() throws IOException {
        assertThat(lines("a,b,\r\n,c\n\r\nd\r\n\u001a"))
                .containsExactly("[a, b, ] CRLF", "[, c] LF", "[] CRLF", "[d] CRLF");
    }

    @Test
    void tellsALineThatWasCut() throws IOException {
        assertThat(lines("a\r\nb,c")).containsExactly("[a] CRLF", "[b, c] NONE");
        assertThat(lines("a\r\nb,c\u001a")).containsExactly("[a] CRLF", "[b, c] NONE");
    }

    @Test
    void takesTheLongestLineAndLeavesOutALongerOne() throws IOException {
        String longest = "x".repeat(Line.MAX_BYTES);

        assertThat(lines(longest + "\r\nb\r\n")).containsExactly("[" + longest + "] CRLF", "[b] CRLF");
        assertThat(lines("x".repeat(1_000_000) + "\r\nb\r\n")).containsExactly("too long", "[b] CRLF");
    }

    @Test
    void readsAcrossTheEdgesOfItsBufferHoweverTheStreamComes() throws IOException {
        String line = "1,2,0,SI,架空,,,9\r\n";
        var reader = new LineReader(new Trickle(line.repeat(50_000).getBytes(MadeUpReceipts.ENCODING)), Dialect.PAYER);
        while (reader.next()) {
            assertThat(reader.line().fieldCount()).isEqualTo(8);
            assertThat(reader.line().text(4)).isEqualTo("架空");
        }
        assertThat(reader.line().number).isEqualTo(50_000);
    }

    @Test
    void doesNotTakeAHalfCharacterForAComma() throws IOException {
        var reader = new LineReader(
                new ByteArrayInputStream(new byte[] {'a', (byte) 0x83, ',', 'b', '\r', '\n'}), Dialect.PAYER);

        assertThat(reader.next()).isTrue();
        assertThat(reader.line().fieldCount()).isEqualTo(2);
        assertThat(reader.line().kinds(0) & ShiftJis.UNDECODABLE).isNotZero();
    }

    private static List<String> lines(String text) throws IOException {
        var reader = new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)), Dialect.PAYER);
        var lines = new ArrayList<String>();
        while (reader.next()) {
            Line line = reader.line();
            var items = new ArrayList<String>();
            for (int place = 0; place < line.places(); place++) {
                items.add(line.text(place));
            }
            lines.add(line.tooLong ? "too long" : items + " " + line.ending);
        }
        return lines;
    }

    /** Gives a few bytes a time, another number each time. */
    private static final class Trickle extends InputStream {

        private final ByteArrayInputStream bytes;
        private int step;

        Trickle(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            step = step % 997 + 1;
            return bytes.read(target, offset, Math.min(length, step));
        }
    }
}
