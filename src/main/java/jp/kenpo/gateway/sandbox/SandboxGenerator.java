package jp.kenpo.gateway.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import jp.kenpo.gateway.sandbox.mistake.Manifest;
import jp.kenpo.gateway.sandbox.mistake.MistakePlan;
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
     * @param filings layout of filings (届書), by which employers' filings are made; null for no filings
     */
    public record Order(
            int members,
            YearMonth month,
            long seed,
            Path to,
            @Nullable Long receipts,
            @Nullable Mistakes mistakes,
            @Nullable Path filings) {

        /** An order without filings. */
        public Order(
                int members,
                YearMonth month,
                long seed,
                Path to,
                @Nullable Long receipts,
                @Nullable Mistakes mistakes) {
            this(members, month, seed, to, receipts, mistakes, null);
        }

        /** An order of files without a mistake. */
        public static Order of(int members, YearMonth month, long seed, Path to) {
            return new Order(members, month, seed, to, null, null);
        }
    }

    /**
     * How many mistakes are to be made: an exact number, or a share of all receipts, documents and rows.
     *
     * @param count exact number; null to go by the rate
     * @param rate from 0 to 1, without a count
     */
    public record Mistakes(@Nullable Long count, double rate) {

        private MistakePlan plan(long candidates, long seed) {
            return count == null ? MistakePlan.atRate(rate, seed) : MistakePlan.exactly(count, candidates, seed);
        }
    }

    /**
     * What was made.
     *
     * @param members members of the society
     * @param receipts receipts of all kinds
     * @param documents checkups in archives
     * @param rows checkups in employers' files
     * @param mistakes number of mistakes, each a line of {@code manifest.jsonl}
     * @param files the files that counterparties would send
     */
    public record Generated(
            long members,
            long receipts,
            long documents,
            long rows,
            long bytes,
            long mistakes,
            List<GeneratedFile> files) {}

    /**
     * A file that was made.
     *
     * @param layout id of the layout that reads it
     * @param counts what is in it: receipts, patients, lines, points (yen for nursing), documents or rows
     * @param sha256 hash of the file, in hexadecimal
     */
    public record GeneratedFile(Path file, String layout, Map<String, Long> counts, long bytes, String sha256) {}

    private SandboxGenerator() {}

    /**
     * Writes {@code members.csv} and {@code events.jsonl}, in the folders that the payer fund uses the receipt files,
     * the archives of checkups and guidance and employers' files of the month, and, if mistakes are ordered, {@code manifest.jsonl}.
     *
     * <p>The manifest says what is found in files that lie where they were made: a reader that is not told the folder
     * can't compare with it.
     *
     * @throws IllegalArgumentException if a number is out of its range, or the month too early
     * @throws IOException if the folder can't be written
     */
    public static Generated generate(Order order) throws IOException {
        FictionalSociety society = new FictionalSociety(order.seed(), order.members());
        MonthOfFiles files = MonthOfFiles.of(society, order);
        Mistakes mistakes = order.mistakes();
        MistakePlan plan = mistakes == null ? MistakePlan.none() : mistakes.plan(files.candidates(), order.seed());
        Files.createDirectories(order.to());
        MemberList.write(society, order.to().resolve("members.csv"));
        MemberEvents.write(society, order.month(), order.to().resolve("events.jsonl"));
        if (mistakes == null) {
            return generated(order, files.write(plan, mistake -> {}), 0);
        }
        try (Manifest manifest = Manifest.in(order.to())) {
            List<GeneratedFile> written = files.write(plan, manifest);
            return generated(order, written, manifest.mistakes());
        }
    }

    private static Generated generated(Order order, List<GeneratedFile> files, long mistakes) {
        return new Generated(
                order.members(),
                sum(files, "receipts"),
                sum(files, "documents"),
                sum(files, "rows"),
                files.stream().mapToLong(GeneratedFile::bytes).sum(),
                mistakes,
                files);
    }

    private static long sum(List<GeneratedFile> files, String counted) {
        return files.stream()
                .mapToLong(file -> file.counts().getOrDefault(counted, 0L))
                .sum();
    }
}
