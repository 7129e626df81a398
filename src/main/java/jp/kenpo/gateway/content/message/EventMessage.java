package jp.kenpo.gateway.content.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import jp.kenpo.gateway.content.FindingCollector;

/** The bytes of a message as JSON, within limits that keep a hostile message from filling the memory. */
public final class EventMessage {

    /** Most bytes of a message. A society of 110,000 members requests about 2,000 receipts a month, some 1 MB. */
    public static final int LARGEST = 8 * 1024 * 1024;

    /** Reads and writes messages; strict, and silent about what it could not read. */
    public static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(10)
                            .maxStringLength(4_000)
                            .maxNameLength(100)
                            .maxNumberLength(20)
                            .maxTokenCount(1_000_000)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private EventMessage() {}

    /** Returns the bytes of the message; empty, with a finding, if there are too many. */
    public static Optional<byte[]> bytes(InputStream in, FindingCollector findings) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            findings.add(MessageRule.TOO_LARGE.finding(null, "", LARGEST));
            return Optional.empty();
        }
        return Optional.of(bytes);
    }

    /** Returns the message; empty, with a finding, if it is not JSON. */
    public static Optional<JsonNode> tree(byte[] bytes, FindingCollector findings) throws IOException {
        try {
            return Optional.of(JSON.readTree(bytes));
        } catch (JsonProcessingException e) {
            // the text of the exception may quote the message
            var place = e.getLocation();
            findings.add(MessageRule.NOT_JSON.finding(
                    null, "", place == null ? 0 : place.getLineNr(), place == null ? 0 : place.getColumnNr()));
            return Optional.empty();
        }
    }
}
