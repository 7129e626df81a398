package jp.kenpo.gateway.sandbox.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import jp.kenpo.gateway.sandbox.agreed.AgreedColumn;
import jp.kenpo.gateway.sandbox.society.Chance;

/** Makes cells of which only the type is known: plausible, within the limits of the column, about nobody. */
final class TypedCell {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final List<String> REMARKS = List.of("確認済み", "特記事項なし", "前回と同じ", "書類を受領");
    private static final int MOST_DIGITS = 6;
    private static final int MOST_CODE_DIGITS = 10;
    private static final int SHARE_OF_OPTIONAL = 60;
    private static final int LATELY = 25;

    private TypedCell() {}

    static String of(AgreedColumn column, Subject subject) {
        Chance chance = subject.chance();
        if (!column.required() && !column.key() && !chance.inPercent(SHARE_OF_OPTIONAL)) {
            return "";
        }
        if (!column.codes().isEmpty()) {
            return chance.oneOf(column.codes());
        }
        LocalDate day = subject.day().minusDays(chance.between(0, LATELY));
        return switch (column.type()) {
            case "digits" -> digits(column, subject);
            case "code", "half-width" -> code(column, subject);
            case "decimal" -> decimal(column, chance);
            case "date", "month" -> WrittenDay.of(day, column);
            case "time" -> "0930";
            case "timestamp" -> WrittenDay.compact(day) + "0930";
            case "kana", "full-width-kana" -> cut(column, "ミホン");
            case "half-width-kana" -> cut(column, "ﾐﾎﾝ");
            case "insurer-number" -> "06990014";
            case "institution-code" -> FictionalNumbers.institutionCode(chance);
            case "corporate-number" -> FictionalNumbers.corporateNumber(chance);
            case "my-number" -> column.required() ? FictionalNumbers.myNumber(subject.member()) : "";
            case "filler" -> "";
            default -> text(column, subject);
        };
    }

    /** A code of somebody in the form that the column wants. */
    static String coded(AgreedColumn column, String code, Subject subject) {
        String digits = code.replaceAll("[^0-9]", "");
        String text = column.type().equals("digits") ? digits : code;
        boolean fits = text.length() >= column.size().shortest()
                && text.length() <= column.size().longest()
                && !text.isEmpty();
        return fits ? text : of(column, subject);
    }

    private static String digits(AgreedColumn column, Subject subject) {
        int length = Math.max(
                Math.max(column.size().shortest(), 1), Math.min(column.size().longest(), MOST_DIGITS));
        if (column.key()) {
            return fitted(String.valueOf(subject.file() % 1_000 * 1_000 + subject.serial()), length);
        }
        StringBuilder digits = new StringBuilder(String.valueOf(subject.chance().between(1, 9)));
        while (digits.length() < length) {
            digits.append(subject.chance().below(10));
        }
        return digits.toString();
    }

    private static String fitted(String digits, int length) {
        return digits.length() >= length
                ? digits.substring(digits.length() - length)
                : "0".repeat(length - digits.length()) + digits;
    }

    private static String code(AgreedColumn column, Subject subject) {
        int room = Math.min(Math.min(column.size().longest(), column.size().bytes()), 12);
        int digits = Math.max(Math.max(1, column.size().shortest() - 1), Math.min(room - 1, MOST_CODE_DIGITS));
        String number = column.key()
                ? String.valueOf(subject.file() % 1_000_000 * 1_000 + subject.serial())
                : String.valueOf(subject.chance().between(1, 999_999));
        return "K" + fitted(number, digits);
    }

    private static String decimal(AgreedColumn column, Chance chance) {
        double share = chance.below(1_000) / 1_000.0;
        double value = column.size().min()
                + share * (column.size().max() - column.size().min());
        return BigDecimal.valueOf(value)
                .setScale(column.size().scale(), RoundingMode.DOWN)
                .toPlainString();
    }

    private static String text(AgreedColumn column, Subject subject) {
        String serial = String.format(Locale.ROOT, "%03d", subject.serial());
        String text = column.key()
                ? "番号" + subject.file() % 1_000_000 + serial
                : subject.chance().oneOf(REMARKS);
        StringBuilder padded = new StringBuilder(text);
        while (padded.length() < column.size().shortest()) {
            padded.append('　');
        }
        String cut = cut(column, padded.toString());
        return column.type().equals("full-width") ? Width.full(cut) : cut;
    }

    /** Returns the beginning of the text that the column has room for. */
    static String cut(AgreedColumn column, String text) {
        String cut = text.length() > column.size().longest()
                ? text.substring(0, column.size().longest())
                : text;
        while (cut.getBytes(WINDOWS_31J).length > column.size().bytes()) {
            cut = cut.substring(0, cut.length() - 1);
        }
        return cut;
    }
}
