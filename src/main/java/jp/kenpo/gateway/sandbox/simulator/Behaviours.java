package jp.kenpo.gateway.sandbox.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kenpo.gateway.sandbox.agreed.Agreed;
import jp.kenpo.gateway.sandbox.agreed.AgreedInterchange;
import jp.kenpo.gateway.sandbox.contents.Variant;
import org.jspecify.annotations.Nullable;

/**
 * How the parties behave, by interchange: as {@code sandbox/behaviours.yaml} says, and for what it does not say as the
 * configuration suggests. What answers an inquiry comes after it; what is called a result or an answer comes after what
 * the same counterparty got under that name; anything else comes once a month, on a day of its own.
 */
public final class Behaviours {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String FILE = "/sandbox/behaviours.yaml";
    private static final int FIRST_DAY = 2;
    private static final int DAYS = 22;

    private final JsonNode written;
    private final Agreed agreed;

    private Behaviours(JsonNode written, Agreed agreed) {
        this.written = written;
        this.agreed = agreed;
    }

    /**
     * Reads the file that comes with the sandbox.
     *
     * @throws IOException if it can't be read
     */
    public static Behaviours over(Agreed agreed) throws IOException {
        try (InputStream in = Behaviours.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IOException(FILE + " is missing");
            }
            return new Behaviours(YAML.readTree(in), agreed);
        }
    }

    Behaviour of(AgreedInterchange interchange) {
        JsonNode text = written.has(interchange.name()) ? written.path(interchange.name()) : MissingNode.getInstance();
        String after = text.has("after") ? text.path("after").asText() : suggested(interchange, text);
        List<Integer> days = new ArrayList<>();
        text.path("days").forEach(day -> days.add(day.asInt()));
        boolean daily = text.path("daily").asBoolean();
        if (days.isEmpty() && !daily && after == null) {
            days.add(FIRST_DAY + Math.floorMod(interchange.name().hashCode(), DAYS));
        }
        return new Behaviour(
                days,
                daily,
                after,
                text.path("delay").asInt(1),
                text.path("files").asInt(1),
                text.path("rows").asInt(Behaviour.ROWS),
                text.path("insured-only").asBoolean() || insuredOnly(interchange),
                variants(text.path("variants")));
    }

    private static List<Variant> variants(JsonNode list) {
        List<Variant> variants = new ArrayList<>();
        for (JsonNode each : list) {
            List<String> columns = new ArrayList<>();
            each.path("columns").forEach(column -> columns.add(column.asText()));
            Map<String, String> values = new LinkedHashMap<>();
            each.path("values")
                    .properties()
                    .forEach(
                            value -> values.put(value.getKey(), value.getValue().asText()));
            variants.add(new Variant(each.path("type").asText(), columns, values));
        }
        return variants;
    }

    /** What the core system gives to somebody who may get nothing about dependants. */
    private boolean insuredOnly(AgreedInterchange interchange) {
        return agreed.fedBy(interchange.name()).stream()
                .map(agreed::counterpartyOf)
                .anyMatch(each -> each.insuredPersonsOnly());
    }

    private @Nullable String suggested(AgreedInterchange interchange, JsonNode text) {
        if (text.has("days") || text.has("daily")) {
            return null;
        }
        return agreed.counterpartyOf(interchange).ownSystem()
                ? inquiry(interchange).orElse(null)
                : asked(interchange).orElse(null);
    }

    /** What the core system gives that leaves as an answer: after the inquiry reached the core system. */
    private Optional<String> inquiry(AgreedInterchange given) {
        return agreed.fedBy(given.name()).stream()
                .map(AgreedInterchange::answers)
                .filter(answers -> answers != null)
                .flatMap(answers -> agreed.fedBy(answers).stream())
                .map(AgreedInterchange::name)
                .findFirst();
    }

    /** What a counterparty gives under a name that begins as that of something it got: the longest such name. */
    private Optional<String> asked(AgreedInterchange given) {
        return agreed.counterpartyOf(given).interchanges().stream()
                .filter(each -> !each.incoming())
                .filter(each -> isAnswer(given.shortName(), each.shortName()))
                .max(Comparator.comparingInt(each -> each.shortName().length()))
                .map(AgreedInterchange::name);
    }

    private static boolean isAnswer(String given, String got) {
        String stem = got.replaceFirst("-(request|entry|issue|targets|notice)$", "");
        return given.startsWith(stem + "-") && !given.equals(got);
    }
}
