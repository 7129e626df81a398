package jp.kenpo.gateway.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The JSON of commands and REST API: names in camelCase, times in ISO 8601 with the offset of Asia/Tokyo. */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** What a terminal could act on or be fooled by: control characters, and those that turn the reading direction. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029&&[^\\n]]");

    private Json() {}

    /** Returns the value as JSON text; characters that can't be seen are written as escapes. */
    public static String text(Object value) {
        try {
            return UNSEEN.matcher(MAPPER.writeValueAsString(value)).replaceAll(found -> escapes(found.group()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a listing can't be written as JSON", e);
        }
    }

    /** A character beyond the basic plane is two escapes. */
    private static String escapes(String character) {
        return character
                .chars()
                .mapToObj(unit -> "\\\\u" + HexFormat.of().toHexDigits((char) unit))
                .collect(Collectors.joining());
    }
}
