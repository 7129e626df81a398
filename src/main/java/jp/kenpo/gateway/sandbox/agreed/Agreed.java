package jp.kenpo.gateway.sandbox.agreed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything that the gateway's files agree: counterparties with their parties and interchanges, layouts, and which
 * interchange feeds which.
 *
 * @param counterparties all of them, in the order of their ids
 * @param layouts layouts by id
 * @param sources the interchange that an outbound route begins with, by the route's id
 */
public record Agreed(
        List<AgreedCounterparty> counterparties, Map<String, AgreedLayout> layouts, Map<String, String> sources) {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String CHECKS = ".checks.yaml";
    private static final List<String> BEGINNINGS = List.of("interchange:", "batch:");

    /**
     * Reads the files of an installation.
     *
     * @throws IOException if a file can't be read or is no YAML
     */
    public static Agreed in(Path configDir, Path routesDir) throws IOException {
        List<AgreedCounterparty> counterparties = new ArrayList<>();
        for (JsonNode file : files(configDir.resolve("counterparties"), 1)) {
            JsonNode list = file.path("parties");
            counterparties.add(AgreedCounterparty.of(
                    file, list.isTextual() ? rows(configDir.resolve("parties").resolve(list.asText())) : List.of()));
        }
        Map<String, AgreedLayout> layouts = new TreeMap<>();
        for (JsonNode file : files(configDir.resolve("layouts"), 1)) {
            layouts.put(file.path("id").asText(), AgreedLayout.of(file));
        }
        Map<String, String> sources = new TreeMap<>();
        for (JsonNode file : files(routesDir, 2)) {
            file.forEach(each -> addSource(each.path("route"), sources));
        }
        return new Agreed(counterparties, layouts, sources);
    }

    /** Returns all interchanges of all counterparties. */
    public Stream<AgreedInterchange> interchanges() {
        return counterparties.stream().flatMap(each -> each.interchanges().stream());
    }

    /** Returns an interchange by its full name. */
    public Optional<AgreedInterchange> interchange(String name) {
        return interchanges().filter(each -> each.name().equals(name)).findFirst();
    }

    /** Returns a layout by its id; one without kind if there is none. */
    public AgreedLayout layout(String id) {
        return layouts.getOrDefault(id, AgreedLayout.of(MissingNode.getInstance()));
    }

    /** Returns the counterparty of an interchange. */
    public AgreedCounterparty counterpartyOf(AgreedInterchange interchange) {
        return counterparties.stream()
                .filter(each -> each.id().equals(interchange.counterparty()))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the interchanges that what arrived on another goes out on. */
    public List<AgreedInterchange> fedBy(String interchange) {
        return interchanges()
                .filter(each -> interchange.equals(sources.get(each.name())))
                .toList();
    }

    private static void addSource(JsonNode route, Map<String, String> sources) {
        String uri = route.path("from").path("uri").asText();
        for (String beginning : BEGINNINGS) {
            if (uri.startsWith(beginning)) {
                sources.put(route.path("id").asText(), uri.substring(beginning.length()));
            }
        }
    }

    private static List<JsonNode> files(Path folder, int depth) throws IOException {
        List<JsonNode> contents = new ArrayList<>();
        for (Path file : yaml(folder, depth)) {
            contents.add(YAML.readTree(file.toFile()));
        }
        return contents;
    }

    private static List<Path> yaml(Path folder, int depth) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder, depth)) {
            return all.filter(file -> file.toString().endsWith(".yaml")
                            && !file.toString().endsWith(CHECKS))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private static List<Map<String, String>> rows(Path csv) throws IOException {
        if (!Files.exists(csv)) {
            return List.of();
        }
        List<String> lines = Files.readAllLines(csv, StandardCharsets.UTF_8);
        return CsvRows.of(String.join(
                "\n", lines.stream().filter(line -> !line.startsWith("#")).toList()));
    }
}
