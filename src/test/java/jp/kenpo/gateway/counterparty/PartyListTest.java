package jp.kenpo.gateway.counterparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartyListTest {

    private static final UnaryOperator<String> DEFAULTS = text -> {
        if (!text.contains(":")) {
            throw new IllegalArgumentException("nothing is known for ${" + text + "}");
        }
        return text.substring(text.indexOf(':') + 1);
    };
    private static final String HEADER = "party,name,code,address,representative,public-keys,from,until\n";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("employers.csv");
    }

    @Test
    void readsAPartyWhole() throws IOException {
        write(HEADER + "employer-7,株式会社架空,990007,\"東京都架空区1,2\",架空 太郎,"
                + "${keys:k}/a.pub; ${keys:k}/b.pub,2026-04-01,2027-03-31\n");

        assertThat(read())
                .containsExactly(new Party(
                        "employer-7",
                        "employers",
                        "株式会社架空",
                        "990007",
                        "東京都架空区1,2",
                        "架空 太郎",
                        List.of(Path.of("k/a.pub"), Path.of("k/b.pub")),
                        LocalDate.of(2026, 4, 1),
                        LocalDate.of(2027, 3, 31)));
    }

    @Test
    void runsFromItsFirstToItsLastDayAndForeverWhereNoneIsWritten() throws IOException {
        write(HEADER + "a,甲,1,,,k,2026-04-01,2027-03-31\nb,乙,2,,,k,,\n");

        Party limited = read().get(0);
        assertThat(limited.runsOn(LocalDate.of(2026, 3, 31))).isFalse();
        assertThat(limited.runsOn(LocalDate.of(2026, 4, 1))).isTrue();
        assertThat(limited.runsOn(LocalDate.of(2027, 3, 31))).isTrue();
        assertThat(limited.runsOn(LocalDate.of(2027, 4, 1))).isFalse();
        assertThat(read().get(1).runsOn(LocalDate.of(1990, 1, 1))).isTrue();
    }

    @Test
    void namesEveryProblemWithItsLine() throws IOException {
        write("# for people\n" + HEADER
                + "Employer,甲,1,,,k,,\n"
                + "b,,2,,,k,,\n"
                + "c,丙,2 3,,,,,\n"
                + "d,丁,4,,,k,2026-04-31,\n"
                + "e,戊,5,,,k,2026-04-01,2026-03-31\n"
                + "f,己,6,,,k\n"
                + "g,庚,7,,,${keys}/g.pub,,\n");

        assertThatThrownBy(this::read)
                .hasMessageContaining(at(8) + "6 values where 8 are expected")
                .hasMessageContaining(at(9) + "nothing is known for ${keys}");
        write(Files.readString(file).replaceAll("(?m)^[fg],.*\n", ""));
        assertThatThrownBy(this::read)
                .hasMessageContaining(at(3) + "party \"Employer\" is ill-formed. Write an id in kebab-case")
                .hasMessageContaining(at(4) + "name is missing")
                .hasMessageContaining(at(5) + "code \"2 3\" is ill-formed")
                .hasMessageContaining(at(5) + "public-keys is missing")
                .hasMessageContaining(at(6) + "from \"2026-04-31\" is no date")
                .hasMessageContaining(at(7) + "the party ends before it begins");
    }

    @Test
    void refusesAnIdAndACodeThatStandTwice() throws IOException {
        write(HEADER + "a,甲,1,,,k,,\na,乙,2,,,k,,\nc,丙,1,,,k,,\n");

        assertThatThrownBy(this::read)
                .hasMessageContaining(at(3) + "party \"a\" stands twice")
                .hasMessageContaining(at(4) + "the code is already that of a");
    }

    @Test
    void refusesAnotherHeaderAndAnotherEncoding() throws IOException {
        write("party,name\na,甲\n");
        assertThatThrownBy(this::read).hasMessageContaining(at(1) + "the header is not the expected one");

        Files.write(file, (HEADER + "a,甲,1,,,k,,\n").getBytes(Charset.forName("windows-31j")));
        assertThatThrownBy(this::read).hasMessageContaining("the file is not UTF-8. Save it as CSV UTF-8");
    }

    @Test
    void readsWhatASpreadsheetSaves() throws IOException {
        write("\uFEFF" + HEADER.replace("\n", "\r\n") + "a,甲,1,,,k,,\r\n");

        assertThat(read()).extracting(Party::id).containsExactly("a");
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private List<Party> read() {
        return PartyList.read(file, "employers", DEFAULTS).parties();
    }

    private String at(int line) {
        return file + ":" + line + ": ";
    }
}
