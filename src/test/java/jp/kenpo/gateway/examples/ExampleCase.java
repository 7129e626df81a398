package jp.kenpo.gateway.examples;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One example beside a route: {@code routes/<party>/<interchange>.examples/<case>/case.yaml} and the files that it names.
 *
 * @param interchange the interchange whose transfer is looked at, known by the folder
 * @param folder where the files of the example lie
 */
record ExampleCase(String interchange, Path folder, Text text) {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    /**
     * What {@code case.yaml} says.
     *
     * @param it one sentence that the example shows
     * @param party party of a list whose home must stay as it is where nothing is to be delivered; null: none is
     * @param overlay what stands otherwise in {@code config/} for the examples that have one; null: nothing
     * @param arrives what comes in, one after the other; each but the last has to be accepted
     */
    record Text(
            String it,
            @Nullable String party,
            @Nullable List<Edit> overlay,
            List<Arrival> arrives,
            Expectation expect) {}

    /**
     * One text of the configuration that stands otherwise, in a gateway of its own that all such examples share: what an
     * example changes must leave the others alone.
     *
     * @param in file below {@code config/}
     * @param after a text that stands before it, once; the next {@code replace} behind it is meant
     */
    record Edit(String in, String after, String replace, String by) {}

    /**
     * One file or message that comes in, or a command that a person gives in between. In the path, in a message and in a
     * command {@code ${interchange}} stands for the id of the transfer that came in on that interchange earlier in the
     * example.
     *
     * @param on interchange that it arrives on; null for a command
     * @param at path at the counterparty, or in its home at the gateway; null for a message
     * @param from party of a list that gives it (employers and the like); null: the counterparty itself
     * @param file name of the file beside the case
     * @param properties properties of a message
     * @param run the command and its arguments
     * @param cutOff interchange with a batch of the day: the cut-off has come for what this example let come in
     */
    record Arrival(
            @Nullable String on,
            @Nullable String at,
            @Nullable String from,
            @Nullable String file,
            @Nullable Map<String, String> properties,
            @Nullable List<String> run,
            @Nullable String cutOff) {}

    /**
     * What has to become of the transfer on the example's interchange. What is null is not looked at.
     *
     * @param error last error, in full
     * @param entries kinds of the ledger's entries, in order
     * @param findings each of them has to be there with the values it names; an empty list means that there is none
     * @param handedOn interchanges of the transfers made from it
     * @param left fields that left
     * @param removed fields that did not leave, and how often
     * @param delivered null: nothing may reach the counterparty
     */
    record Expectation(
            String state,
            @Nullable String error,
            List<String> purposes,
            @Nullable Long records,
            @Nullable Long members,
            List<String> entries,
            @Nullable List<JsonNode> findings,
            @Nullable List<String> handedOn,
            @Nullable List<String> left,
            @Nullable Map<String, Long> removed,
            @Nullable Delivered delivered) {}

    /**
     * What reached the counterparty.
     *
     * @param at path as the counterparty sees it, with {@code *} in the name
     * @param file name of the file beside the case that has the same bytes; {@code ${any:32}} in it stands for 32 letters
     *     or digits that each installation makes by itself, such as the key of a member in a study; null for an archive
     *     that bears the day
     * @param holds documents of an archive, by their names in it, and the files beside the case that have the same bytes:
     *     every document below {@code DATA/}, and no other; null where it is none
     * @param queue queue on which the file is announced; null where none is
     * @param to party of a list that gets it; null: the counterparty itself
     */
    record Delivered(
            String at,
            @Nullable String file,
            @Nullable Map<String, String> holds,
            @Nullable String queue,
            @Nullable String to) {}

    /** Returns all examples below {@code routes/}, in the order of their paths. */
    static List<ExampleCase> all(Path routes) throws IOException {
        try (Stream<Path> folders = Files.walk(routes)) {
            return folders.filter(folder -> Files.isDirectory(folder)
                            && folder.resolveSibling("")
                                    .getFileName()
                                    .toString()
                                    .endsWith(".examples"))
                    .sorted()
                    .map(ExampleCase::read)
                    .toList();
        }
    }

    private static ExampleCase read(Path folder) {
        Path examples = folder.resolveSibling("");
        String party = examples.resolveSibling("").getFileName().toString();
        String name = examples.getFileName().toString().replace(".examples", "");
        try {
            Text text = YAML.readValue(folder.resolve("case.yaml").toFile(), Text.class);
            return new ExampleCase(party + "." + name, folder, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(folder + " is no example", failed);
        }
    }

    /** Returns what stands otherwise for this example; nothing for most. */
    List<Edit> overlay() {
        List<Edit> edits = text.overlay();
        return edits == null ? List.of() : edits;
    }

    String counterparty() {
        return interchange.substring(0, interchange.indexOf('.'));
    }

    /** Returns how the test is called. */
    String title() {
        return interchange + " " + folder.getFileName() + ": " + text.it();
    }

    byte[] bytes(String file) {
        try {
            return Files.readAllBytes(folder.resolve(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
