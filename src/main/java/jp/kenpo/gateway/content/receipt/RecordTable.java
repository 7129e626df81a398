package jp.kenpo.gateway.content.receipt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.kenpo.gateway.content.receipt.RecordItems.Knowledge;

/**
 * Which items each record of one kind of receipt has, read once from the table beside this class.
 *
 * <p>The table is part of the program, not of what was agreed: it follows the specification, not the installation. A
 * line {@code @inferred} lowers all records of the table, {@code @like} takes records of the medical table over,
 * {@code @open} names records that further items may follow in, {@code @unread} those known by their id only.
 */
final class RecordTable {

    /** Medical receipts (医科), editions of 2018 to 2023. */
    static final RecordTable MEDICAL = read("medical.csv");

    /** DPC receipts. */
    static final RecordTable DPC = read("dpc.csv");

    /** Dental receipts (歯科), edition of 2026. */
    static final RecordTable DENTAL = read("dental.csv");

    /** Pharmacy receipts (調剤), edition of 2026. */
    static final RecordTable PHARMACY = read("pharmacy.csv");

    /** Receipts of home nursing (訪問看護). */
    static final RecordTable NURSING = read("nursing.csv");

    private final RecordItems[] records = new RecordItems[RecordId.values().length];
    private final RecordItems unknown = new RecordItems(RecordId.UNKNOWN, List.of(Item.RECORD_ID), Knowledge.UNREAD);

    private RecordTable(List<String> lines) {
        Arrays.fill(records, unknown);
        var building = new EnumMap<RecordId, RecordItems.Builder>(RecordId.class);
        for (String line : lines) {
            String[] parts = line.split(",", -1);
            if (!line.startsWith("@")) {
                building.computeIfAbsent(RecordId.valueOf(parts[0]), id -> new RecordItems.Builder())
                        .add(parts);
            }
        }
        var knowledge = lines.contains("@inferred") ? Knowledge.INFERRED : Knowledge.VERIFIED;
        named(lines, "@like")
                .forEach(id -> records[id.index()] = MEDICAL.items(id).knownAs(knowledge));
        building.forEach((id, builder) -> records[id.index()] = builder.build(id, knowledge));
        named(lines, "@open").forEach(id -> records[id.index()] = items(id).knownAs(Knowledge.OPEN));
        named(lines, "@unread")
                .forEach(id -> records[id.index()] = new RecordItems(id, List.of(Item.RECORD_ID), Knowledge.UNREAD));
    }

    private static Stream<RecordId> named(List<String> lines, String directive) {
        return lines.stream()
                .map(line -> line.split(",", -1))
                .filter(parts -> parts[0].equals(directive))
                .flatMap(parts -> Arrays.stream(parts).skip(1))
                .map(RecordId::valueOf);
    }

    /** Returns the items of a record; those of {@link RecordId#UNKNOWN} if receipts of this kind do not have it. */
    RecordItems items(RecordId id) {
        return records[id.index()];
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
