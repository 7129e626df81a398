package jp.kenpo.gateway.sandbox.employer;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import jp.kenpo.gateway.sandbox.society.FullWidth;

/** How an employer writes checkup results down. */
enum Habit {
    /** Codes and digits throughout, as a program exports them: CSV in windows-31j. */
    CODES(Charset.forName("windows-31j"), ""),
    /** Words for codes, half-width kana, days with slashes: CSV in windows-31j. */
    WORDS(Charset.forName("windows-31j"), ""),
    /** The Japanese calendar, full-width digits: CSV in UTF-8 with byte order mark. */
    JAPANESE(StandardCharsets.UTF_8, "\uFEFF"),
    /** Other units in the headings, a title above and the item codes below: CSV in UTF-8 without mark. */
    UNITS(StandardCharsets.UTF_8, ""),
    /** Numbers and days as a spreadsheet keeps them: XLSX. */
    WORKBOOK(StandardCharsets.UTF_8, "");

    private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("uuuu/M/d");
    private static final List<String> URINE = List.of("（－）", "（±）", "（＋）", "（２＋）");
    private static final List<String> SMOKING = List.of("吸っている", "以前は吸っていた", "吸わない");

    private final Charset charset;
    private final String mark;

    Habit(Charset charset, String mark) {
        this.charset = charset;
        this.mark = mark;
    }

    Charset charset() {
        return charset;
    }

    String mark() {
        return mark;
    }

    String extension() {
        return this == WORKBOOK ? "xlsx" : "csv";
    }

    /** Returns whether a title stands above the header, and the item codes below. */
    boolean framed() {
        return this == UNITS;
    }

    Cell code(int code, List<String> words) {
        return switch (this) {
            case WORDS, JAPANESE -> Cell.text(words.get(code - 1));
            case WORKBOOK -> Cell.number(String.valueOf(code));
            case CODES, UNITS -> Cell.text(String.valueOf(code));
        };
    }

    Cell urine(int code) {
        return code(code, URINE);
    }

    Cell smoking(int code) {
        return code(code, SMOKING);
    }

    Cell yes(boolean yes) {
        return code(yes ? 1 : 2, List.of("はい", "いいえ"));
    }

    Cell sex(boolean male) {
        return code(male ? 1 : 2, this == WORDS ? List.of("男", "女") : List.of("男性", "女性"));
    }

    Cell fasting() {
        return code(2, List.of("", "10時間以上"));
    }

    /** Returns what a person has to say, or that there is nothing. */
    Cell findings(boolean something, String words) {
        if (something) {
            return Cell.text(words);
        }
        return code(2, List.of("あり", this == WORDS ? "特記事項なし" : "なし"));
    }

    Cell day(LocalDate day) {
        return switch (this) {
            case CODES -> Cell.text(DateTimeFormatter.BASIC_ISO_DATE.format(day));
            case WORDS -> Cell.text(SLASHES.format(day));
            case JAPANESE -> Cell.text(japanese(day));
            case UNITS -> Cell.text(day.toString());
            case WORKBOOK -> Cell.day(day);
        };
    }

    private static String japanese(LocalDate day) {
        String monthAndDay = "." + day.getMonthValue() + "." + day.getDayOfMonth();
        if (day.isBefore(LocalDate.of(1989, 1, 8))) {
            return "S" + (day.getYear() - 1925) + monthAndDay;
        }
        if (day.isBefore(LocalDate.of(2019, 5, 1))) {
            return "H" + (day.getYear() - 1988) + monthAndDay;
        }
        return "令和" + (day.getYear() - 2018) + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    Cell kana(String katakana) {
        return Cell.text(this == WORDS ? HalfWidthKana.of(katakana) : katakana);
    }

    /** Returns digits that stand for something; a member's are full-width to begin with. */
    Cell digits(String digits) {
        String half = Normalizer.normalize(digits, Normalizer.Form.NFKC);
        if (this == JAPANESE) {
            return Cell.text(fullWidth(half));
        }
        return this == WORKBOOK && !half.startsWith("0") ? Cell.number(half) : Cell.text(half);
    }

    private static String fullWidth(String half) {
        return half.chars().mapToObj(sign -> FullWidth.digits(sign - '0')).reduce("", String::concat);
    }

    /** Returns a measured value. */
    Cell value(String value) {
        return this == WORKBOOK ? Cell.number(value) : Cell.text(value);
    }
}
