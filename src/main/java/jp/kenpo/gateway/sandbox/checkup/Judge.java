package jp.kenpo.gateway.sandbox.checkup;

/**
 * Judges a made-up person by the criteria of the metabolic syndrome and the decision table of the guidance levels
 * (階層化), of which every value is known here.
 *
 * @param age at the end of the fiscal year
 */
record Judge(Body body, Habits habits, int age) {

    private boolean wide() {
        return body.waist() >= (body.male() ? 850 : 900);
    }

    private boolean pressure() {
        return body.systolic() >= 130 || body.diastolic() >= 85;
    }

    /** 1 meets the criteria, 2 borderline, 3 no. Made only of fasting values, or of values that no one disputes. */
    int metabolicSyndrome() {
        int risks = 0;
        risks += pressure() || habits.pressureMedicine() ? 1 : 0;
        risks += (body.fasting() && body.triglyceride() >= 150) || body.hdl() < 40 || habits.lipidMedicine() ? 1 : 0;
        boolean sugar = body.fasting() ? body.glucose() >= 110 : body.hba1c() >= 60;
        risks += sugar || habits.glucoseMedicine() ? 1 : 0;
        if (!wide() || risks == 0) {
            return 3;
        }
        return risks == 1 ? 2 : 1;
    }

    /** 1 intensive, 2 motivational, 3 none. */
    int guidanceLevel() {
        int risks = 0;
        risks += pressure() ? 1 : 0;
        risks += body.triglyceride() >= (body.fasting() ? 150 : 175) || body.hdl() < 40 ? 1 : 0;
        risks += sugar() ? 1 : 0;
        risks += risks > 0 && habits.smoking() == 1 ? 1 : 0;
        boolean heavy = body.bodyMassIndex() >= 250;
        if (habits.medicine() || (!wide() && !heavy) || risks == 0) {
            return 3;
        }
        return age < 65 && risks >= (wide() ? 2 : 3) ? 1 : 2;
    }

    private boolean sugar() {
        if (body.fasting()) {
            return body.glucose() >= 100;
        }
        return body.hba1c() > 0 ? body.hba1c() >= 56 : body.glucose() >= 100;
    }
}
