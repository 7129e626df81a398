package jp.kenpo.gateway.sandbox.employer;

import java.util.List;

/** The columns of the files, in their order, with the heading that each habit gives them. */
enum EmployerColumn {
    INSURER("保険者番号", "保険者No.", "保険者番号", "保険者番号", "保険者番号"),
    SYMBOL("記号", "被保険者証記号", "保険証記号", "記号", "健保記号"),
    NUMBER("番号", "被保険者証番号", "保険証番号", "番号", "証番号"),
    BRANCH("枝番", "枝番", "枝番号", "被保険者証枝番", "枝番"),
    EMPLOYEE("社員番号", "社員No", "従業員番号", "社員コード", "従業員コード"),
    KANA("氏名（カナ）", "ﾌﾘｶﾞﾅ", "カナ氏名", "氏名カナ", "フリガナ"),
    NAME("氏名（漢字）", "氏名", "氏　名", "漢字氏名", "氏名"),
    BIRTH("生年月日", "誕生日", "生年月日（和暦）", "生年月日", "生年月日"),
    SEX("性別", "男女", "性別", "性別コード", "性別"),
    DAY("受診日", "健診日", "健診実施日", "実施日", "受診年月日"),
    INSTITUTION("健診機関番号", "医療機関番号", "機関コード", "健診機関コード", "健診機関番号"),
    HEIGHT("身長", "身長(cm)", "身長", "身長(m)", "身長[cm]"),
    WEIGHT("体重", "体重(kg)", "体重", "体重(g)", "体重[kg]"),
    BODY_MASS_INDEX("BMI", "ＢＭＩ", "体格指数", "BMI(kg/m2)", "BMI"),
    WAIST("腹囲", "腹囲（実測）", "ウエスト", "腹囲(mm)", "腹囲"),
    SYSTOLIC("収縮期血圧1", "最高血圧", "血圧(収縮期)", "収縮期血圧(1回目)", "血圧上"),
    DIASTOLIC("拡張期血圧1", "最低血圧", "血圧(拡張期)", "拡張期血圧(1回目)", "血圧下"),
    BLOOD_DRAW("採血時間", "採血時間（食後）", "食後時間", "採血時間", "採血時間"),
    TRIGLYCERIDE("中性脂肪", "ＴＧ", "空腹時中性脂肪", "トリグリセリド(mg/dL)", "中性脂肪(TG)"),
    HDL("HDLコレステロール", "HDL", "善玉コレステロール", "HDL-C(mg/dL)", "HDL-コレステロール"),
    LDL("LDLコレステロール", "LDL", "悪玉コレステロール", "LDL-C(mg/dL)", "LDL-コレステロール"),
    AST("AST(GOT)", "GOT", "AST", "AST(U/L)", "AST（GOT）"),
    ALT("ALT(GPT)", "GPT", "ALT", "ALT(U/L)", "ALT（GPT）"),
    GAMMA_GT("γ-GT(γ-GTP)", "γGTP", "ガンマGTP", "γ-GT(U/L)", "γ-GTP"),
    GLUCOSE("空腹時血糖", "空腹時血糖値", "血糖（空腹時）", "FBS(mg/dL)", "空腹時血糖"),
    URINE_GLUCOSE("尿糖", "尿糖", "尿糖定性", "尿糖", "尿糖"),
    URINE_PROTEIN("尿蛋白", "尿たんぱく", "尿蛋白定性", "尿蛋白", "尿タンパク"),
    HISTORY("既往歴", "既往症", "既往歴", "既往歴", "既往歴"),
    SUBJECTIVE("自覚症状", "自覚症状", "自覚症状", "自覚症状", "自覚症状"),
    OBJECTIVE("他覚症状", "他覚所見", "他覚症状", "他覚症状", "他覚症状"),
    RED_CELLS("赤血球数", "赤血球", "赤血球数", "赤血球数(/μL)", "RBC"),
    JUDGEMENT("医師の診断", "医師所見", "医師の診断（判定）", "総合判定", "医師の診断"),
    DOCTOR("医師名", "医師氏名", "健診医師名", "医師名", "判定医師"),
    PRESSURE_MEDICINE("服薬_血圧", "血圧の薬", "服薬（血圧）", "服薬1(血圧)", "血圧を下げる薬"),
    GLUCOSE_MEDICINE("服薬_血糖", "血糖の薬", "服薬（血糖）", "服薬2(血糖)", "血糖を下げる薬"),
    LIPID_MEDICINE("服薬_脂質", "脂質の薬", "服薬（脂質）", "服薬3(脂質)", "コレステロールを下げる薬"),
    SMOKING("喫煙", "たばこ", "喫煙習慣", "喫煙", "喫煙歴");

    private static final List<EmployerColumn> ALL = List.of(values());

    private final String codes;
    private final String words;
    private final String japanese;
    private final String units;
    private final String workbook;

    EmployerColumn(String codes, String words, String japanese, String units, String workbook) {
        this.codes = codes;
        this.words = words;
        this.japanese = japanese;
        this.units = units;
        this.workbook = workbook;
    }

    String heading(Habit habit) {
        return switch (habit) {
            case CODES -> codes;
            case WORDS -> words;
            case JAPANESE -> japanese;
            case UNITS -> units;
            case WORKBOOK -> workbook;
        };
    }

    /** Returns the column as findings name it: the item, and the letter that a spreadsheet gives the column. */
    String field() {
        int index = ALL.indexOf(this);
        String letters = index < 26 ? String.valueOf((char) ('A' + index)) : "A" + (char) ('A' + index - 26);
        return codes + " (" + letters + ")";
    }
}
