package jp.kenpo.gateway.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Content;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/** How fast content is checked with all rules and the members concerned, as ratios within one run on one thread. */
public final class ContentBench {

    private static final double TIMES_CAMEL = 5;
    private static final double PART_OF_SCAN = 1.0 / 3;
    private static final double TIMES_COMMONS_CSV = 1;
    private static final double TIMES_DOM = 4;

    private final int rounds;
    private final LongSupplier nanoseconds;

    /**
     * @param rounds rounds that count
     * @param nanoseconds a running clock, best that of this process on its processors
     */
    public ContentBench(int rounds, LongSupplier nanoseconds) {
        this.rounds = rounds;
        this.nanoseconds = nanoseconds;
    }

    /** Measures a receipt file beside Camel's CSV with a lazy split, and beside a scan that only finds items and record ids. */
    public List<Comparison> receipts(Content content, byte[] file, Charset encoding) throws Exception {
        try (var camel = new CamelSplit()) {
            Map<String, Double> speeds = new Race(nanoseconds)
                    .add("check", () -> check(content, file, Arrival.UNKNOWN))
                    .add("camel", () -> camel.split(file, encoding))
                    .add("scan", () -> RecordScan.of(new ByteArrayInputStream(file)))
                    .run(file.length, rounds);
            return List.of(
                    comparison("receipt-check", "camel-csv-lazy-split", speeds, "camel", TIMES_CAMEL),
                    comparison("receipt-check", "scan-of-record-ids-and-items", speeds, "scan", PART_OF_SCAN));
        }
    }

    /**
     * Measures a table beside Apache Commons CSV, which only splits it.
     *
     * @param name what the table is called in the comparison
     */
    public List<Comparison> table(String name, Content content, byte[] file, Charset encoding) throws Exception {
        Map<String, Double> speeds = new Race(nanoseconds)
                .add("check", () -> check(content, file, Arrival.UNKNOWN))
                .add("commons", () -> commonsCsv(file, encoding))
                .run(file.length, rounds);
        return List.of(comparison(name, "commons-csv", speeds, "commons", TIMES_COMMONS_CSV));
    }

    /**
     * Measures an archive of checkups beside a DOM parse of each document, without the schema and with it.
     *
     * <p>The goal is set on the one with the schema: only that gives an answer to the same question. The one without
     * checks nothing; a bare SAX parse, which does not even build a tree, takes three quarters of its time, so no check
     * that has a document parsed can take a quarter. It is told for comparison.
     *
     * @param fileName name of the archive, which its own rules compare with its content
     * @param schema of the documents; null if the installation has none, then nothing is validated by either
     */
    public List<Comparison> archive(Content content, byte[] file, String fileName, @Nullable Path schema)
            throws Exception {
        var arrival = new Arrival(fileName, null, null);
        DomParse plain = DomParse.plain();
        var race = new Race(nanoseconds)
                .add("check", () -> check(content, file, arrival))
                .add("dom", () -> plain.of(file));
        if (schema == null) {
            return List.of(withoutGoal("archive-check", "dom-per-document", race.run(file.length, rounds), "dom"));
        }
        DomParse validating = DomParse.validating(schema);
        Map<String, Double> speeds =
                race.add("validated", () -> validating.of(file)).run(file.length, rounds);
        return List.of(
                withoutGoal("archive-check", "dom-per-document", speeds, "dom"),
                comparison("archive-check", "dom-with-schema-per-document", speeds, "validated", TIMES_DOM));
    }

    private static Comparison withoutGoal(String name, String against, Map<String, Double> speeds, String other) {
        return comparison(name, against, speeds, other, Comparison.NO_GOAL);
    }

    private static Comparison comparison(
            String name, String against, Map<String, Double> speeds, String other, double goal) {
        double own = speeds.getOrDefault("check", 0.0);
        double theirs = speeds.getOrDefault(other, 0.0);
        return Comparison.of(name, own, against, theirs, goal);
    }

    private static long check(Content content, byte[] file, Arrival arrival) throws IOException {
        return content.read(new ByteArrayInputStream(file), arrival).records();
    }

    private static long commonsCsv(byte[] file, Charset encoding) throws IOException {
        long cells = 0;
        try (var reader = new InputStreamReader(new ByteArrayInputStream(file), encoding);
                var rows = CSVFormat.DEFAULT.parse(reader)) {
            for (var row : rows) {
                cells += row.size();
            }
        }
        return cells;
    }
}
