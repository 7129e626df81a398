package jp.kenpo.gateway.content.table;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the cells of a column hold; in a layout in lower case with hyphens. */
public enum ColumnType {
    /** Half-width digits only. */
    DIGITS(Signs.DIGIT, TableRule.NOT_DIGITS),
    /** Any text of one line. */
    TEXT(Signs.ANY, null),
    /** Half-width letters, digits and hyphens. */
    CODE(Signs.DIGIT | Signs.LETTER | Signs.HYPHEN, TableRule.NOT_A_CODE),
    /** Katakana, full or half width, but not both in one cell. */
    KANA(Signs.FULL_KANA | Signs.WIDE_SPACE, TableRule.NOT_KANA, Signs.HALF_KANA | Signs.SPACE),
    /** Full-width katakana. */
    FULL_WIDTH_KANA(Signs.FULL_KANA | Signs.WIDE_SPACE, TableRule.NOT_FULL_WIDTH_KANA),
    /** Half-width katakana, as Japanese systems write カナ. */
    HALF_WIDTH_KANA(Signs.HALF_KANA | Signs.SPACE, TableRule.NOT_HALF_WIDTH_KANA),
    /** Full-width signs only. */
    FULL_WIDTH(Signs.FULL_KANA | Signs.WIDE | Signs.WIDE_SPACE, TableRule.NOT_FULL_WIDTH),
    /** Half-width signs only, katakana among them. */
    HALF_WIDTH(
            Signs.DIGIT | Signs.LETTER | Signs.HYPHEN | Signs.SPACE | Signs.SIGN | Signs.HALF_KANA,
            TableRule.NOT_HALF_WIDTH),
    /** A number with a sign and decimal places; {@code scale}, {@code min} and {@code max} limit it. */
    DECIMAL(Signs.DIGIT | Signs.HYPHEN | Signs.SIGN, TableRule.NOT_DECIMAL),
    /** A day; {@code dates} says in which forms, {@code YYYYMMDD} if it says nothing. */
    DATE(Signs.ANY, null),
    /** A month, in the same forms without the day. */
    MONTH(Signs.ANY, null),
    /** A time of day, {@code HHMM}, {@code HHMMSS}, or the same with colons. */
    TIME(Signs.DIGIT | Signs.SIGN, TableRule.NOT_A_TIME),
    /** Day and time, {@code YYYYMMDDHHMM} or {@code YYYYMMDDHHMMSS}. */
    TIMESTAMP(Signs.DIGIT, TableRule.NOT_A_TIME),
    /** Insurer number (保険者番号): eight digits with check digit. */
    INSURER_NUMBER(Signs.DIGIT, TableRule.INSURER_NUMBER),
    /** Medical institution (医療機関): prefecture, fee table and code with check digit, ten digits. */
    INSTITUTION_CODE(Signs.DIGIT, TableRule.INSTITUTION_CODE),
    /** Corporate number (法人番号): thirteen digits, check digit first. */
    CORPORATE_NUMBER(Signs.DIGIT, TableRule.CORPORATE_NUMBER),
    /** My Number (個人番号): twelve digits with check digit. A column of any other type may hold none. */
    MY_NUMBER(Signs.DIGIT, TableRule.MY_NUMBER),
    /** Places without meaning in a record of fixed length; blank, and never sent on. */
    FILLER(Signs.ANY, null);

    private final int kinds;
    private final @Nullable TableRule rule;
    private final int otherKinds;

    ColumnType(int kinds, @Nullable TableRule rule) {
        this(kinds, rule, kinds);
    }

    ColumnType(int kinds, @Nullable TableRule rule, int otherKinds) {
        this.kinds = kinds;
        this.rule = rule;
        this.otherKinds = otherKinds;
    }

    /** Returns the rule that a cell with these signs breaks; null if it may hold them. */
    @Nullable
    TableRule refuses(int kindsOfSigns) {
        return (kindsOfSigns & ~kinds) == 0 || (kindsOfSigns & ~otherKinds) == 0 ? null : rule;
    }

    /** Returns the half-width signs that no rule of the type is about, bits of {@link Signs}. */
    int plainKinds() {
        return switch (this) {
            case DIGITS, CODE -> kinds;
            // any other sign may begin a formula
            case TEXT, HALF_WIDTH -> Signs.DIGIT | Signs.LETTER;
            default -> 0;
        };
    }

    /** Returns the rule of a type that has signs or a check digit of its own; null for others. */
    @Nullable
    TableRule rule() {
        return rule;
    }

    /** Returns the name as it stands in a layout. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns whether a spreadsheet may take a cell of this type for a formula. */
    boolean isText() {
        return this == TEXT || this == FULL_WIDTH || this == HALF_WIDTH;
    }
}
