package jp.kenpo.gateway.sandbox.checkup;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import jp.kenpo.gateway.sandbox.mistake.MistakeKind;
import org.jspecify.annotations.Nullable;

/** Ways in which a checkup document, or the archive by its last document, is wrong; each has one finding. */
enum CheckupMistake implements MistakeKind {
    HEIGHT_MISSING(
            "checkup-height-missing",
            "身長がない",
            "no height",
            "V17a",
            at(CheckupItem.HEIGHT, false),
            checkup -> checkup.remove(CheckupItem.HEIGHT)),
    LDL_MISSING(
            "checkup-ldl-missing",
            "LDL も Non-HDL もない",
            "neither LDL nor Non-HDL",
            "V17b",
            whole("LDLコレステロール・Non-HDLコレステロール"),
            checkup -> checkup.remove(CheckupItem.LDL)),
    GLUCOSE_TOO_SOON(
            "checkup-glucose-too-soon",
            "食後 3.5 時間未満の随時血糖だけ",
            "only random glucose, drawn too soon after a meal",
            "V17c",
            whole("空腹時血糖・随時血糖・HbA1c(NGSP値)"),
            checkup -> {
                checkup.remove(CheckupItem.HBA1C);
                checkup.replace(CheckupItem.BLOOD_DRAW, draw -> draw.withValue("4"));
            },
            checkup -> checkup.has(CheckupItem.RANDOM_GLUCOSE)),
    WAIST_MISSING(
            "checkup-waist-missing",
            "腹囲がない",
            "no waist",
            "V17d",
            whole("内臓脂肪面積・腹囲(実測)・腹囲(自己判定)・腹囲(自己申告)"),
            checkup -> checkup.remove(CheckupItem.WAIST),
            checkup -> checkup.number(CheckupItem.BODY_MASS_INDEX) >= 20),
    URINE_WITHOUT_REASON(
            "checkup-urine-without-reason",
            "尿検査未実施の理由がない",
            "no reason why urine was not taken",
            "V17e",
            new Where("測定不可能・検査未実施の理由 9N512000000000011", CheckupItem.URINE_PROTEIN, true),
            checkup -> {
                checkup.remove(CheckupItem.URINE_PROTEIN);
                checkup.insert(Observation.notDone(CheckupItem.URINE_PROTEIN));
            },
            checkup -> !checkup.has(CheckupItem.REASON_NOT_DONE)),
    HISTORY_WITHOUT_TEXT(
            "checkup-history-without-text",
            "既往歴「あり」の内容がない",
            "a history without its text",
            "V17f",
            at(CheckupItem.HISTORY_TEXT, false),
            checkup -> {
                checkup.remove(CheckupItem.HISTORY_TEXT);
                checkup.replace(CheckupItem.HISTORY, flag -> flag.withValue("1"));
            }),
    DOCTOR_MISSING(
            "checkup-doctor-missing",
            "医師の氏名がない",
            "no doctor's name",
            "V17g",
            new Where("健康診断を実施した医師の氏名 9N516000000000049", CheckupItem.JUDGEMENT, true),
            checkup -> checkup.replace(CheckupItem.JUDGEMENT, judgement -> judgement.by(null))),
    OTHER_UNIT(
            "checkup-other-unit",
            "単位が異なる",
            "another unit",
            "V18c",
            at(CheckupItem.ALT, true),
            checkup -> checkup.replace(CheckupItem.ALT, alt -> alt.withUnitOrList("IU/L"))),
    OTHER_CODE_LIST(
            "checkup-other-code-list",
            "コード表が異なる",
            "another code list",
            "V18d",
            at(CheckupItem.SMOKING, true),
            checkup -> checkup.replace(CheckupItem.SMOKING, smoking -> smoking.withUnitOrList("2003"))),
    UNKNOWN_CODE(
            "checkup-unknown-code",
            "コード表にないコード",
            "a code that is not in the list",
            "V18e",
            at(CheckupItem.EATING_SPEED, true),
            checkup -> checkup.replace(CheckupItem.EATING_SPEED, speed -> speed.withValue("9"))),
    UNKNOWN_ITEM(
            "checkup-unknown-item",
            "項目表にない項目",
            "an item that is not in the table",
            "V18f",
            new Where("9N751000000000099", CheckupItem.WALKING, true),
            checkup -> checkup.replace(CheckupItem.WALKING, walking -> walking.withCode("9N751000000000099"))),
    ITEM_TWICE(
            "checkup-item-twice",
            "同じ項目が 2 回",
            "an item twice",
            "V18h",
            at(CheckupItem.AST, true),
            checkup -> checkup.insert(checkup.observation(CheckupItem.AST).orElseThrow())),
    OTHER_METHOD(
            "checkup-other-method",
            "検査方法が項目コードと異なる",
            "a method that contradicts the item",
            "V18i",
            at(CheckupItem.GAMMA_GT, true),
            checkup -> checkup.replace(CheckupItem.GAMMA_GT, gamma -> gamma.withMethod("3B09020009"))),
    TOO_MANY_DECIMALS(
            "checkup-too-many-decimals",
            "小数部の桁数が多い",
            "too many decimals",
            "V19a",
            at(CheckupItem.HEIGHT, true),
            checkup -> checkup.replace(CheckupItem.HEIGHT, height -> height.withValue(height.value() + "1"))),
    OUTSIDE_LIMITS(
            "checkup-outside-limits",
            "入力範囲外で H・L がない",
            "outside the limits without H or L",
            "V19b",
            at(CheckupItem.LDL, true),
            checkup -> checkup.replace(CheckupItem.LDL, ldl -> ldl.withValue("1200"))),
    WRONG_BMI(
            "checkup-wrong-bmi",
            "BMI が身長・体重と合わない",
            "a BMI that does not fit height and weight",
            "V20a",
            at(CheckupItem.BODY_MASS_INDEX, true),
            checkup -> checkup.replace(CheckupItem.BODY_MASS_INDEX, bmi -> bmi.withValue(elsewhere(bmi.value())))),
    PRESSURES_EXCHANGED(
            "checkup-diastolic-not-below",
            "拡張期血圧が収縮期血圧以上",
            "a diastolic pressure not below the systolic one",
            "V20b",
            at(CheckupItem.DIASTOLIC, true),
            checkup -> checkup.replace(
                    CheckupItem.DIASTOLIC,
                    diastolic -> diastolic.withValue(checkup.observation(CheckupItem.SYSTOLIC)
                            .map(Observation::value)
                            .orElseThrow())),
            checkup -> checkup.number(CheckupItem.SYSTOLIC) >= 130 && checkup.number(CheckupItem.SYSTOLIC) <= 150),
    DRINKS_AND_DOES_NOT(
            "checkup-amount-without-drinking",
            "飲まない人の飲酒量",
            "an amount for a person who never drinks",
            "V20h",
            at(CheckupItem.DRINKING_AMOUNT, true),
            checkup -> {
                checkup.replace(CheckupItem.DRINKING, drinking -> drinking.withValue("8"));
                checkup.replace(CheckupItem.DRINKING_AMOUNT, amount -> amount.withValue("3"));
            },
            checkup -> checkup.has(CheckupItem.DRINKING_AMOUNT)),
    OTHER_METABOLIC_JUDGEMENT(
            "checkup-other-metabolic-judgement",
            "メタボリックシンドローム判定が値と合わない",
            "a metabolic judgement that does not fit the values",
            "V21a",
            at(CheckupItem.METABOLIC_JUDGEMENT, true),
            checkup -> checkup.replace(CheckupItem.METABOLIC_JUDGEMENT, CheckupMistake::next),
            // whoever's waist is under the criterion is judged for certain
            checkup -> checkup.number(CheckupItem.WAIST) < 85),
    OTHER_GUIDANCE_LEVEL(
            "checkup-other-guidance-level",
            "保健指導レベルが値と合わない",
            "a guidance level that does not fit the values",
            "V21b",
            at(CheckupItem.GUIDANCE_LEVEL, true),
            checkup -> checkup.replace(CheckupItem.GUIDANCE_LEVEL, CheckupMistake::next)),
    OTHER_CHECK_DIGIT(
            "checkup-insurer-check-digit",
            "保険者番号の検証番号が誤り",
            "a wrong check digit of the insurer number",
            "V11a",
            person("保険者番号"),
            checkup -> checkup.payer = checkup.payer.substring(0, 7) + (checkup.payer.charAt(7) == '9' ? '8' : '9')),
    OTHER_SEX(
            "checkup-unknown-sex",
            "男女区分が 1・2 以外",
            "a sex other than 1 or 2",
            "V08d",
            person("男女区分"),
            checkup -> checkup.sex = "3"),
    BORN_AFTERWARDS(
            "checkup-born-afterwards",
            "健診実施日より後の生年月日",
            "born after the checkup",
            "V13b",
            person("生年月日"),
            checkup -> checkup.birthDate = checkup.day().plusDays(9)),
    NAME_NOT_KANA(
            "checkup-name-not-kana",
            "氏名に半角の空白",
            "a name with a space",
            "V08g",
            person("氏名"),
            checkup -> checkup.kana = checkup.kana.substring(0, 3) + " " + checkup.kana.substring(3)),
    OTHER_PREFIX(
            "checkup-other-prefix",
            "ファイル名の先頭が h ではない",
            "a file name that does not begin with h",
            "V04e",
            whole(null),
            checkup -> checkup.prefix = "g"),
    SENT_TWICE(
            "checkup-sent-twice",
            "同じ人の結果が 2 件",
            "two results of the same person",
            "V15",
            whole(null),
            checkup -> checkup.copies = 2);

