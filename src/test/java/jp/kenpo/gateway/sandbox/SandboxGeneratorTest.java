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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxGeneratorTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 2);

    @TempDir
    Path folder;

    @Test
    void writesMembersAndReceiptsOfEachKindAndNothingElse() throws IOException, NoSuchAlgorithmException {
        SandboxGenerator.Generated generated = SandboxGenerator.generate(
                new SandboxGenerator.Order(2_000, MONTH, 3, folder, null, null, Path.of("config/layouts/filing.yaml")));

        Path receipts = folder.resolve("202604/06990014/0_COMMON001");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> !file.toString().matches(".*(checkup-association|guidance|employers).*")))
                    .containsExactlyInAnyOrder(
                            folder.resolve("members.csv"),
                            folder.resolve("events.jsonl"),
                            receipts.resolve("11_RECODEINFO_MED.CSV"),
                            receipts.resolve("12_RECODEINFO_DPC.CSV"),
                            receipts.resolve("13_RECODEINFO_DEN.CSV"),
                            receipts.resolve("14_RECODEINFO_PHA.CSV"),
                            receipts.resolve("15_RECODEINFO_NUR.CSV"));
        }
        assertThat(generated.receipts()).isBetween(2_000L, 2_500L);
        assertThat(generated.documents()).isBetween(20L, 120L);
        assertThat(generated.files())
                .extracting(SandboxGenerator.GeneratedFile::layout)
                .contains("receipt", "checkup-archive", "guidance-archive", "employer-checkup", "filing");
        for (SandboxGenerator.GeneratedFile made : generated.files()) {
            byte[] bytes = Files.readAllBytes(made.file());
            assertThat(made.bytes()).isEqualTo(bytes.length);
            assertThat(made.sha256())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        }
    }

    @Test
    void makesExactlyAsManyReceiptsAsOrdered() throws IOException {
        var order = new SandboxGenerator.Order(100, MONTH, 3, folder, 1_000L, null);
        assertThat(SandboxGenerator.generate(order).receipts()).isEqualTo(1_000);
    }

    @Test
    void listsEveryMistakeInAManifest() throws IOException {
        var order = new SandboxGenerator.Order(300, MONTH, 3, folder, null, new SandboxGenerator.Mistakes(60L, 0));
        SandboxGenerator.Generated generated = SandboxGenerator.generate(order);

        assertThat(generated.mistakes()).isEqualTo(60);
        List<String> manifest = Files.readAllLines(folder.resolve("manifest.jsonl"));
        assertThat(manifest).hasSize(60).doesNotHaveDuplicates().allMatch(line -> line.contains("\"expected\":[{"));
        SandboxGenerator.generate(order);
        assertThat(Files.readAllLines(folder.resolve("manifest.jsonl"))).isEqualTo(manifest);
    }

    @Test
    void refusesMoreMistakesThanReceipts() {
        var order = new SandboxGenerator.Order(10, MONTH, 3, folder, 20L, new SandboxGenerator.Mistakes(1_000L, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SandboxGenerator.generate(order))
                .withMessageStartingWith("there is no room for 1000 mistakes in ");
    }

    @Test
    void listsEveryMember() throws IOException {
        SandboxGenerator.generate(SandboxGenerator.Order.of(50, MONTH, 3, folder));
        assertThat(Files.readAllLines(folder.resolve("members.csv")))
                .hasSize(51)
                .doesNotHaveDuplicates()
                .allMatch(line -> line.split(",", -1).length == 10);
    }

    @Test
    void refusesASocietyWithoutMembers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SandboxGenerator.generate(SandboxGenerator.Order.of(0, MONTH, 3, folder)))
                .withMessage("a society needs at least 1 member, not 0");
    }
}
