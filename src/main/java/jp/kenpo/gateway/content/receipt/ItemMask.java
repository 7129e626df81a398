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
        for (int i = 0; i < line.longCount(); i++) {
            int place = line.longOne(i);
            int begin = line.begin(place);
            int end = begin + line.width(place);
            if (MyNumberSearch.mayStandInShiftJis(line.bytes, begin, end)) {
                masked += ItemGuard.mask(items, place).maskShiftJis(line.bytes, begin, end, line.text(place));
            }
        }
        if (line.fieldCount() > line.places()) {
            masked += UNKNOWN_ITEM.maskShiftJis(line.bytes, line.rest(), line.end, "");
        }
        return masked;
    }
}
