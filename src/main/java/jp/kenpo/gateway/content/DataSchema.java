package jp.kenpo.gateway.content;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** JSON Schemas of the data of messages, for programs that send them; the readers check more than a schema can say. */
public final class DataSchema {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DataSchema() {}

    /** Returns the schema of that name, which lies in the jar below {@code asyncapi/}. */
    public static Map<String, Object> of(String name) {
        try (InputStream schema = DataSchema.class.getResourceAsStream("/asyncapi/" + name + ".json")) {
            return JSON.readValue(schema, new TypeReference<>() {});
        } catch (IOException failed) {
            throw new UncheckedIOException("the schema of the messages " + name + " can't be read", failed);
        }
    }
}
