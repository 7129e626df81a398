package jp.kenpo.gateway.content.receipt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which items each record of one kind of receipt has, read once from the table beside this class.
 *
 * <p>The table is part of the program, not of what was agreed: it follows the specification, not the installation.
 */
final class RecordTable {

    /** Medical receipts (医科), editions of 2018 to 2023. */
    static final RecordTable MEDICAL = read("medical.csv");

    private final Map<RecordId, RecordItems> records = new EnumMap<>(RecordId.class);

    private RecordTable(List<String> lines) {
        var building = new EnumMap<RecordId, RecordItems.Builder>(RecordId.class);
        for (String line : lines) {
            String[] parts = line.split(",", -1);
            building.computeIfAbsent(RecordId.valueOf(parts[0]), id -> new RecordItems.Builder())
                    .add(parts);
        }
        building.forEach((id, builder) -> records.put(id, builder.build(id)));
        records.put(RecordId.UNKNOWN, new RecordItems(RecordId.UNKNOWN, List.of(Item.RECORD_ID), true));
    }

    RecordItems items(RecordId id) {
        return Objects.requireNonNull(records.get(id));
    }

    private static RecordTable read(String resource) {
        var stream = Objects.requireNonNull(RecordTable.class.getResourceAsStream(resource), resource);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new RecordTable(reader.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the table " + resource + " is in the jar", e);
        }
    }
}
