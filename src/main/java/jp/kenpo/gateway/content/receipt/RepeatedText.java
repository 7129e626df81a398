package jp.kenpo.gateway.content.receipt;

import java.util.Arrays;

/** An item that most receipts of a file have alike, such as the insurer number: decoded only when it changes. */
final class RepeatedText {

    private byte[] bytes = {};
    private String text = "";

    /** Returns the item decoded; empty if it is missing. */
    String of(Line line, int place) {
        if (!line.has(place)) {
            return "";
        }
        int begin = line.begin(place);
        int end = begin + line.width(place);
        if (!Arrays.equals(line.bytes, begin, end, bytes, 0, bytes.length)) {
            bytes = Arrays.copyOfRange(line.bytes, begin, end);
            text = line.text(place);
        }
        return text;
    }
}
