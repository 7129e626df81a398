package jp.kenpo.gateway.content.receipt;

import jp.kenpo.gateway.content.mynumber.MyNumberMask;
import jp.kenpo.gateway.content.mynumber.Watch;
import jp.kenpo.gateway.member.MyNumberSearch;

/** Masks the My Numbers (個人番号) of a line where it stands, before it is written anywhere. */
final class ItemMask {

    private static final MyNumberMask UNKNOWN_ITEM = new MyNumberMask("", Watch.TEXT);

    private ItemMask() {}

    /** Overwrites the numbers in the bytes of the line, which keep their length, and returns how many there were. */
    static long mask(Line line, RecordItems items) {
        long masked = 0;
        for (int i = 0; i < line.filledCount(); i++) {
            int place = line.filled(i);
            int begin = line.begin(place);
            int end = begin + line.length(place);
            if (MyNumberSearch.mayStandInShiftJis(line.bytes, begin, end)) {
                masked += ItemGuard.mask(items, place).maskShiftJis(line.bytes, begin, end, line.text(place));
            }
        }
        if (line.fieldCount() > line.places()) {
            int last = line.places() - 1;
            masked += UNKNOWN_ITEM.maskShiftJis(line.bytes, line.begin(last) + line.length(last), line.end, "");
        }
        return masked;
    }
}
