package jp.kenpo.gateway.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who the gateway's configuration says is reached by system, read as data from its files: the sandbox makes a key for
 * each and plays the servers of some.
 *
 * @param hosted user names at the gateway's own SFTP server: counterparties, and parties of lists
 * @param folders folders at the servers of the other counterparties, by counterparty
 */
record ReachedParties(NavigableSet<String> hosted, Map<String, NavigableSet<String>> folders) {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String CHECKS = ".checks.yaml";

    /**
     * Reads {@code counterparties/*.yaml} and {@code parties/*.csv}. What is wrong there is for the gateway to say:
     * here it is passed over.
     *
     * @throws IOException if a file can't be read
     */
    static ReachedParties in(Path configDir) throws IOException {
        ReachedParties parties = new ReachedParties(new TreeSet<>(), new TreeMap<>());
        for (Path file : files(configDir.resolve("counterparties"), ".yaml")) {
            if (!file.toString().endsWith(CHECKS)) {
                parties.add(YAML.readTree(file.toFile()));
            }
        }
        for (Path file : files(configDir.resolve("parties"), ".csv")) {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            lines.stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", 2)[0])
                    .forEach(parties.hosted::add);
        }
        return parties;
    }

    /** Returns the counterparties that have a server of their own, which the gateway logs in to. */
    Set<String> remote() {
        return folders.keySet();
    }

    Set<String> foldersOf(String counterparty) {
        return folders.getOrDefault(counterparty, new TreeSet<>());
    }

    private void add(JsonNode counterparty) {
        String id = counterparty.path("id").asText();
        JsonNode connection = counterparty.path("connection");
        if (connection.has("remote-sftp")) {
            NavigableSet<String> named = new TreeSet<>();
            counterparty.path("interchanges").forEach(each -> Stream.of("file-arrival", "file-delivery")
                    .map(each::path)
                    .filter(JsonNode::isObject)
                    .forEach(channel -> named.add(channel.path("folder").asText())));
            folders.put(id, named);
        } else if (connection.has("hosted-sftp") || connection.path("queues").has("home")) {
            hosted.add(id);
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
