package jp.kenpo.gateway.content.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

    /** Behind the last byte of the stream stands what was in the buffer before. */
    @Test
    void tellsALineThatWasCutInsideItsLineEndWhateverStoodInTheBufferBefore() throws IOException {
        for (int digits = 40; digits < 60; digits++) {
            String line = "1,2,0,SI,,,,,,,,,,9," + "7".repeat(digits) + ",\r\n";
            String lines = line.repeat(2 * 256 * 1024 / line.length() + digits % 7);
            byte[] cut = lines.substring(0, lines.length() - 1).getBytes(StandardCharsets.US_ASCII);
            var reader = new LineReader(new ByteArrayInputStream(cut), Dialect.PAYER);
            while (reader.next()) {
                assertThat(reader.line().fieldCount()).isEqualTo(16);
            }
            assertThat(reader.line().ending).isEqualTo(Line.Ending.NONE);
        }
    }

    /** What kinds of bytes an item has is found eight bytes at a time or one by one, and must be the same. */
    @Test
    void knowsTheKindsOfBytesOfEachItem() throws IOException {
        var random = new Random(2);
        String[] parts = {
            "Ver", "0123456789", "ab9f", "架空", ".", "-", "ｱ", "１", " ", "x", "7", "\u007f", "zzzzzzzz", "①"
        };
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            int kinds = 0;
            for (int left = random.nextInt(12); left > 0; left--) {
                String part = parts[random.nextInt(parts.length)];
                text.append(part);
                kinds |= kinds(part.getBytes(ShiftJis.WINDOWS_31J));
            }
            String around = "1,22,0,SI," + ",".repeat(random.nextInt(70));
            byte[] line = (around + text + ",,,\r\n" + "1,2,0,SI,,,,\r\n".repeat(10)).getBytes(ShiftJis.WINDOWS_31J);
            var reader = new LineReader(new ByteArrayInputStream(line), Dialect.PAYER);
            assertThat(reader.next()).isTrue();
            int place = around.length() - around.replace(",", "").length();
            assertThat(reader.line().text(place)).isEqualTo(text.toString());
            assertThat(reader.line().has(place) ? reader.line().marks(place) : 0)
                    .isEqualTo(kinds);
        }
    }

    private static int kinds(byte[] part) {
        int kinds = 0;
        for (int at = 0; at < part.length; at++) {
            int kind = ShiftJis.kind(part[at]);
            kinds |= kind == ShiftJis.LEAD ? ShiftJis.kind(part[at], part[++at]) : kind;
        }
        return kinds;
    }

    @Test
    void doesNotTakeAHalfCharacterForAComma() throws IOException {
        var reader = new LineReader(
                new ByteArrayInputStream(new byte[] {'a', (byte) 0x83, ',', 'b', '\r', '\n'}), Dialect.PAYER);

        assertThat(reader.next()).isTrue();
        assertThat(reader.line().fieldCount()).isEqualTo(2);
        assertThat(reader.line().kinds(0) & ShiftJis.UNDECODABLE).isNotZero();
    }

    /** The items of a line are those between its commas, whatever stands where in the 64 bytes that are looked at. */
    @Test
    void findsTheItemsThatStandBetweenTheCommas() throws IOException {
        var random = new Random(1);
        var file = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            var items = new ArrayList<String>();
            for (int left = 1 + random.nextInt(i % 100 == 0 ? 200 : 40); left > 0; left--) {
                int length = random.nextInt(3) == 0 ? random.nextInt(20) : random.nextInt(2);
                String digits = Integer.toString(100_000_000 + random.nextInt(800_000_000))
                        .repeat(3);
                items.add(random.nextInt(6) == 0 ? "架x-空.".repeat(random.nextInt(4)) : digits.substring(0, length));
            }
            file.append(String.join(",", items)).append("\r\n");
            expected.add(items.subList(0, Math.min(items.size(), 128)) + " " + items.size());
        }
        var reader = new LineReader(
                new ByteArrayInputStream(file.toString().getBytes(MadeUpReceipts.ENCODING)), Dialect.PAYER);
        List<String> found = new ArrayList<>();
        while (reader.next()) {
            Line line = reader.line();
            var items = new ArrayList<String>();
            for (int place = 0; place < line.places(); place++) {
                assertThat(line.has(place)).isEqualTo(line.length(place) > 0);
                String text = line.text(place);
                boolean number = text.matches("[0-9]{1,9}");
                assertThat(line.number(place)).isEqualTo(number ? Integer.parseInt(text) : -1);
                items.add(text);
            }
            found.add(items + " " + line.fieldCount());
        }

        assertThat(found).isEqualTo(expected);
    }

    /** What nearly every line begins with is taken at once; whatever is a little different is split as all else. */
    @Test
    void splitsBeginningsThatAreNotQuiteAPrefixAndARecordId() throws IOException {
        List<List<String>> expected = new ArrayList<>();
        for (String origin : List.of("", "1", "86", "123", "x")) {
            for (String number : List.of("", "7", "12345", "123456", "1x")) {
                for (String branch : List.of("", "0", "123", "1234", "0.")) {
                    for (String id : List.of("", "S", "SI", "S1", "12", "S.", "S\"", "架", "SIX")) {
                        expected.add(List.of(origin, number, branch, id, "架", "7"));
                        expected.add(List.of(origin, number, branch, id));
                    }
                }
            }
        }
        var file = new StringBuilder();
        expected.forEach(items -> file.append(String.join(",", items)).append("\r\n"));
        var reader = new LineReader(
                new ByteArrayInputStream(file.toString().getBytes(MadeUpReceipts.ENCODING)), Dialect.PAYER);
        for (List<String> items : expected) {
            assertThat(reader.next()).isTrue();
            Line line = reader.line();
            assertThat(line.fieldCount()).isEqualTo(items.size());
            int all = 0;
            for (int place = 0; place < items.size(); place++) {
                int kinds = kinds(items.get(place).getBytes(MadeUpReceipts.ENCODING));
                assertThat(line.text(place)).isEqualTo(items.get(place));
                assertThat(line.has(place) ? line.marks(place) : 0).isEqualTo(kinds);
                all |= kinds;
            }
            assertThat(line.kinds).isEqualTo(all);
        }
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
