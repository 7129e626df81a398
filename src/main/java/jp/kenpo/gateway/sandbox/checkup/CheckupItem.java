package jp.kenpo.gateway.sandbox.checkup;

/** The items that a made-up checkup has, in the order in which they stand in a document. */
enum CheckupItem {
    HEIGHT("9N001000000000001", "身長", "PQ", "cm", ""),
    WEIGHT("9N006000000000001", "体重", "PQ", "kg", ""),
    BODY_MASS_INDEX("9N011000000000001", "BMI", "PQ", "kg/m2", ""),
    WAIST("9N016160100000001", "腹囲(実測)", "PQ", "cm", "9N01610000"),
    HISTORY("9N056000000000011", "既往歴", "CD", "2001", ""),
    HISTORY_TEXT("9N056160400000049", "具体的な既往歴", "ST", "", ""),
    SUBJECTIVE("9N061000000000011", "自覚症状", "CD", "2001", ""),
    OBJECTIVE("9N066000000000011", "他覚症状", "CD", "2001", ""),
    SYSTOLIC("9A751000000000001", "収縮期血圧(1回目)", "PQ", "mm[Hg]", "9A75100000"),
    DIASTOLIC("9A761000000000001", "拡張期血圧(1回目)", "PQ", "mm[Hg]", "9A76100000"),
    BLOOD_DRAW("9N141000000000011", "採血時間(食後)", "CD", "2202", ""),
    FASTING_TRIGLYCERIDE("3F015000002327101", "空腹時中性脂肪(トリグリセリド)", "PQ", "mg/dL", "3F01510000"),
    RANDOM_TRIGLYCERIDE("3F015129902327101", "随時中性脂肪(トリグリセリド)", "PQ", "mg/dL", "3F01510000"),
    HDL("3F070000002327101", "HDLコレステロール", "PQ", "mg/dL", "3F07010000"),
    LDL("3F077000002327101", "LDLコレステロール", "PQ", "mg/dL", "3F07710000"),
    AST("3B035000002327201", "AST(GOT)", "PQ", "U/L", "3B03510000"),
    ALT("3B045000002327201", "ALT(GPT)", "PQ", "U/L", "3B04510000"),
    GAMMA_GT("3B090000002327101", "γ-GT(γ-GTP)", "PQ", "U/L", "3B09010000"),
    FASTING_GLUCOSE("3D010000001926101", "空腹時血糖", "PQ", "mg/dL", "3D01010000"),
    RANDOM_GLUCOSE("3D010129901926101", "随時血糖", "PQ", "mg/dL", "3D01010000"),
    HBA1C("3D046000001906202", "HbA1c(NGSP値)", "PQ", "%", "3D04610000"),
    URINE_GLUCOSE("1A020000000191111", "尿糖", "CO", "2102", "1A02010000"),
    URINE_PROTEIN("1A010000000191111", "尿蛋白", "CO", "2102", "1A01010000"),
    CREATININE("3C015000002327101", "血清クレアチニン", "PQ", "mg/dL", "3C01510000"),
    EGFR("8A065000002391901", "eGFR", "PQ", "ml/min/1.73m2", "8A06510000"),
    CREATININE_DUE("3C015161602399911", "血清クレアチニン(対象者)", "CD", "18110", ""),
    CREATININE_REASON("3C015161002399949", "血清クレアチニン(実施理由)", "ST", "", ""),
    METABOLIC_JUDGEMENT("9N501000000000011", "メタボリックシンドローム判定", "CD", "1008", ""),
    GUIDANCE_LEVEL("9N506000000000011", "保健指導レベル", "CD", "3001", ""),
    JUDGEMENT("9N511000000000049", "医師の診断(判定)", "ST", "", ""),
    REASON_NOT_DONE("9N512000000000011", "測定不可能・検査未実施の理由", "CD", "24080", ""),
    MEDICATION_BLOOD_PRESSURE("9N701000000000011", "服薬1(血圧)", "CD", "2003", ""),
    MEDICATION_GLUCOSE("9N706000000000011", "服薬2(血糖)", "CD", "2003", ""),
    MEDICATION_LIPID("9N711000000000011", "服薬3(脂質)", "CD", "2003", ""),
    STROKE("9N716000000000011", "既往歴1(脳血管)", "CD", "2003", ""),
    HEART("9N721000000000011", "既往歴2(心血管)", "CD", "2003", ""),
    KIDNEY("9N726000000000011", "既往歴3(腎不全･人工透析)", "CD", "2003", ""),
    ANAEMIA("9N731000000000011", "貧血", "CD", "2003", ""),
    SMOKING("9N736000000000011", "喫煙", "CD", "24060", ""),
    WEIGHT_SINCE_20("9N741000000000011", "20歳からの体重変化", "CD", "2003", ""),
    EXERCISE("9N746000000000011", "30分以上の運動習慣", "CD", "2003", ""),
    WALKING("9N751000000000011", "歩行又は身体活動", "CD", "2003", ""),
    CHEWING("9N872000000000011", "咀嚼", "CD", "18030", ""),
    EATING_SPEED("9N766000000000011", "食べ方1(早食い等)", "CD", "2004", ""),
    SNACKS("9N782000000000011", "食べ方3(間食)", "CD", "18040", ""),
    DRINKING("9N786000000000011", "飲酒", "CD", "24040", ""),
    DRINKING_AMOUNT("9N791000000000011", "飲酒量", "CO", "24050", ""),
    SLEEP("9N796000000000011", "睡眠", "CD", "2003", ""),
    WILL_TO_CHANGE("9N801000000000011", "生活習慣の改善", "CD", "2007", ""),
    URIC_ACID("3C020000002327101", "血清尿酸", "PQ", "mg/dL", "3C02010000");

    private final String code;
    private final String japanese;
    private final String type;
    private final String unitOrList;
    private final String method;

    CheckupItem(String code, String japanese, String type, String unitOrList, String method) {
        this.code = code;
        this.japanese = japanese;
        this.type = type;
        this.unitOrList = unitOrList;
        this.method = method;
    }

    String code() {
        return code;
    }

    /** Returns how the gateway's findings call the item. */
    String field() {
        return japanese + ' ' + code;
    }

    String type() {
        return type;
    }

    /** Returns the unit (UCUM) of a number, the last part of the OID of a code list. */
    String unitOrList() {
        return unitOrList;
    }

    /** Returns the code of the method; empty if there is one method only. */
    String method() {
        return method;
    }

    /** Returns whether it stands among the optional items (任意追加項目). */
    boolean optional() {
        return this == URIC_ACID;
    }

    /** Returns whether it is part of the creatinine series (一連検査). */
    boolean inSeries() {
        return compareTo(CREATININE) >= 0 && compareTo(CREATININE_REASON) <= 0;
    }
}
