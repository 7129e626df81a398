package jp.kenpo.gateway.content.employer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the items of a layout in the header of a file. */
final class Headings {

    /** Known headings that make a row the header. */
    private static final int ENOUGH = 3;

    private static final Pattern MY_NUMBER = Pattern.compile("個人番号|マイナンバー|MYNUMBER");

    private static final Pattern WITH_UNIT = Pattern.compile("(.+)\\(([^()]+)\\)");

    private record Found(Item item, BigDecimal factor) {}

    private final List<Item> items;
    private final Map<String, Item> byHeading = new HashMap<>();

    Headings(List<Item> items) {
        this.items = items;
        items.forEach(item -> item.headings().forEach(heading -> byHeading.put(heading, item)));
    }

    /** Returns whether a row names columns of this layout. */
    boolean isHeader(List<Cell> cells) {
        return cells.stream().filter(cell -> find(cell.text()) != null).count() >= ENOUGH;
    }

    private @Nullable Found find(String text) {
        String heading = Folding.heading(text);
        Item item = byHeading.get(heading);
        if (item != null) {
            return new Found(item, BigDecimal.ONE);
        }
        var withUnit = WITH_UNIT.matcher(heading);
        if (!withUnit.matches()) {
            return null;
        }
        item = byHeading.get(withUnit.group(1));
        // the joints that headings lose may be part of a unit
        BigDecimal factor = item == null ? null : item.factor(withUnit.group(2));
        return item == null || factor == null ? null : new Found(item, factor);
    }

    /** Returns the columns in which an item was found, in the order of the layout. */
    List<Column> columns(List<Cell> header, long line, Report report) {
        Map<Item, Column> columns = new HashMap<>();
        Set<Item> twice = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            String text = header.get(i).text();
            Found found = find(text);
            if (found == null) {
                report.column(EmployerRule.UNKNOWN_COLUMN, line, unknown(text, i));
            } else if (columns.containsKey(found.item())) {
                twice.add(found.item());
                report.column(EmployerRule.COLUMN_TWICE, line, new Column(i, found.item(), BigDecimal.ONE).label());
            } else {
                columns.put(found.item(), new Column(i, found.item(), found.factor()));
            }
        }
        reportMissing(columns.keySet(), line, report);
        // which of two columns counts can't be known, so neither is read
        return items.stream()
                .filter(item -> columns.containsKey(item) && !twice.contains(item))
                .map(columns::get)
                .toList();
    }

    /** Returns how findings name each column of the header: known ones by their item, others by their letter. */
    List<String> labels(List<Cell> header) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String text = header.get(i).text();
            Found found = find(text);
            labels.add(found == null ? unknown(text, i) : new Column(i, found.item(), found.factor()).label());
        }
        return labels;
    }

    /**
     * By its letter only: a heading that nobody declared may be a value of a person who stands in its place. One that
     * names the My Number is named so, in our word, since the guard looks more closely at such a column.
     */
    private static String unknown(String text, int index) {
        boolean myNumber = MY_NUMBER.matcher(Folding.heading(text)).find();
        return (myNumber ? "個人番号 (" : "(") + Column.letters(index) + ")";
    }

    private void reportMissing(Set<Item> found, long line, Report report) {
        Set<String> groupsFound =
                found.stream().map(Item::group).filter(group -> group != null).collect(Collectors.toSet());
        Set<String> groupsSaid = new HashSet<>();
        for (Item item : items) {
            String group = item.group();
            boolean there = group == null ? found.contains(item) : groupsFound.contains(group);
            if (!there && (group == null || groupsSaid.add(group))) {
                missing(item, line, report);
            }
        }
    }

    private void missing(Item item, long line, Report report) {
        List<Item> group = groupOf(item);
        String names = group.stream().map(Item::name).collect(Collectors.joining("・"));
        String headings =
                group.stream().flatMap(one -> one.writtenHeadings().stream()).collect(Collectors.joining(", "));
        switch (item.need()) {
            case REQUIRED -> report.column(EmployerRule.MISSING_COLUMN, line, item.name(), names, headings);
            case EXPECTED -> report.column(EmployerRule.MISSING_EXPECTED_COLUMN, line, item.name(), names, headings);
            case OPTIONAL -> {}
        }
    }

    /** Returns the item alone, or all items of its group. */
    private List<Item> groupOf(Item item) {
        String group = item.group();
        return group == null
                ? List.of(item)
                : items.stream().filter(other -> group.equals(other.group())).toList();
    }
}
