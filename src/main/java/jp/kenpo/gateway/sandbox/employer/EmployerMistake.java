package jp.kenpo.gateway.sandbox.employer;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import jp.kenpo.gateway.sandbox.mistake.MistakeKind;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;
import org.jspecify.annotations.Nullable;

/**
 * A way in which a row of an employer's file is wrong or in doubt; each has one finding.
 *
 * @param rule id of the gateway's rule
 * @param column where it is found; null for the row as a whole
 */
record EmployerMistake(
        String id,
        String japanese,
        String english,
        String rule,
        @Nullable EmployerColumn column,
        Consumer<EmployerRow> make,
        Predicate<EmployerRow> fits)
        implements MistakeKind {

    private static final List<EmployerMistake> ALL = List.of(
            new EmployerMistake(
                    "employer-zeros-lost",
                    "保険者番号の先頭の 0 がない",
                    "an insurer number that lost its zero",
                    "W30",
                    EmployerColumn.INSURER,
                    row -> row.put(EmployerColumn.INSURER, Cell.number(FictionalSociety.INSURER_NUMBER.substring(1))),
                    row -> true),
            new EmployerMistake(
                    "employer-insurer-check-digit",
                    "保険者番号の検証番号が誤り",
                    "a wrong check digit of the insurer number",
                    "W43",
                    EmployerColumn.INSURER,
                    row -> row.put(EmployerColumn.INSURER, row.habit().digits("06990015")),
                    row -> true),
            new EmployerMistake(
                    "employer-number-missing",
                    "番号が空欄",
                    "no number of the member",
                    "W40",
                    EmployerColumn.NUMBER,
                    row -> row.put(EmployerColumn.NUMBER, Cell.text("")),
                    row -> true),
            new EmployerMistake(
                    "employer-branch-missing",
                    "枝番が空欄",
                    "no branch number",
                    "W37",
                    EmployerColumn.BRANCH,
                    row -> row.put(EmployerColumn.BRANCH, Cell.text("")),
                    row -> true),
            new EmployerMistake(
                    "employer-no-such-day",
                    "実在しない生年月日",
                    "a birth date that is no day",
                    "W46",
                    EmployerColumn.BIRTH,
                    row -> row.put(EmployerColumn.BIRTH, Cell.text("1975/2/30")),
                    row -> true),
            new EmployerMistake(
                    "employer-short-year",
                    "年が 2 桁の受診日",
                    "a checkup date with a year of two digits",
                    "W46",
                    EmployerColumn.DAY,
                    row -> row.put(EmployerColumn.DAY, Cell.text("26/4/18")),
                    row -> true),
            new EmployerMistake(
                    "employer-born-afterwards",
                    "受診日より後の生年月日",
                    "born after the checkup",
                    "W48",
                    EmployerColumn.BIRTH,
                    row -> row.put(
                            EmployerColumn.BIRTH,
                            row.habit().day(row.checkup().day().plusDays(9))),
                    row -> true),
            new EmployerMistake(
                    "employer-unknown-sex",
                    "性別が 1・2 以外",
                    "a sex other than 1 or 2",
                    "W53",
                    EmployerColumn.SEX,
                    row -> row.put(EmployerColumn.SEX, row.habit().value("3")),
                    row -> true),
            new EmployerMistake(
                    "employer-institution-check-digit",
                    "健診機関番号の検証番号が誤り",
                    "a wrong check digit of the institution",
                    "W45",
                    EmployerColumn.INSTITUTION,
                    row -> row.put(EmployerColumn.INSTITUTION, row.habit().digits("9920000011")),
                    row -> !row.cell(EmployerColumn.INSTITUTION)
                            .equals(row.habit().digits("9920000011"))),
            new EmployerMistake(
                    "employer-other-unit",
                    "身長の単位が異なる",
                    "a height in another unit",
                    "W51",
                    EmployerColumn.HEIGHT,
                    row -> row.put(
                            EmployerColumn.HEIGHT, row.habit().value(row.habit() == Habit.UNITS ? "168.5" : "1.685")),
                    row -> true),
            new EmployerMistake(
                    "employer-words-for-a-value",
                    "数値の代わりに文字",
                    "words in the place of a value",
                    "W50",
                    EmployerColumn.TRIGLYCERIDE,
                    row -> row.put(EmployerColumn.TRIGLYCERIDE, Cell.text("高め")),
                    row -> true),
            new EmployerMistake(
                    "employer-limit",
                    "測定値の代わりに限界値",
                    "a limit in the place of a value",
                    "W33",
                    EmployerColumn.GAMMA_GT,
                    row -> row.put(EmployerColumn.GAMMA_GT, Cell.text("1000以上")),
                    row -> true),
            new EmployerMistake(
                    "employer-waist-cancelled",
                    "40 歳以上の腹囲が未実施",
                    "no waist at 40 or above",
                    "W35",
                    EmployerColumn.WAIST,
                    row -> row.put(EmployerColumn.WAIST, Cell.text("キャンセル")),
                    EmployerMistake::isForty),
            new EmployerMistake(
                    "employer-smoking-missing",
                    "40 歳以上の喫煙が空欄",
                    "no answer about smoking at 40 or above",
                    "W36",
                    EmployerColumn.SMOKING,
                    row -> row.put(EmployerColumn.SMOKING, Cell.text("")),
                    EmployerMistake::isForty),
            new EmployerMistake(
                    "employer-hours",
                    "採血時間が時間数",
                    "hours in the place of the blood-draw code",
                    "W32",
                    EmployerColumn.BLOOD_DRAW,
                    row -> row.put(EmployerColumn.BLOOD_DRAW, Cell.text("12.5")),
                    row -> true),
            new EmployerMistake(
                    "employer-unknown-label",
                    "尿糖の文言が取り決めにない",
                    "a label of urine glucose that nobody declared",
                    "W53",
                    EmployerColumn.URINE_GLUCOSE,
                    row -> row.put(EmployerColumn.URINE_GLUCOSE, Cell.text("正")),
                    row -> true),
            new EmployerMistake(
                    "employer-grade",
                    "医師の診断が独自の判定区分",
                    "a grade of the clinic for the doctor's judgement",
                    "W38",
                    EmployerColumn.JUDGEMENT,
                    row -> row.put(EmployerColumn.JUDGEMENT, Cell.text("Ｃ")),
                    row -> true),
            new EmployerMistake(
                    "employer-formula-sign",
                    "数式の記号で始まる医師名",
                    "a doctor's name that begins a formula",
                    "W55",
                    EmployerColumn.DOCTOR,
                    row -> row.put(EmployerColumn.DOCTOR, Cell.text("=A1")),
                    row -> row.habit() != Habit.WORKBOOK),
            new EmployerMistake(
                    "employer-formula",
                    "BMI が数式",
                    "a BMI that is a formula",
                    "W69",
                    EmployerColumn.BODY_MASS_INDEX,
                    row -> row.put(EmployerColumn.BODY_MASS_INDEX, new Cell("M2/(L2*L2)", Cell.Kind.FORMULA)),
                    row -> row.habit() == Habit.WORKBOOK),
            new EmployerMistake(
                    "employer-row-moved",
                    "列がずれた行",
                    "a row whose cells have moved",
                    "W11",
                    null,
                    row -> row.surplus = 1,
                    row -> row.habit() != Habit.WORKBOOK),
            new EmployerMistake(
                    "employer-member-twice",
                    "同じ人の行が 2 行",
                    "two rows of the same person",
                    "W39",
                    EmployerColumn.NUMBER,
                    row -> row.copies = 2,
                    row -> true));

    private static boolean isForty(EmployerRow row) {
        LocalDate day = row.checkup().day();
        int year = day.getMonthValue() < 4 ? day.getYear() : day.getYear() + 1;
        return Period.between(row.checkup().member().birthDate(), LocalDate.of(year, 3, 31))
                        .getYears()
                >= 40;
    }

    static List<EmployerMistake> fitting(EmployerRow row) {
        return ALL.stream().filter(mistake -> mistake.fits.test(row)).toList();
    }

    /** Returns the column as findings name it; null where the row as a whole is meant. */
    @Nullable
    String field() {
        return column == null ? null : column.field();
    }
}
