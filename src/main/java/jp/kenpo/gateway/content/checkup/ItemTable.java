package jp.kenpo.gateway.content.checkup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.content.checkup.Item.Need;
import org.jspecify.annotations.Nullable;

/**
 * The items of checkups (XML用特定健診項目情報, 4th period) by their 17 digits, read once from the tables beside this
 * class.
 *
 * <p>The tables are part of the program, not of what was agreed: they follow the specification.
 */
final class ItemTable {

    static final ItemTable FOURTH_PERIOD = read();

    /** Root of the object identifiers of the checkup standard. */
    static final String OID = "1.2.392.200119.6";

    private final Map<String, Item> items = new LinkedHashMap<>();

    /** The hashes of codes differ in few bits only, on which a hash map of the usual kind degenerates; this one does not. */
    private final Map<String, Item> byCode;

    private ItemTable(List<String[]> rows, Map<String, Set<String>> codeLists) {
        rows.stream().map(row -> item(row, codeLists)).forEach(item -> items.put(item.code(), item));
        byCode = Map.copyOf(items);
    }

    Optional<Item> item(String code) {
        return Optional.ofNullable(find(code));
    }

    /** Returns the item of a code; null if there is none. */
    @Nullable
    Item find(String code) {
        return byCode.get(code);
    }

    /** Returns every item, in the order of the official table. */
    Collection<Item> items() {
        return Collections.unmodifiableCollection(items.values());
    }

    /** Returns the items of a group, in the order in which they count. */
    List<Item> group(String letter) {
        return items.values().stream()
                .filter(item -> item.group().equals(letter))
                .toList();
    }

    private static ItemTable read() {
        var codeLists = new LinkedHashMap<String, Set<String>>();
        rows("codes.csv").forEach(row -> codeLists.put(row[0], Set.of(row[1].split(" "))));
        return new ItemTable(rows("items.csv"), codeLists);
    }

    private static Item item(String[] row, Map<String, Set<String>> codeLists) {
        String list = row[9];
        return new Item(
                row[0],
                row[1],
                row[2].equals("additional"),
                need(row[3]),
                need(row[4]),
                row[5],
                ItemFormat.of(row[6], row[7]),
                row[8],
                list.isEmpty() ? "" : OID + list,
                codeLists.getOrDefault(list, Set.of()),
                limit(row[10]),
                limit(row[11]),
                row[12],
                row[13],
                row[14]);
    }

    private static Need need(String word) {
        return word.isEmpty() ? Need.NONE : Need.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static @Nullable BigDecimal limit(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    private static List<String[]> rows(String resource) {
        var stream = Objects.requireNonNull(ItemTable.class.getResourceAsStream(resource), resource);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the table " + resource + " is in the jar", e);
        }
    }
}
