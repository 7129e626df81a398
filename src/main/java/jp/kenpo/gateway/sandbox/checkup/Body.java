package jp.kenpo.gateway.sandbox.checkup;

import jp.kenpo.gateway.sandbox.society.Chance;

/**
 * What was measured of a made-up person: shares and ranges as in a working population, drawn by chance and consistent
 * with each other. Lengths and weight in tenths, as they are written.
 *
 * @param hba1c tenths of a percent; 0 if it was not measured
 * @param fasting whether blood was drawn ten hours or more after a meal
 */
record Body(
        boolean male,
        int height,
        int weight,
        int waist,
        int systolic,
        int diastolic,
        boolean fasting,
        int triglyceride,
        int hdl,
        int ldl,
        int ast,
        int alt,
        int gammaGt,
        int glucose,
        int hba1c) {

    static Body of(boolean male, int age, Chance chance) {
        int height = around(male ? 1700 : 1570, 120, chance);
        int bmi = around(male ? 240 : 225, 60, chance);
        int weight = (int) ((long) bmi * height * height / 1_000_000L);
        int waist = around(male ? 225 + bmi * 26 / 10 : 210 + bmi * 26 / 10, 40, chance);
        int systolic = between(85, 190, around(108 + age / 4 + (bmi - 230) / 12, 26, chance));
        int diastolic = between(45, systolic - 15, around(systolic * 6 / 10 + 2, 10, chance));
        int triglyceride = between(30, 900, around(95 + (bmi - 220) / 3, 60, chance));
        boolean diabetic = chance.inPercent(6);
        int glucose = diabetic ? chance.between(110, 220) : around(93, 12, chance);
        return new Body(
                male,
                height,
                weight,
                waist,
                systolic,
                diastolic,
                chance.inPercent(85),
                chance.inPercent(4) ? triglyceride * 2 : triglyceride,
                between(25, 110, around(male ? 54 : 66, 22, chance)),
                around(118, 45, chance),
                around(23, 10, chance),
                around(22, 13, chance),
                around(male ? 38 : 24, 18, chance),
                glucose,
                chance.inPercent(60) ? Math.max(45, 30 + glucose * 27 / 100 + chance.between(-2, 2)) : 0);
    }

    /** Returns weight over the square of the height, in tenths, rounded half up. */
    int bodyMassIndex() {
        long square = (long) height * height;
        return (int) ((2L * weight * 1_000_000L + square) / (2 * square));
    }

    /** Sum of four throws: most are near the middle. */
    private static int around(int middle, int spread, Chance chance) {
        int sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += chance.between(-spread, spread);
        }
        return middle + sum / 4;
    }

    private static int between(int least, int most, int value) {
        return Math.max(least, Math.min(most, value));
    }
}
