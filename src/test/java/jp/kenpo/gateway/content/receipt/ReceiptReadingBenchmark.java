package jp.kenpo.gateway.content.receipt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Reading;
import org.apache.commons.csv.CSVFormat;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How fast a receipt file is read with every check, beside Apache Commons CSV that only splits the same bytes. One
 * core, bytes in memory; {@link #main} prints MB/s of both and their ratio, which alone carries over to other machines.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReceiptReadingBenchmark {

    private static final int RECEIPTS = 16_000;

    private byte[] file = {};
    private final PayerReceiptContent content = MadeUpReceipts.content();

    @Setup
    public void makeFile() {
        file = MadeUpReceipts.file(RECEIPTS);
    }

    @Benchmark
    public Reading gateway() throws IOException {
        return content.read(new ByteArrayInputStream(file), Arrival.UNKNOWN);
    }

    @Benchmark
    public int splitOnly() throws IOException {
        var lines = new LineReader(new ByteArrayInputStream(file), Dialect.PAYER);
        int fields = 0;
        while (lines.next()) {
            fields += lines.line().fieldCount();
        }
        return fields;
    }

    @Benchmark
    public int commonsCsv() throws IOException {
        int fields = 0;
        var format = CSVFormat.DEFAULT.builder().setQuote(null).get();
        try (var reader = new InputStreamReader(new ByteArrayInputStream(file), MadeUpReceipts.ENCODING);
                var records = format.parse(reader)) {
            for (var record : records) {
                fields += record.size();
            }
        }
        return fields;
    }

    public static void main(String[] arguments) throws RunnerException {
        var options = new OptionsBuilder()
                .include(ReceiptReadingBenchmark.class.getName())
                .jvmArgs("-Xmx512m", "-XX:+UseSerialGC")
                .build();
        Collection<RunResult> results = new Runner(options).run();
        double gateway = megabytesPerSecond(results, "gateway");
        double commonsCsv = megabytesPerSecond(results, "commonsCsv");
        System.out.printf(
                "split only %.0f MB/s, gateway with all checks %.0f MB/s, Commons CSV %.0f MB/s, ratio %.1f%n",
                megabytesPerSecond(results, "splitOnly"), gateway, commonsCsv, gateway / commonsCsv);
    }

    private static double megabytesPerSecond(Collection<RunResult> results, String benchmark) {
        double microseconds = results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + benchmark))
                .mapToDouble(result -> result.getPrimaryResult().getScore())
                .findFirst()
                .orElseThrow();
        return MadeUpReceipts.file(RECEIPTS).length / microseconds;
    }
}
