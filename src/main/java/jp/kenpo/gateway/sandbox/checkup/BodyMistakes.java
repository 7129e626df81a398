package jp.kenpo.gateway.sandbox.checkup;

import java.util.List;
import java.util.Objects;
import jp.kenpo.gateway.sandbox.checkup.CheckupMistake.Where;
import org.jspecify.annotations.Nullable;

/** Mistakes in the results of a checkup: what is missing, written wrong, or contradicts the rest. */
final class BodyMistakes {

    static final List<CheckupMistake> ALL = List.of(
            new CheckupMistake(
                    "checkup-height-missing",
                    "身長がない",
                    "no height",
                    "V17a",
                    Where.missing(CheckupItem.HEIGHT),
                    checkup -> checkup.remove(CheckupItem.HEIGHT)),
            new CheckupMistake(
                    "checkup-ldl-missing",
                    "LDL も Non-HDL もない",
                    "neither LDL nor Non-HDL",
                    "V17b",
                    Where.whole("LDLコレステロール・Non-HDLコレステロール"),
                    checkup -> checkup.remove(CheckupItem.LDL)),
            new CheckupMistake(
                    "checkup-glucose-too-soon",
                    "食後 3.5 時間未満の随時血糖だけ",
                    "only random glucose, drawn too soon after a meal",
                    "V17c",
                    Where.whole("空腹時血糖・随時血糖・HbA1c(NGSP値)"),
                    checkup -> {
                        checkup.remove(CheckupItem.HBA1C);
                        checkup.replace(CheckupItem.BLOOD_DRAW, draw -> draw.withValue("4"));
                    },
                    checkup -> checkup.has(CheckupItem.RANDOM_GLUCOSE)),
            new CheckupMistake(
                    "checkup-waist-missing",
                    "腹囲がない",
                    "no waist",
                    "V17d",
                    Where.whole("内臓脂肪面積・腹囲(実測)・腹囲(自己判定)・腹囲(自己申告)"),
                    checkup -> checkup.remove(CheckupItem.WAIST),
                    checkup -> checkup.number(CheckupItem.BODY_MASS_INDEX) >= 20),
            new CheckupMistake(
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
            new CheckupMistake(
                    "checkup-history-without-text",
                    "既往歴「あり」の内容がない",
                    "a history without its text",
                    "V17f",
                    Where.missing(CheckupItem.HISTORY_TEXT),
                    checkup -> {
                        checkup.remove(CheckupItem.HISTORY_TEXT);
                        checkup.replace(CheckupItem.HISTORY, flag -> flag.withValue("1"));
                    }),
            new CheckupMistake(
                    "checkup-doctor-missing",
                    "医師の氏名がない",
                    "no doctor's name",
                    "V17g",
                    new Where("健康診断を実施した医師の氏名 9N516000000000049", CheckupItem.JUDGEMENT, true),
                    checkup -> checkup.replace(CheckupItem.JUDGEMENT, judgement -> judgement.by(null))),
            new CheckupMistake(
                    "checkup-other-unit",
                    "単位が異なる",
                    "another unit",
                    "V18c",
                    Where.at(CheckupItem.ALT),
                    checkup -> checkup.replace(CheckupItem.ALT, alt -> alt.withUnitOrList("IU/L"))),
            new CheckupMistake(
                    "checkup-other-code-list",
                    "コード表が異なる",
                    "another code list",
                    "V18d",
                    Where.at(CheckupItem.SMOKING),
                    checkup -> checkup.replace(CheckupItem.SMOKING, smoking -> smoking.withUnitOrList("2003"))),
            new CheckupMistake(
                    "checkup-unknown-code",
                    "コード表にないコード",
                    "a code that is not in the list",
                    "V18e",
                    Where.at(CheckupItem.EATING_SPEED),
                    checkup -> checkup.replace(CheckupItem.EATING_SPEED, speed -> speed.withValue("9"))),
            new CheckupMistake(
                    "checkup-unknown-item",
                    "項目表にない項目",
                    "an item that is not in the table",
                    "V18f",
                    new Where("9N751000000000099", CheckupItem.WALKING, true),
                    checkup -> checkup.replace(CheckupItem.WALKING, walking -> walking.withCode("9N751000000000099"))),
            new CheckupMistake(
                    "checkup-item-twice",
                    "同じ項目が 2 回",
                    "an item twice",
                    "V18h",
                    Where.at(CheckupItem.AST),
                    checkup ->
                            checkup.insert(checkup.observation(CheckupItem.AST).orElseThrow())),
            new CheckupMistake(
                    "checkup-other-method",
                    "検査方法が項目コードと異なる",
                    "a method that contradicts the item",
                    "V18i",
                    Where.at(CheckupItem.GAMMA_GT),
                    checkup -> checkup.replace(CheckupItem.GAMMA_GT, gamma -> gamma.withMethod("3B09020009"))),
            new CheckupMistake(
                    "checkup-too-many-decimals",
                    "小数部の桁数が多い",
                    "too many decimals",
                    "V19a",
                    Where.at(CheckupItem.HEIGHT),
                    checkup -> checkup.replace(CheckupItem.HEIGHT, height -> height.withValue(height.value() + "1"))),
            new CheckupMistake(
                    "checkup-outside-limits",
                    "入力範囲外で H・L がない",
                    "outside the limits without H or L",
                    "V19b",
                    Where.at(CheckupItem.LDL),
                    checkup -> checkup.replace(CheckupItem.LDL, ldl -> ldl.withValue("1200"))),
            new CheckupMistake(
                    "checkup-wrong-bmi",
                    "BMI が身長・体重と合わない",
                    "a BMI that does not fit height and weight",
                    "V20a",
                    Where.at(CheckupItem.BODY_MASS_INDEX),
                    checkup ->
                            checkup.replace(CheckupItem.BODY_MASS_INDEX, bmi -> bmi.withValue(elsewhere(bmi.value())))),
            new CheckupMistake(
                    "checkup-diastolic-not-below",
                    "拡張期血圧が収縮期血圧以上",
                    "a diastolic pressure not below the systolic one",
                    "V20b",
                    Where.at(CheckupItem.DIASTOLIC),
                    checkup -> checkup.replace(
                            CheckupItem.DIASTOLIC,
                            diastolic -> diastolic.withValue(checkup.observation(CheckupItem.SYSTOLIC)
                                    .map(Observation::value)
                                    .orElseThrow())),
                    checkup ->
                            checkup.number(CheckupItem.SYSTOLIC) >= 130 && checkup.number(CheckupItem.SYSTOLIC) <= 150),
            new CheckupMistake(
                    "checkup-amount-without-drinking",
                    "飲まない人の飲酒量",
                    "an amount for a person who never drinks",
                    "V20h",
                    Where.at(CheckupItem.DRINKING_AMOUNT),
                    checkup -> {
                        checkup.replace(CheckupItem.DRINKING, drinking -> drinking.withValue("8"));
                        checkup.replace(CheckupItem.DRINKING_AMOUNT, amount -> amount.withValue("3"));
                    },
                    checkup -> checkup.has(CheckupItem.DRINKING_AMOUNT)),
            new CheckupMistake(
                    "checkup-other-metabolic-judgement",
                    "メタボリックシンドローム判定が値と合わない",
                    "a metabolic judgement that does not fit the values",
                    "V21a",
                    Where.at(CheckupItem.METABOLIC_JUDGEMENT),
                    checkup -> checkup.replace(CheckupItem.METABOLIC_JUDGEMENT, BodyMistakes::next),
                    // whoever's waist is under the criterion is judged for certain
                    checkup -> checkup.number(CheckupItem.WAIST) < 85),
            new CheckupMistake(
                    "checkup-other-guidance-level",
                    "保健指導レベルが値と合わない",
                    "a guidance level that does not fit the values",
                    "V21b",
                    Where.at(CheckupItem.GUIDANCE_LEVEL),
                    checkup -> checkup.replace(CheckupItem.GUIDANCE_LEVEL, BodyMistakes::next)));

    private BodyMistakes() {}

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
}
