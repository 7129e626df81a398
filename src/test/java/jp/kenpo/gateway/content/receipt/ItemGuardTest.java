package jp.kenpo.gateway.content.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import jp.kenpo.gateway.member.MyNumberSearch;
import jp.kenpo.gateway.member.NumberCandidate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ItemGuardTest {

    private final Random random = new Random(3);

    /** By their bytes, items are looked at in several ways; what is seen must be what is in their text. */
    @Test
    void seesInTheBytesWhatStandsInTheText() throws IOException {
        String[] signs = {"x", "Ver", "-", " ", "架空", "１", "7", ".", "①", ""};
        int seen = 0;
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int left = 1 + random.nextInt(4); left > 0; left--) {
                text.append(signs[random.nextInt(i % 2 == 0 ? 2 : signs.length)]);
                text.append(number());
            }
            long expected = MyNumberSearch.in(text).stream()
                    .filter(NumberCandidate::isValid)
                    .count();

            assertThat(sightings(text.toString())).as(text.toString()).isEqualTo(expected);
            seen += (int) expected;
        }
        assertThat(seen).isGreaterThan(10_000);
    }

    /** Judged once for each number, these lines would take a minute. */
    @Test
    @Timeout(20)
    void aLineFullOfNumbersIsJudgedOnce() throws IOException {
        String line = "1,5,0,CO,33,1,840000006," + "123456789018x".repeat(600) + "\r\n";
        byte[] file = line.repeat(1_000).getBytes(ShiftJis.WINDOWS_31J);
        var reader = new LineReader(new ByteArrayInputStream(file), Dialect.PAYER);
        var guard = new ItemGuard();
        while (reader.next()) {
            guard.see(reader.line(), RecordTable.MEDICAL.items(RecordId.CO), new Findings());
        }

        assertThat(guard.sightings().count()).isEqualTo(600_000);
    }

    /** Twelve digits that are often a My Number of nobody, or eleven, or in three groups. */
    private String number() {
        String digits = Integer.toString(100_000 + random.nextInt(10)) + (100_000 + random.nextInt(20));
        for (int last = 0; last < 10; last++) {
            String number = digits.substring(0, 11) + last;
            if (MyNumberSearch.in(number).get(0).isValid()) {
                digits = number;
            }
        }
        return switch (random.nextInt(6)) {
            case 0 -> digits.substring(1);
            case 1 -> digits.substring(0, 4) + "-" + digits.substring(4, 8) + "-" + digits.substring(8);
            default -> digits;
        };
    }

    private static long sightings(String text) throws IOException {
        byte[] line = ("1,5,0,CO,33,1,840000006," + text + "\r\n").getBytes(ShiftJis.WINDOWS_31J);
        var reader = new LineReader(new ByteArrayInputStream(line), Dialect.PAYER);
        assertThat(reader.next()).isTrue();
        var guard = new ItemGuard();
        guard.see(reader.line(), RecordTable.MEDICAL.items(RecordId.CO), new Findings());
        return guard.sightings().count();
    }
}
