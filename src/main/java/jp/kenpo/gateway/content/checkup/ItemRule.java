package jp.kenpo.gateway.content.checkup;

import jp.kenpo.gateway.content.Severity;

/**
 * What the items of a checkup document must keep to. The texts stand in {@code messages/checkupitem.properties} under
 * the same ids.
 *
 * <p>Source, where nothing else is said: MHLW, 電子的な標準様式 (第4期): file specification and item table.
 */
enum ItemRule {
    /** A required item is neither there nor said to be not done (未実施) or not measurable (測定不可能). */
    REQUIRED("V17a", Severity.ERROR),
    /** None of the items that may stand for each other is there. */
    GROUP("V17b", Severity.ERROR),
    /** Only random glucose, drawn less than 3.5 hours after a meal, which does not count. */
    GLUCOSE_TOO_SOON("V17c", Severity.ERROR),
    /** Neither waist nor visceral fat; it may be left out with a BMI under 20. */
    WAIST("V17d", Severity.ERROR),
    /** Urine was not taken, and 9N512 does not say why, or says 3 (other), which does not count as done. Inferred. */
    URINE_REASON("V17e", Severity.WARNING),
    /** The flag says that there is something, and the text that must go with it is missing. */
    FLAG_WITHOUT_REQUIRED_TEXT("V17f", Severity.ERROR),
    /** The judgement has no doctor's name (9N516, as author of 9N511). */
    DOCTOR("V17g", Severity.ERROR),
    /** An employer checkup without an item that both checkups ask for. Source: 労働安全衛生規則 44条; 省令 157号 2条. */
    REQUIRED_OF_EMPLOYER("V17h", Severity.WARNING),
    /** Triglyceride or glucose without the blood-draw time, without which they can't be judged. Inferred. */
    BLOOD_DRAW_TIME("V17i", Severity.WARNING),
    /** Creatinine as a detailed item without eGFR. */
    EGFR("V17j", Severity.WARNING),

    /** Neither a value, nor not done, nor not measurable. */
    NO_VALUE("V18a", Severity.ERROR),
    /** The value is of another type (PQ, CD, CO, ST). */
    TYPE("V18b", Severity.ERROR),
    /** The unit is not that of the item table (UCUM). */
    UNIT("V18c", Severity.ERROR),
    /** The code is from another code list (OID). */
    CODE_LIST("V18d", Severity.ERROR),
    /** The code is not in the code list. */
    CODE("V18e", Severity.ERROR),
    /** An item that the table does not have among the results (section 01010). */
    UNKNOWN_ITEM("V18f", Severity.ERROR),
    /** An item that no table has among the optional items (section 01990). */
    UNKNOWN_OPTIONAL_ITEM("V18g", Severity.WARNING),
    /** The same item twice. */
    REPEATED("V18h", Severity.ERROR),
    /** The method contradicts the item, whose digits contain it. */
    METHOD("V18i", Severity.WARNING),
    /** A number that is not written as one. */
    NOT_A_NUMBER("V18j", Severity.ERROR),

    /** More digits than the format has. */
    FORMAT("V19a", Severity.WARNING),
    /** Outside the input limits without H or L. The limits are from one source (CC2X). */
    LIMITS("V19b", Severity.ERROR),
    /** H below the upper limit, or L above the lower one. */
    LIMIT_MARK("V19c", Severity.WARNING),
    /** A text with more bytes than the item has. */
    TEXT_LENGTH("V19d", Severity.WARNING),
    /** A day that is not written YYYYMMDD, or is not in the calendar. */
    DAY("V19e", Severity.WARNING),

    /** BMI differs from weight and height by more than 0.1. */
    BODY_MASS_INDEX("V20a", Severity.WARNING),
    /** The diastolic pressure is not below the systolic one. */
    BLOOD_PRESSURE("V20b", Severity.WARNING),
    /** A fasting value although the blood was not drawn fasting. */
    NOT_FASTING("V20c", Severity.WARNING),
    /** A random value although the blood was drawn fasting. */
    FASTING_AFTER_ALL("V20d", Severity.WARNING),
    /** Random glucose drawn too soon: it does not count, another glucose value does. */
    GLUCOSE_NOT_COUNTED("V20e", Severity.WARNING),
    /** A text of findings although the flag says that there are none. */
    TEXT_WITHOUT_FLAG("V20f", Severity.WARNING),
    /** A flag that there are findings, and no text. */
    FLAG_WITHOUT_TEXT("V20g", Severity.WARNING),
    /** A person who does not drink has an amount above the least. */
    DRINKING("V20h", Severity.WARNING),
    /** A self-reported waist counts with a BMI under 22 only. */
    SELF_REPORTED_WAIST("V20i", Severity.WARNING),
    /** Non-HDL stands in for LDL only if not fasting or with triglyceride of 400 or more. */
    NON_HDL("V20j", Severity.WARNING),

    /** The metabolic syndrome judgement (9N501) differs from its criteria. Source: MHLW 001272427. */
    METABOLIC_JUDGEMENT("V21a", Severity.WARNING),
    /** The guidance level (9N506) differs from the decision table. Source: 標準的な健診・保健指導プログラム 令和6年度版. */
    GUIDANCE_LEVEL("V21b", Severity.WARNING),
    /** A guidance level although a value needed for it is missing. */
    GUIDANCE_LEVEL_UNFOUNDED("V21c", Severity.WARNING),

    /** All planned points (1041010080) are not support and outcome points together. Inferred. */
    PLANNED_POINTS("V22a", Severity.WARNING),
    /** All points done (1042010080) are not support and outcome points together. Inferred. */
    POINTS_DONE("V22b", Severity.WARNING),
    /** The checkup that the guidance follows is after it. */
    CHECKUP_AFTER_GUIDANCE("V22c", Severity.WARNING),

    /** An employer's archive for a specific checkup without medication and smoking: no stratification. */
    NO_QUESTIONNAIRE("V23a", Severity.WARNING);

    private final String id;
    private final Severity severity;

    ItemRule(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    String id() {
        return id;
    }

    Severity severity() {
        return severity;
    }
}
