package jp.kenpo.gateway.sandbox.checkup;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import jp.kenpo.gateway.sandbox.society.Chance;
import jp.kenpo.gateway.sandbox.society.FictionalMember;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;

/**
 * A made-up checkup: its person, its day and its results. Without a fault, until a mistake changes it.
 *
 * <p>Not thread-safe.
 */
final class Checkup {

    private static final String DOCTOR = "架空　太郎";
    private static final long ANSWERS = 0x414E53;

    private final FictionalMember member;
    private final LocalDate day;
    private final List<Observation> observations = new ArrayList<>();

    String payer = FictionalSociety.INSURER_NUMBER;
    String sex;
    String kana;
    LocalDate birthDate;
    String prefix = "h";
    int copies = 1;

    private Checkup(FictionalMember member, LocalDate day) {
        this.member = member;
        this.day = day;
        this.sex = String.valueOf(member.sexCode());
        this.kana = member.kana();
        this.birthDate = member.birthDate();
    }

    /** Makes the checkup of a member on a day; the same seed gives the same results. */
    static Checkup of(FictionalMember member, LocalDate day, Chance chance, long seed) {
        Checkup checkup = new Checkup(member, day);
        int yearEnd = day.getMonthValue() < 4 ? day.getYear() : day.getYear() + 1;
        int age =
                Period.between(member.birthDate(), LocalDate.of(yearEnd, 3, 31)).getYears();
        Body body = Body.of(member.male(), age, chance);
        Habits habits = Habits.of(body, age, chance);
        checkup.measured(body, chance);
        checkup.judged(new Judge(body, habits, age));
        checkup.answered(habits, Chance.of(seed, ANSWERS, day.toEpochDay(), body.weight()));
        checkup.sort();
        return checkup;
    }

    private void measured(Body body, Chance chance) {
        add(CheckupItem.HEIGHT, tenths(body.height()));
        add(CheckupItem.WEIGHT, tenths(body.weight()));
        add(CheckupItem.BODY_MASS_INDEX, tenths(body.bodyMassIndex()));
        add(CheckupItem.WAIST, tenths(body.waist()));
        add(CheckupItem.SYSTOLIC, body.systolic());
        add(CheckupItem.DIASTOLIC, body.diastolic());
        add(CheckupItem.BLOOD_DRAW, body.fasting() ? 2 : 3);
        add(body.fasting() ? CheckupItem.FASTING_TRIGLYCERIDE : CheckupItem.RANDOM_TRIGLYCERIDE, body.triglyceride());
        add(CheckupItem.HDL, body.hdl());
        add(CheckupItem.LDL, body.ldl());
        add(CheckupItem.AST, body.ast());
        add(CheckupItem.ALT, body.alt());
        add(CheckupItem.GAMMA_GT, body.gammaGt());
        add(body.fasting() ? CheckupItem.FASTING_GLUCOSE : CheckupItem.RANDOM_GLUCOSE, body.glucose());
        if (body.hba1c() > 0) {
            add(CheckupItem.HBA1C, tenths(body.hba1c()));
        }
        urine(body, chance);
        if (body.systolic() >= 130 && chance.inPercent(60)) {
            add(CheckupItem.CREATININE, "0." + chance.between(50, 99));
            add(CheckupItem.EGFR, tenths(chance.between(550, 950)));
            add(CheckupItem.CREATININE_DUE, 1);
            add(CheckupItem.CREATININE_REASON, "血圧が基準値以上のため医師が必要と判断");
        }
        if (chance.inPercent(30)) {
            add(CheckupItem.URIC_ACID, tenths(chance.between(30, 79)));
        }
    }

