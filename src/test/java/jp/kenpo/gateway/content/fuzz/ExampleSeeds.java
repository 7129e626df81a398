package jp.kenpo.gateway.content.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Right files that lie beside the routes as examples: a new layout that is used there is tried without a line here. */
final class ExampleSeeds {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Path CONFIG = Path.of("config");
    private static final int SHORTEST_VALUE = 4;
    private static final Set<String> PERSONS = Set.of(
            "member-identity.name", "member-identity.name-kana", "contact.name", "contact.address", "contact.phone");

    private ExampleSeeds() {}

    /** Returns one for each layout that is in none of the others and has an example. */
    static List<Seed> beside(Set<String> others) {
        Map<String, Path> files = new LinkedHashMap<>();
        Map<String, String> layouts = layoutsOfInterchanges();
        for (Path example : examples()) {
            JsonNode text = yaml(example);
            Path folder = example.resolveSibling("");
            String layout = layouts.getOrDefault(interchangeOf(folder), "");
            String file = right(text);
            if (!file.isEmpty() && !layout.isEmpty() && !others.contains(layout)) {
                files.putIfAbsent(layout, folder.resolve(file));
            }
        }
        List<Seed> seeds = new ArrayList<>();
        files.forEach((layout, file) -> seeds.add(seed(layout, file)));
        return seeds;
    }

    /** What was accepted is right as it came, what was delivered as it left. */
    private static String right(JsonNode example) {
        JsonNode arrivals = example.path("arrives");
        return example.at("/expect/state").asText().equals("accepted")
                ? arrivals.path(arrivals.size() - 1).path("file").asText()
                : example.at("/expect/delivered/file").asText();
    }

    private static Seed seed(String layout, Path file) {
        JsonNode form = yaml(CONFIG.resolve("layouts/" + layout + ".yaml"));
        byte[] bytes = bytes(file);
        Charset encoding = form.path("encoding").asText().equals("utf-8")
                ? StandardCharsets.UTF_8
                : Charset.forName("windows-31j");
        return new Seed(layout, bytes, persons(form, new String(bytes, encoding)));
    }

    private static List<String> persons(JsonNode form, String text) {
        List<String[]> rows = text.lines().map(line -> line.split(",", -1)).toList();
        List<String> names = List.of(rows.get(0));
        List<String> persons = new ArrayList<>();
        for (JsonNode column : form.path("columns")) {
            int place = names.indexOf(column.path("name").asText());
            if (place >= 0 && PERSONS.contains(column.path("field").asText())) {
                rows.stream()
                        .skip(1)
                        .filter(row -> row.length > place && row[place].length() >= SHORTEST_VALUE)
                        .forEach(row -> persons.add(row[place]));
            }
        }
        return persons;
    }

    private static Map<String, String> layoutsOfInterchanges() {
        Map<String, String> layouts = new LinkedHashMap<>();
        for (Path file : files(CONFIG.resolve("counterparties"), ".yaml")) {
            JsonNode counterparty = yaml(file);
            counterparty
                    .path("interchanges")
                    .properties()
                    .forEach(each -> layouts.put(
                            counterparty.path("id").asText() + "." + each.getKey(),
                            each.getValue().path("layout").asText()));
        }
        return layouts;
    }

    private static List<Path> examples() {
        return files(Path.of("routes"), "/case.yaml");
    }

    private static String interchangeOf(Path folder) {
        Path routes = Path.of("routes").relativize(folder);
        return routes.getName(0) + "." + routes.getName(1).toString().replace(".examples", "");
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static JsonNode yaml(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
