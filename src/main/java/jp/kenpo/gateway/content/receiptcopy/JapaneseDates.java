package jp.kenpo.gateway.content.receiptcopy;

import java.util.Map;
import jp.kenpo.gateway.content.receipt.ItemName.Meaning;

/** Days and months of a receipt as a Japanese reader writes them. What is no date stays as it stands. */
final class JapaneseDates {

    private static final Map<Character, String> ERAS = Map.of('1', "明治", '2', "大正", '3', "昭和", '4', "平成", '5', "令和");

    private JapaneseDates() {}

    /** Returns 2026年4月9日 for 20260409, 平成30年4月9日 for 4300409. */
    static String readable(Meaning meaning, String text) {
        if (meaning == Meaning.TEXT || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return text;
        }
        int parts = meaning == Meaning.DAY ? 4 : 2;
        if (text.length() == 4 + parts) {
            return number(text, 0, 4) + "年" + monthAndDay(text.substring(4));
        }
        if (text.length() == 3 + parts && ERAS.containsKey(text.charAt(0))) {
            return ERAS.get(text.charAt(0)) + number(text, 1, 3) + "年" + monthAndDay(text.substring(3));
        }
        return text;
    }

    private static String monthAndDay(String text) {
        return number(text, 0, 2) + "月" + (text.length() > 2 ? number(text, 2, 4) + "日" : "");
    }

    private static int number(String text, int begin, int end) {
        return Integer.parseInt(text.substring(begin, end));
    }
}
