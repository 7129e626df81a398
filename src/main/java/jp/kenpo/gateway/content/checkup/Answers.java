package jp.kenpo.gateway.content.checkup;

import java.util.List;

/** Codes of the items that rules ask for by name. */
final class Answers {

    /** 採血時間(食後): 2 ten hours or more, 3 at least 3.5 hours, 4 less, 1 (until the 3.5 hours came in) less than ten. */
    static final String BLOOD_DRAW = "9N141000000000011";

    static final String FASTING = "2";
    static final String TOO_SOON = "4";

    static final String METABOLIC_JUDGEMENT = "9N501000000000011";
    static final String GUIDANCE_LEVEL = "9N506000000000011";
    static final String DOCTORS_JUDGEMENT = "9N511000000000049";
    static final String DOCTORS_NAME = "9N516000000000049";
    static final String REASON_NOT_DONE = "9N512000000000011";
    static final String SMOKING = "9N736000000000011";
    static final String DRINKING = "9N786000000000011";
    static final String DRINKING_AMOUNT = "9N791000000000011";
    static final String MEDICATION_BLOOD_PRESSURE = "9N701000000000011";
    static final String MEDICATION_GLUCOSE = "9N706000000000011";
    static final String MEDICATION_LIPID = "9N711000000000011";
    static final String RECHECKED_BLOOD_PRESSURE = "9N702167200000049";
    static final String RECHECKED_GLUCOSE = "9N707167200000049";
    static final String RECHECKED_LIPID = "9N712167200000049";
    static final String SELF_REPORTED_WAIST = "9N016160300000001";

    /** 服薬 and 喫煙: without them nobody can be stratified. */
    static final List<String> QUESTIONNAIRE =
            List.of(MEDICATION_BLOOD_PRESSURE, MEDICATION_GLUCOSE, MEDICATION_LIPID, SMOKING);

    static final String YES = "1";

    private Answers() {}
}
