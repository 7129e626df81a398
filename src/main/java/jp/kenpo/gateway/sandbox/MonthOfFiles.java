package jp.kenpo.gateway.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.kenpo.gateway.sandbox.SandboxGenerator.GeneratedFile;
import jp.kenpo.gateway.sandbox.checkup.CheckupArchive;
import jp.kenpo.gateway.sandbox.checkup.CheckupDelivery;
import jp.kenpo.gateway.sandbox.employer.EmployerDelivery;
import jp.kenpo.gateway.sandbox.employer.EmployerFile;
import jp.kenpo.gateway.sandbox.mistake.MistakePlan;
import jp.kenpo.gateway.sandbox.mistake.MistakeSink;
import jp.kenpo.gateway.sandbox.receipt.MonthlyDelivery;
import jp.kenpo.gateway.sandbox.receipt.ReceiptFile;
import jp.kenpo.gateway.sandbox.receipt.SavedReceiptFile;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;

/** The files that the counterparties of a society send in a month; those without content are not made. */
final class MonthOfFiles {

    /** The checkups are in the form of the 4th period (第4期), which began with this month. */
    private static final YearMonth FIRST_CHECKUPS = YearMonth.of(2024, 4);

    private final Path to;
    private final List<ReceiptFile> receipts;
    private final List<CheckupArchive> archives;
    private final List<EmployerFile> uploads;
    private final FaultlessFiles faultless;

    private MonthOfFiles(
            Path to,
            List<ReceiptFile> receipts,
            List<CheckupArchive> archives,
            List<EmployerFile> uploads,
            FaultlessFiles faultless) {
        this.to = to;
        this.receipts = receipts;
        this.archives = archives;
        this.uploads = uploads;
        this.faultless = faultless;
    }

    static MonthOfFiles of(FictionalSociety society, SandboxGenerator.Order order) {
        YearMonth month = order.month();
        List<CheckupArchive> archives =
                month.isBefore(FIRST_CHECKUPS) ? List.of() : CheckupDelivery.of(society, month, order.seed());
        return new MonthOfFiles(
                order.to(),
                MonthlyDelivery.of(society, month, order.seed(), order.receipts()),
                archives,
                EmployerDelivery.of(society, month, order.seed()),
                new FaultlessFiles(society, order));
    }

    /** Returns the number of receipts, ends of receipt files, documents and rows, each of which may get a mistake. */
    long candidates() {
        return receipts.stream()
                        .mapToLong(ReceiptFile::count)
                        .map(count -> count == 0 ? 0 : count + 1)
                        .sum()
                + archives.stream().mapToLong(CheckupArchive::count).sum()
                + uploads.stream().mapToLong(EmployerFile::count).sum();
    }

    List<GeneratedFile> write(MistakePlan plan, MistakeSink made) throws IOException {
        List<GeneratedFile> files = new ArrayList<>();
        for (ReceiptFile file : receipts) {
            SavedReceiptFile saved = SavedReceiptFile.save(file, to.resolve(file.path()), plan, made);
            if (saved.written().receipts() == 0) {
                Files.delete(saved.path());
            } else {
                files.add(generated(saved));
            }
        }
        for (CheckupArchive archive : archives) {
            if (archive.count() > 0) {
                files.add(write(archive, plan, made));
            }
        }
        for (EmployerFile upload : uploads) {
            if (upload.count() > 0) {
                files.add(write(upload, plan, made));
            }
        }
        files.addAll(faultless.write(this));
        return files;
    }

    private static GeneratedFile generated(SavedReceiptFile saved) {
        ReceiptFile.Written written = saved.written();
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("receipts", written.receipts());
        counts.put("patients", written.patients());
        counts.put("lines", written.lines());
        counts.put("points", written.points());
        return new GeneratedFile(saved.path(), "receipt", counts, written.bytes(), saved.sha256());
    }

    private GeneratedFile write(CheckupArchive archive, MistakePlan plan, MistakeSink made) throws IOException {
        Path target = target(archive.path());
        long documents = archive.write(target, plan, made);
        return generated(target, "checkup-archive", "documents", documents);
    }

    private GeneratedFile write(EmployerFile upload, MistakePlan plan, MistakeSink made) throws IOException {
        Path target = target(upload.path());
        long rows = upload.write(target, plan, made);
        return generated(target, "employer-checkup", "rows", rows);
    }

    Path target(String path) throws IOException {
        Path target = to.resolve(path);
        Files.createDirectories(target.resolveSibling(""));
        return target;
    }

    static GeneratedFile generated(Path target, String layout, String counted, long number) throws IOException {
        return new GeneratedFile(target, layout, Map.of(counted, number), Files.size(target), sha256(target));
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java has no SHA-256", missing);
        }
    }
}
