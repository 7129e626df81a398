package jp.kenpo.gateway.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.report.ErrorReport;
import jp.kenpo.gateway.content.report.ReportSubject;

/**
 * Reads a file as a layout says and tells what is wrong with it; nothing is kept, nothing moves.
 *
 * @param counts receipts or records, lines, members, then what else the content counts
 * @param findings the first of them, in the order of the file
 * @param errors number of errors, also of those not among the findings
 * @param report the same as the party that sent such a file would get it
 */
public record FileCheck(
        String layout, Map<String, Long> counts, List<FindingView> findings, long errors, ErrorReport report) {

    /** What the JSON of the command shows. */
    public record View(String layout, Map<String, Long> counts, List<FindingView> findings) {}

    /**
     * Checks a file against a layout that is configured.
     *
     * @param locale language of the findings
     * @param progress is told how many bytes were read so far
     * @throws UncheckedIOException if the file can't be read
     */
    public static FileCheck of(
            Installation installation, String layout, Path file, Locale locale, LongConsumer progress) {
        try (var in = new CountedStream(Files.newInputStream(file), progress)) {
            var content = installation.layouts().content(layout);
            var reading = content.read(in, content.copy(Objects.toString(file.getFileName())))
                    .refusingMyNumbers();
            var findings = reading.findings().stream()
                    .map(finding -> FindingView.of(finding, locale))
                    .toList();
            var name = String.valueOf(file.getFileName());
            var report = new ErrorReport(
                    new ReportSubject(null, name, layout, null, null),
                    reading.findings(),
                    reading.errors(),
                    reading.warnings());
            return new FileCheck(layout, counts(reading), findings, reading.errors(), report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the number of errors and warnings that are not among the findings. */
    public long unlisted() {
        return report.unlisted();
    }

    /** Returns the part that the JSON shows. */
    public View view() {
        return new View(layout, counts, findings);
    }

    private static Map<String, Long> counts(Reading reading) {
        var counts = new LinkedHashMap<String, Long>();
        counts.put(reading.counts().containsKey("receipts") ? "receipts" : "records", reading.records());
        counts.put("lines", reading.counts().getOrDefault("lines", 0L));
        counts.put("members", reading.members());
        reading.counts().forEach(counts::putIfAbsent);
        return counts;
    }
}
