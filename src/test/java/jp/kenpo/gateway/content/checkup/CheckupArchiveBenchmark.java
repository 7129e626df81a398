package jp.kenpo.gateway.content.checkup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Reading;
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
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * How fast an archive of 1,000 checkups is checked with schema and every rule, beside a DOM parse of each document, with
 * and without validating the tree. One core, bytes in memory; {@link #main} prints the times and their ratios. Needs
 * the shared samples: its documents are theirs with other figures.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class CheckupArchiveBenchmark {

    private static final int DOCUMENTS = 1_000;
    private static final Pattern FIGURE = Pattern.compile("(xsi:type=\"PQ\" value=\")([0-9]+)(\\.[0-9]+)?\"");
    private static final Path SAMPLE =
            Archives.OFFICIAL.resolveSibling("archives").resolve("9910000018_06999999_202505201_1.zip");

    private final CheckupArchiveContent content = Archives.content(Archives.OFFICIAL);
    private byte[] archive = {};
    private final DocumentBuilder builder = builder();
    private final Schema schema = schema();

    @Setup
    public void makeArchive() throws IOException {
        List<String> samples = new ArrayList<>();
        eachDocument(Files.readAllBytes(SAMPLE), bytes -> samples.add(new String(bytes, StandardCharsets.UTF_8)));
        var random = new Random(1);
        var made = MadeUpArchive.empty(MadeUpArchive.NAME)
                .with("ix08_V08.xml", MadeUpArchive.index(6, "9910000018", "06999999", 1, DOCUMENTS));
        for (int i = 0; i < DOCUMENTS; i++) {
            String sample = samples.get(i % samples.size())
                    .replaceAll("extension=\"100[0-9]\"", "extension=\"" + (10_000 + i) + "\"");
            made.with("DATA/h99100000182025052001%06d.xml".formatted(i + 1), varied(sample, random));
        }
        archive = made.zip();
    }

    private static String varied(String sample, Random random) {
        return FIGURE.matcher(sample).replaceAll(found -> {
            String fraction = found.group(3) == null ? "" : found.group(3);
            double value = Double.parseDouble(found.group(2) + fraction) * (0.8 + 0.4 * random.nextDouble());
            int decimals = Math.max(0, fraction.length() - 1);
            return found.group(1) + String.format(Locale.ROOT, "%." + decimals + "f", value) + "\"";
        });
    }

    @Benchmark
    public Reading gateway() throws IOException {
        return content.read(new ByteArrayInputStream(archive), Arrival.UNKNOWN);
    }

    @Benchmark
    public int dom() throws IOException {
        int[] values = {0};
        eachDocument(
                archive,
                bytes -> values[0] += tree(bytes).getElementsByTagName("value").getLength());
        return values[0];
    }

    @Benchmark
    public int domValidated() throws IOException {
        int[] documents = {0};
        eachDocument(archive, bytes -> {
            try {
                schema.newValidator().validate(new DOMSource(tree(bytes)));
                documents[0]++;
            } catch (SAXException e) {
                throw new IOException(e);
            }
        });
        return documents[0];
    }

    private interface DocumentUse {
        void use(byte[] bytes) throws IOException;
    }

    private static void eachDocument(byte[] zip, DocumentUse use) throws IOException {
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().contains("/DATA/")) {
                    use.use(entries.readAllBytes());
                }
            }
        }
    }

    private Document tree(byte[] bytes) throws IOException {
        try {
            return builder.parse(new ByteArrayInputStream(bytes));
        } catch (SAXException e) {
            throw new IOException(e);
        }
    }

    private static DocumentBuilder builder() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Schema schema() {
        try {
            var factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            return factory.newSchema(Archives.OFFICIAL.resolve("hc08_V08.xsd").toFile());
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void main(String[] arguments) throws RunnerException {
        var options = new OptionsBuilder()
                .include(CheckupArchiveBenchmark.class.getName())
                .jvmArgs("-Xmx512m", "-XX:+UseSerialGC")
                .build();
        Collection<RunResult> results = new Runner(options).run();
        double gateway = milliseconds(results, "gateway");
        double dom = milliseconds(results, "dom");
        double validated = milliseconds(results, "domValidated");
        System.out.printf(
                "%d checkups: gateway with schema and all checks %.0f ms; DOM %.0f ms, ratio %.2f; DOM validated %.0f ms, ratio %.2f%n",
                DOCUMENTS, gateway, dom, gateway / dom, validated, gateway / validated);
    }

    private static double milliseconds(Collection<RunResult> results, String benchmark) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + benchmark))
                .mapToDouble(result -> result.getPrimaryResult().getScore())
                .findFirst()
                .orElseThrow();
    }
}
