package jp.kenpo.gateway.content.mynumber;

import java.util.LinkedHashMap;
import java.util.Map;
import jp.kenpo.gateway.content.MyNumberSightings;
import org.jspecify.annotations.Nullable;

/**
 * Looks for My Numbers (個人番号) in one reading. Not thread-safe, used once.
 *
 * <p>A reader shows it every decoded text, either by {@link #text} or, where there are many, by the {@link
 * WatchedColumn} that it keeps for each column; and asks for the {@link #sightings()} at the end. Bytes that {@link
 * jp.kenpo.gateway.member.MyNumberSearch#mayStandIn} rules out need not be decoded for it, except in columns that are
 * {@link WatchedColumn#needsEveryCell}. Fields of fixed length are shown each by itself: they have no boundaries.
 *
 * <p>Memory is bounded: some places a column, and as many columns as a layout may have.
 */
public final class MyNumberGuard {

    /** More columns than any layout has; what a hostile content invents beyond them is counted as one. */
    private static final int MOST_COLUMNS = 2_000;

    private final Map<String, WatchedColumn> columns = new LinkedHashMap<>();
    private final WatchedColumn others = new WatchedColumn("", "", Watch.TEXT);

    /**
     * Returns what watches a column: the same object each time for the same name.
     *
     * @param name heading or name of the item, as findings name it: from a layout or a specification, never from the
     *     content, where a name could be a person's value
     * @param watch what it is declared to hold; the first call for a name decides
     */
    public WatchedColumn column(String name, Watch watch) {
        return column(name, "", watch);
    }

    /**
     * Returns what watches a column whose heading comes from the content: it may say that My Numbers stand there, but is
     * never shown.
     */
    public WatchedColumn column(String name, String heading, Watch watch) {
        String key = heading.isEmpty() ? name : name + '\n' + heading;
        var known = columns.get(key);
        if (known != null) {
            return known;
        }
        if (columns.size() == MOST_COLUMNS) {
            return others;
        }
        var column = new WatchedColumn(name, heading, watch);
        columns.put(key, column);
        return column;
    }

    /**
     * Looks at one text of a column that is not declared as anything special.
     *
     * @param line line or row in the file, from 1; 0 if there are none
     * @param record what the line belongs to, as other findings name it
     * @param column as for {@link #column}
     */
    public void text(long line, @Nullable String record, String column, CharSequence text) {
        column(column, Watch.TEXT).see(line, record, text);
    }

    /** Returns what was seen so far. */
    public MyNumberSightings sightings() {
        var sightings = new Sightings();
        columns.values().forEach(column -> column.report(sightings));
        others.report(sightings);
        return sightings.all();
    }
}
