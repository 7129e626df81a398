package jp.kenpo.gateway.sandbox;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import jp.kenpo.gateway.sandbox.society.FictionalMember;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;
import jp.kenpo.gateway.sandbox.society.ReceiptFile;
import jp.kenpo.gateway.sandbox.society.SavedReceiptFile;
import org.jspecify.annotations.Nullable;

/**
 * Makes a fictional society and the file of its receipts of a month, for trials, tests and measurements.
 *
 * <p>The same seed gives the same bytes. Memory does not grow with the number of members or receipts.
 */
public final class SandboxGenerator {

    private static final String HEADER = "保険者番号,記号,番号,枝番,氏名,カナ氏名,性別,生年月日,続柄,住所";

    /**
     * What was made.
     *
     * @param members members of the society
     * @param patients those who have a receipt in the file
     * @param points total points of the insurer as claimed
     * @param bytes size of the receipt file
     * @param sha256 hash of the receipt file, in hexadecimal
     * @param file the receipt file
     */
    public record Generated(
            long members,
            long patients,
            long receipts,
            long lines,
            long points,
            long bytes,
            String sha256,
            Path file) {}

    private SandboxGenerator() {}

    /**
     * Writes {@code members.csv} (UTF-8) and, in the folders that the payer fund uses, the receipt file.
     *
     * @param month month of treatment, September 2021 at the earliest; the folder names the month of delivery
     * @param to folder that is made if it does not exist; files of the same name are replaced
     * @param receipts exact number of receipts; null for as many as the members usually have
     * @throws IllegalArgumentException if a number is below 1, or the month too early
     * @throws IOException if the folder can't be written
     */
    public static Generated generate(int members, YearMonth month, long seed, Path to, @Nullable Long receipts)
            throws IOException {
        FictionalSociety society = new FictionalSociety(seed, members);
        ReceiptFile file = new ReceiptFile(society, month, seed, receipts);
        Files.createDirectories(to);
        writeMembers(society, to.resolve("members.csv"));
        SavedReceiptFile saved = SavedReceiptFile.save(file, to.resolve(file.path()));
        ReceiptFile.Written written = saved.written();
        return new Generated(
                members,
                written.patients(),
                written.receipts(),
                written.lines(),
                written.points(),
                written.bytes(),
                saved.sha256(),
                saved.path());
    }

    private static void writeMembers(FictionalSociety society, Path target) throws IOException {
        try (Writer out = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
            out.write(HEADER + "\r\n");
            for (int index = 0; index < society.members(); index++) {
                out.write(line(society.member(index)));
            }
        }
    }

    private static String line(FictionalMember member) {
        return String.join(
                        ",",
                        FictionalSociety.INSURER_NUMBER,
                        member.symbol(),
                        member.number(),
                        member.branchNumber(),
                        member.name(),
                        member.kana(),
                        String.valueOf(member.sexCode()),
                        member.birthDate().toString(),
                        member.insured() ? "本人" : "家族",
                        member.address())
                + "\r\n";
    }
}
