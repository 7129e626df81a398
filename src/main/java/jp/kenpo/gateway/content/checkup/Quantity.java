package jp.kenpo.gateway.content.checkup;

import java.util.List;

/**
 * What is measured, whatever the method: the first digits of its items, in the order in which they count.
 *
 * <p>Of several readings of the blood pressure その他 counts (the mean of two: MHLW software), then the second, then the
 * first (order of the item table; inferred).
 */
enum Quantity {
    HEIGHT("9N001"),
    WEIGHT("9N006"),
    BODY_MASS_INDEX("9N011"),
    VISCERAL_FAT("9N021"),
    /** Measured, self-measured, self-reported. */
    WAIST("9N0161601 9N0161602 9N0161603"),
    SYSTOLIC("9A755 9A752 9A751"),
    DIASTOLIC("9A765 9A762 9A761"),
    FASTING_TRIGLYCERIDE("3F0150000"),
    RANDOM_TRIGLYCERIDE("3F0151299"),
    HDL("3F070"),
    LDL("3F077"),
    NON_HDL("3F069"),
    FASTING_GLUCOSE("3D0100000"),
    RANDOM_GLUCOSE("3D0101299"),
    HBA1C("3D046"),
    CREATININE("3C0150000"),
    EGFR("8A065");

    @SuppressWarnings("ImmutableEnumChecker") // List.of gives one that nobody can change
    private final List<String> prefixes;

    /** @param prefixes with a blank between them */
    Quantity(String prefixes) {
        this.prefixes = List.of(prefixes.split(" ", -1));
    }

    List<String> prefixes() {
        return prefixes;
    }
}
