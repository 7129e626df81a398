package jp.kenpo.gateway.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import jp.kenpo.gateway.sandbox.mistake.Manifest;
import jp.kenpo.gateway.sandbox.mistake.MistakePlan;
import jp.kenpo.gateway.sandbox.mistake.MistakeSink;
import jp.kenpo.gateway.sandbox.receipt.MonthlyDelivery;
import jp.kenpo.gateway.sandbox.receipt.ReceiptFile;
import jp.kenpo.gateway.sandbox.receipt.SavedReceiptFile;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;
import jp.kenpo.gateway.sandbox.society.MemberEvents;
import jp.kenpo.gateway.sandbox.society.MemberList;
import org.jspecify.annotations.Nullable;

/**
 * Makes a fictional society and the files of a month, for trials, tests and measurements.
 *
 * <p>The same order gives the same bytes. Memory does not grow with the number of members or receipts.
 */
public final class SandboxGenerator {

    /**
     * What is to be made.
     *
     * @param members members of the society, at least 1
     * @param month month of treatment, September 2021 at the earliest; the folders name the month of delivery
     * @param to folder that is made if it does not exist; files of the same name are replaced
     * @param receipts exact number of receipts of all kinds; null for as many as the members usually have
     * @param mistakes mistakes to be made; null for none
     */
    public record Order(
            int members,
            YearMonth month,
            long seed,
            Path to,
            @Nullable Long receipts,
            @Nullable Mistakes mistakes) {

        /** An order of files without a mistake. */
        public static Order of(int members, YearMonth month, long seed, Path to) {
            return new Order(members, month, seed, to, null, null);
        }
    }

    /**
     * How many mistakes are to be made: an exact number, or a share of all receipts.
     *
     * @param count exact number; null to go by the rate
     * @param rate from 0 to 1, without a count
     */
    public record Mistakes(@Nullable Long count, double rate) {}

    /**
     * What was made.
     *
     * @param members members of the society
     * @param receipts receipts of all kinds
     * @param mistakes number of mistakes, each a line of {@code manifest.jsonl}
     * @param files the receipt files
     */
    public record Generated(
            long members, long receipts, long lines, long bytes, long mistakes, List<GeneratedFile> files) {}

    /**
     * A file that was made.
     *
     * @param patients members with a receipt in the file
     * @param points total points of the insurer as claimed; yen for nursing
     * @param sha256 hash of the file, in hexadecimal
     */
    public record GeneratedFile(
            Path file, long receipts, long patients, long lines, long points, long bytes, String sha256) {}

    private SandboxGenerator() {}

    /**
     * Writes {@code members.csv} and {@code events.jsonl}, in the folders that the payer fund uses the receipt files, and, if mistakes are
     * ordered, {@code manifest.jsonl}.
     *
     * @throws IllegalArgumentException if a number is out of its range, or the month too early
     * @throws IOException if the folder can't be written
     */
    public static Generated generate(Order order) throws IOException {
        FictionalSociety society = new FictionalSociety(order.seed(), order.members());
        List<ReceiptFile> files = MonthlyDelivery.of(society, order.month(), order.seed(), order.receipts());
        MistakePlan plan = plan(order, files);
        Files.createDirectories(order.to());
        MemberList.write(society, order.to().resolve("members.csv"));
        MemberEvents.write(society, order.month(), order.to().resolve("events.jsonl"));
        Mistakes mistakes = order.mistakes();
        if (mistakes == null) {
            return generated(order, save(files, order.to(), plan, mistake -> {}), 0);
        }
        try (Manifest manifest = Manifest.in(order.to())) {
            List<GeneratedFile> made = save(files, order.to(), plan, manifest);
            return generated(order, made, manifest.mistakes());
        }
    }

    private static MistakePlan plan(Order order, List<ReceiptFile> files) {
        Mistakes mistakes = order.mistakes();
        if (mistakes == null) {
            return MistakePlan.none();
        }
        Long count = mistakes.count();
        if (count == null) {
            return MistakePlan.atRate(mistakes.rate(), order.seed());
        }
        long receipts = files.stream().mapToLong(ReceiptFile::count).sum();
        return MistakePlan.exactly(count, receipts, order.seed());
    }

    private static List<GeneratedFile> save(List<ReceiptFile> files, Path to, MistakePlan plan, MistakeSink made)
            throws IOException {
        List<GeneratedFile> saved = new ArrayList<>();
        for (ReceiptFile file : files) {
            SavedReceiptFile each = SavedReceiptFile.save(file, to.resolve(file.path()), plan, made);
            if (each.written().receipts() == 0) {
                Files.delete(each.path());
            } else {
                saved.add(generated(each));
            }
        }
        return saved;
    }

    private static GeneratedFile generated(SavedReceiptFile saved) {
        ReceiptFile.Written written = saved.written();
        return new GeneratedFile(
                saved.path(),
                written.receipts(),
                written.patients(),
                written.lines(),
                written.points(),
                written.bytes(),
                saved.sha256());
    }

    private static Generated generated(Order order, List<GeneratedFile> files, long mistakes) {
        return new Generated(
                order.members(),
                files.stream().mapToLong(GeneratedFile::receipts).sum(),
                files.stream().mapToLong(GeneratedFile::lines).sum(),
                files.stream().mapToLong(GeneratedFile::bytes).sum(),
                mistakes,
                files);
    }
}
