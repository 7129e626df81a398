package jp.kenpo.gateway.sandbox.checkup;

import jp.kenpo.gateway.sandbox.society.Chance;

/**
 * What a made-up person answered to the questionnaire (質問票).
 *
 * @param smoking 1 yes, 2 formerly, 3 no
 * @param drinking 1 daily to 6 less than once a month, 7 quit, 8 never
 */
record Habits(boolean pressureMedicine, boolean glucoseMedicine, boolean lipidMedicine, int smoking, int drinking) {

    static Habits of(Body body, int age, Chance chance) {
        int older = Math.max(0, age - 40);
        int smokers = body.male() ? 27 : 8;
        int throwOfSmoking = chance.below(100);
        return new Habits(
                chance.inPercent(4 + older * 0.7),
                chance.inPercent(body.glucose() > 126 ? 50 : 1),
                chance.inPercent(3 + older * 0.5),
                throwOfSmoking < smokers ? 1 : throwOfSmoking < smokers + 20 ? 2 : 3,
                chance.between(1, 8));
    }

    boolean medicine() {
        return pressureMedicine || glucoseMedicine || lipidMedicine;
    }
}