    /**
     * Where a finding points.
     *
     * @param field as the finding names it; null for the document as a whole
     * @param item whose line is meant; null for the person's line
     * @param line whether there is a line; else the document as a whole is meant
     */
    record Where(@Nullable String field, @Nullable CheckupItem item, boolean line) {}

    private final String id;
    private final String japanese;
    private final String english;
    private final String rule;
    private final Where where;
    private final Consumer<Checkup> make;
    private final Predicate<Checkup> fits;

    CheckupMistake(String id, String japanese, String english, String rule, Where where, Consumer<Checkup> make) {
        this(id, japanese, english, rule, where, make, checkup -> true);
    }

    CheckupMistake(
            String id,
            String japanese,
            String english,
            String rule,
            Where where,
            Consumer<Checkup> make,
            Predicate<Checkup> fits) {
        this.id = id;
        this.japanese = japanese;
        this.english = english;
        this.rule = rule;
        this.where = where;
        this.make = make;
        this.fits = fits;
    }

    private static Where at(CheckupItem item, boolean line) {
        return new Where(item.field(), item, line);
    }

    private static Where whole(@Nullable String field) {
        return new Where(field, null, false);
    }

    private static Where person(String field) {
        return new Where(field, null, true);
    }

    /** The next code of a judgement: 1, 2, 3, and 1 again. */
    private static Observation next(Observation judgement) {
        return judgement.withValue(String.valueOf(Integer.parseInt(Objects.requireNonNull(judgement.value())) % 3 + 1));
    }

    /** A BMI two points off, on the same side of 25. */
    private static String elsewhere(@Nullable String bmi) {
        double written = Double.parseDouble(Objects.requireNonNull(bmi));
        double other = written >= 25 || written < 22 ? written + 2 : written - 2;
        return Checkup.tenths((int) Math.round(other * 10));
    }

    static List<CheckupMistake> fitting(Checkup checkup) {
        return List.of(values()).stream()
                .filter(mistake -> mistake.fits.test(checkup))
                .toList();
    }

    void make(Checkup checkup) {
        make.accept(checkup);
    }

    String rule() {
        return rule;
    }

    Where where() {
        return where;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String japanese() {
        return japanese;
    }

    @Override
    public String english() {
        return english;
    }
}
