package jp.kenpo.gateway.content;

import java.util.List;
import java.util.Map;

/**
 * What a message of a layout looks like to a program that sends it: a CloudEvent in structured JSON.
 *
 * @param types what stands under the key "type" of messages that are read
 * @param data JSON Schema of {@code data}
 */
public record MessageForm(List<String> types, Map<String, ?> data) {}
