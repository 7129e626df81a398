package jp.kenpo.gateway.sandbox.mistake;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The list of the mistakes made, {@code manifest.jsonl}: a JSON object a line, UTF-8, in the order in which they were
 * made; the same seed gives the same bytes.
 *
 * <p>An object says {@code kind}, {@code ja}, {@code en}, {@code file}, where it is: {@code record}, {@code entry},
 * {@code line}, {@code field}, as far as there is one, and {@code expected}: a list of {@code rule}, {@code entry},
 * {@code line}, {@code field}.
 */
public final class Manifest implements MistakeSink, Closeable {

    /** Name of the file in the generated folder. */
    public static final String NAME = "manifest.jsonl";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BufferedWriter out;
    private long mistakes;

    private Manifest(BufferedWriter out) {
        this.out = out;
    }

    /** Begins the manifest in a folder that exists; an earlier one is replaced. */
    public static Manifest in(Path folder) throws IOException {
        return new Manifest(Files.newBufferedWriter(folder.resolve(NAME), StandardCharsets.UTF_8));
    }

    @Override
    public void add(Mistake mistake) throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("kind", mistake.kind().id());
        line.put("ja", mistake.kind().japanese());
        line.put("en", mistake.kind().english());
        line.put("file", mistake.file());
        putIfThere(line, "record", mistake.record());
        place(line, mistake.place());
        line.put("expected", expected(mistake.expected()));
        out.write(JSON.writeValueAsString(line));
        out.write('\n');
        mistakes++;
    }

    /** Returns the number of mistakes written so far. */
    public long mistakes() {
        return mistakes;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static List<Map<String, Object>> expected(List<Expected> expected) {
        return expected.stream().map(Manifest::finding).toList();
    }

    private static Map<String, Object> finding(Expected expected) {
        Map<String, Object> finding = new LinkedHashMap<>();
        finding.put("rule", expected.rule());
        place(finding, expected.place());
        return finding;
    }

    private static void place(Map<String, Object> line, Place place) {
        putIfThere(line, "entry", place.entry());
        if (place.line() > 0) {
            line.put("line", place.line());
        }
        putIfThere(line, "field", place.field());
    }

    private static void putIfThere(Map<String, Object> line, String key, @Nullable String value) {
        if (value != null) {
            line.put(key, value);
        }
    }
}
