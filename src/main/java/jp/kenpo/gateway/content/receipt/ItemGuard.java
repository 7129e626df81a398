package jp.kenpo.gateway.content.receipt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kenpo.gateway.content.EightBytes;
import jp.kenpo.gateway.content.MyNumberSightings;
import jp.kenpo.gateway.content.mynumber.MyNumberGuard;
import jp.kenpo.gateway.content.mynumber.MyNumberMask;
import jp.kenpo.gateway.content.mynumber.Watch;
import jp.kenpo.gateway.content.mynumber.WatchedColumn;
import jp.kenpo.gateway.member.MyNumber;
import jp.kenpo.gateway.member.MyNumberSearch;
import jp.kenpo.gateway.member.NumberCandidate;
import org.jspecify.annotations.Nullable;

/**
 * Shows the items of a file that may hold a My Number (個人番号) to the guard: by their length first, then by their
 * bytes, and decoded only if twelve digits stand there.
 */
final class ItemGuard {

    /** Kinds of bytes that may be digits in another form. */
    private static final int DOUBTFUL =
            ShiftJis.WIDE_DIGIT | ShiftJis.VENDOR | ShiftJis.FORBIDDEN | ShiftJis.UNDECODABLE;

    private final MyNumberGuard guard = new MyNumberGuard();
    private final Map<RecordItems, @Nullable WatchedColumn[]> columns = new HashMap<>();

    /** @param findings know what they name the receipt */
    void see(Line line, RecordItems items, Findings findings) {
        for (int i = 0; i < line.longCount(); i++) {
            int place = line.longOne(i);
            int marks = line.marks(place);
            if (marks != ShiftJis.DIGIT) {
                see(line, items, place, marks, findings);
            } else if (line.width(place) == MyNumber.LENGTH) {
                take(line, items, place, List.of(MyNumberSearch.ofDigits(line.bytes, line.begin(place))), findings);
            }
        }
        if (line.fieldCount() > line.places()) {
            seeRest(line, items, findings.receipt());
        }
    }

    /** By the kinds of bytes that are known already; most items without a number are passed without another look. */
    private void see(Line line, RecordItems items, int place, int marks, Findings findings) {
        if ((marks & (ShiftJis.DIGIT | DOUBTFUL)) == 0) {
            return;
        }
        int begin = line.begin(place);
        int end = begin + line.width(place);
        if ((marks & ~ShiftJis.ASCII) == 0) {
            int first = EightBytes.twelveDigits(line.bytes, begin, end);
            if (first >= 0) {
                take(line, items, place, candidates(line.bytes, first, end), findings);
            }
        } else if (mayHoldSeveralForms(line.bytes, begin, end, marks)) {
            column(items, place).see(line.number, line.text(place), findings::receipt);
        }
    }

    /** Digits in half width with spaces or hyphens need two more bytes. */
    private static boolean mayHoldSeveralForms(byte[] bytes, int begin, int end, int marks) {
        boolean separated = (marks & ~(ShiftJis.ASCII | ShiftJis.SEPARATOR)) == 0;
        return (!separated || end - begin > MyNumber.LENGTH) && MyNumberSearch.mayStandInShiftJis(bytes, begin, end);
    }

    private static List<NumberCandidate> candidates(byte[] bytes, int first, int end) {
        List<NumberCandidate> found = new ArrayList<>();
        for (int at = first; at >= 0; at = EightBytes.twelveDigits(bytes, at + MyNumber.LENGTH, end)) {
            found.add(MyNumberSearch.ofDigits(bytes, at));
        }
        return found;
    }

    private void take(Line line, RecordItems items, int place, List<NumberCandidate> found, Findings findings) {
        column(items, place).take(line.number, found, () -> line.text(place), findings::receipt);
    }

    /** What stands behind the last place is no item of any record, and may be anything. */
    private void seeRest(Line line, RecordItems items, @Nullable String receipt) {
        int begin = line.rest();
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
