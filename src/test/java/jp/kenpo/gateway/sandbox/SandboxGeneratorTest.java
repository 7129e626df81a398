package jp.kenpo.gateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxGeneratorTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 2);

    @TempDir
    Path folder;

    @Test
    void writesMembersAndReceiptsAndNothingElse() throws IOException, NoSuchAlgorithmException {
        SandboxGenerator.Generated generated = SandboxGenerator.generate(50, MONTH, 3, folder, null);

        Path receipts = folder.resolve("202604/06990014/0_COMMON001/11_RECODEINFO_MED.CSV");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .containsExactlyInAnyOrder(receipts, folder.resolve("members.csv"));
        }
        byte[] bytes = Files.readAllBytes(receipts);
        assertThat(generated.file()).isEqualTo(receipts);
        assertThat(generated.bytes()).isEqualTo(bytes.length);
        assertThat(generated.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    }

    @Test
    void listsEveryMember() throws IOException {
        SandboxGenerator.generate(50, MONTH, 3, folder, null);
        assertThat(Files.readAllLines(folder.resolve("members.csv")))
                .hasSize(51)
                .doesNotHaveDuplicates()
                .allMatch(line -> line.split(",", -1).length == 10);
    }

    @Test
    void refusesASocietyWithoutMembers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SandboxGenerator.generate(0, MONTH, 3, folder, null))
                .withMessage("a society needs at least 1 member, not 0");
    }
}
