package jp.kenpo.gateway.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records are counted in the bytes, whoever wrote them and in whatever pieces. */
class RecordCountTest {

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    @Test
    void countsTheLinesBehindTheNames() {
        assertThat(count(1, List.of(), "番号,氏名\r\n1,架空\r\n2,表能\r\n")).isEqualTo(2);
        assertThat(count(0, List.of(), "1,架空\r\n2,表能\r\n")).isEqualTo(2);
    }

    @Test
    void countsALastLineWithoutAnEnd() {
        assertThat(count(1, List.of(), "a,b\r\n1,x\r\n2,y")).isEqualTo(2);
    }

    @Test
    void countsNoHeaderAndNoTrailerRecord() {
        assertThat(count(0, List.of("H", "T1"), "H,20260401\r\nHX,1\r\nT,2\r\nT1\r\n"))
                .isEqualTo(2);
        assertThat(count(0, List.of("H", "T1"), "H\nT1,3\nT12\nT1")).isEqualTo(1);
    }

    @Test
    void knowsAMarkInQuotesAndBehindAByteOrderMark() {
        assertThat(count(0, List.of("H"), "\"H\",20260401\r\n1,x\r\n\"H\"\r\n")).isEqualTo(1);
        byte[] marked = "\uFEFFH,20260401\r\n1,x\r\n".getBytes(StandardCharsets.UTF_8);
        var counted = new RecordCount(0, List.of("H"));
        counted.see(marked, 0, marked.length);
        assertThat(counted.records()).isEqualTo(1);
    }

    @Test
    void countsNothingInNothing() {
        assertThat(count(1, List.of(), "")).isZero();
        assertThat(count(1, List.of(), "a,b\r\n")).isZero();
    }

    /** One byte at a time and all at once must come to the same. */
    private static long count(long header, List<String> marks, String text) {
        byte[] bytes = text.getBytes(SHIFT_JIS);
        var whole = new RecordCount(header, marks);
        whole.see(bytes, 0, bytes.length);
        var piecemeal = new RecordCount(header, marks);
        for (int i = 0; i < bytes.length; i++) {
            piecemeal.see(bytes, i, 1);
        }
        long records = whole.records();
        assertThat(piecemeal.records()).isEqualTo(records);
        return records;
    }
}
