package jp.kenpo.gateway.content.receipt;

import java.util.HashMap;
import java.util.Map;
import jp.kenpo.gateway.content.MyNumberSightings;
import jp.kenpo.gateway.content.mynumber.MyNumberGuard;
import jp.kenpo.gateway.content.mynumber.MyNumberMask;
import jp.kenpo.gateway.content.mynumber.Watch;
import jp.kenpo.gateway.content.mynumber.WatchedColumn;
import jp.kenpo.gateway.member.MyNumberSearch;
import org.jspecify.annotations.Nullable;

/**
 * Shows the items of a file that may hold a My Number (個人番号) to the guard: by their length first, then by their
 * bytes, and decoded only if twelve digits stand there.
 */
final class ItemGuard {

    private static final int SHORTEST = 12;

    private final MyNumberGuard guard = new MyNumberGuard();
    private final Map<RecordItems, @Nullable WatchedColumn[]> columns = new HashMap<>();

    /** @param receipt what findings name the receipt; null outside of one */
    void see(Line line, RecordItems items, @Nullable String receipt) {
        for (int i = 0; i < line.filledCount(); i++) {
            int place = line.filled(i);
            int length = line.length(place);
            if (length >= SHORTEST
                    && MyNumberSearch.mayStandInShiftJis(line.bytes, line.begin(place), line.begin(place) + length)) {
                column(items, place).see(line.number, receipt, line.text(place));
            }
        }
        if (line.fieldCount() > line.places()) {
            seeRest(line, items, receipt);
        }
    }

    /** What stands behind the last place is no item of any record, and may be anything. */
    private void seeRest(Line line, RecordItems items, @Nullable String receipt) {
        int last = line.places() - 1;
        int begin = line.begin(last) + line.length(last);
        if (MyNumberSearch.mayStandInShiftJis(line.bytes, begin, line.end)) {
            String rest = new String(line.bytes, begin, line.end - begin, ShiftJis.WINDOWS_31J);
            guard.text(line.number, receipt, items.id().name() + " …", rest);
        }
    }

    private WatchedColumn column(RecordItems items, int place) {
        var known = columns.computeIfAbsent(items, record -> new WatchedColumn[place + 1]);
        if (known.length <= place) {
            known = java.util.Arrays.copyOf(known, place + 1);
            columns.put(items, known);
        }
        var column = known[place];
        if (column == null) {
            var watch = place < items.fieldCount() ? watch(items.item(place)) : Watch.TEXT;
            column = guard.column(items.id() + " " + items.label(place), watch);
            known[place] = column;
        }
        return column;
    }

    static MyNumberMask mask(RecordItems items, int place) {
        var watch = place < items.fieldCount() ? watch(items.item(place)) : Watch.TEXT;
        return new MyNumberMask(items.label(place), watch);
    }

    /** Numbers of receipts and charts, and items made of several codes, have twelve digits in every file. */
    private static Watch watch(Item item) {
        return switch (item.english()) {
            case "chartNo", "claimInfo" -> Watch.OTHER_NUMBER;
            case "modifierCodes",
                    "patientState",
                    "targetItems",
                    "controlInfo",
                    "sskInternal",
                    "sskUse",
                    "tooth",
                    "commentTooth",
                    "notifications" -> Watch.CODES;
            default -> item.type() == ItemType.N ? Watch.OTHER_NUMBER : Watch.TEXT;
        };
    }

    MyNumberSightings sightings() {
        return guard.sightings();
    }
}