    private void urine(Body body, Chance chance) {
        if (!body.male() && chance.inPercent(1)) {
            observations.add(Observation.notDone(CheckupItem.URINE_GLUCOSE));
            observations.add(Observation.notDone(CheckupItem.URINE_PROTEIN));
            add(CheckupItem.REASON_NOT_DONE, 1);
        } else {
            add(CheckupItem.URINE_GLUCOSE, body.glucose() > 180 ? 3 : 1);
            add(CheckupItem.URINE_PROTEIN, chance.inPercent(92) ? 1 : chance.between(2, 4));
        }
    }

    private void judged(Judge judge) {
        add(CheckupItem.METABOLIC_JUDGEMENT, judge.metabolicSyndrome());
        add(CheckupItem.GUIDANCE_LEVEL, judge.guidanceLevel());
        observations.add(
                Observation.of(CheckupItem.JUDGEMENT, "生活習慣についてご相談ください。").by(DOCTOR));
    }

    private void answered(Habits habits, Chance chance) {
        boolean history = chance.inPercent(20);
        add(CheckupItem.HISTORY, history ? 1 : 2);
        if (history) {
            add(CheckupItem.HISTORY_TEXT, "虫垂炎手術");
        }
        add(CheckupItem.SUBJECTIVE, 2);
        add(CheckupItem.OBJECTIVE, 2);
        add(CheckupItem.MEDICATION_BLOOD_PRESSURE, habits.pressureMedicine() ? 1 : 2);
        add(CheckupItem.MEDICATION_GLUCOSE, habits.glucoseMedicine() ? 1 : 2);
        add(CheckupItem.MEDICATION_LIPID, habits.lipidMedicine() ? 1 : 2);
        add(CheckupItem.SMOKING, habits.smoking());
        add(CheckupItem.DRINKING, habits.drinking());
        if (habits.drinking() < 7) {
            add(CheckupItem.DRINKING_AMOUNT, chance.between(1, 5));
        }
        for (CheckupItem disease :
                List.of(CheckupItem.STROKE, CheckupItem.HEART, CheckupItem.KIDNEY, CheckupItem.ANAEMIA)) {
            add(disease, chance.inPercent(3) ? 1 : 2);
        }
        for (CheckupItem question :
                List.of(CheckupItem.WEIGHT_SINCE_20, CheckupItem.EXERCISE, CheckupItem.WALKING, CheckupItem.SLEEP)) {
            add(question, chance.between(1, 2));
        }
        add(CheckupItem.CHEWING, chance.inPercent(88) ? 1 : 2);
        add(CheckupItem.EATING_SPEED, chance.between(1, 3));
        add(CheckupItem.SNACKS, chance.between(1, 3));
        add(CheckupItem.WILL_TO_CHANGE, chance.between(1, 5));
    }

    private void add(CheckupItem item, int value) {
        add(item, String.valueOf(value));
    }

    private void add(CheckupItem item, String value) {
        observations.add(Observation.of(item, value));
    }

    static String tenths(int value) {
        return value / 10 + "." + value % 10;
    }

    FictionalMember member() {
        return member;
    }

    LocalDate day() {
        return day;
    }

    List<Observation> observations() {
        return observations;
    }

    Optional<Observation> observation(CheckupItem item) {
        return observations.stream().filter(each -> each.item() == item).findFirst();
    }

    boolean has(CheckupItem item) {
        return observation(item).isPresent();
    }

    /** Returns the number that an item has; 0 if it is not there or was not done. */
    double number(CheckupItem item) {
        return observation(item)
                .map(Observation::value)
                .map(Double::parseDouble)
                .orElse(0.0);
    }

    void replace(CheckupItem item, UnaryOperator<Observation> change) {
        observations.replaceAll(each -> each.item() == item ? change.apply(each) : each);
    }

    /** Puts an observation where its item stands in a document. */
    void insert(Observation observation) {
        observations.add(observation);
        sort();
    }

    private void sort() {
        observations.sort((one, other) -> one.item().compareTo(other.item()));
    }

    void remove(CheckupItem item) {
        observations.removeIf(each -> each.item() == item);
    }
}
