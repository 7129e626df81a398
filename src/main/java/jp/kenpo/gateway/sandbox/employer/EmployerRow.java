package jp.kenpo.gateway.sandbox.employer;

import java.util.EnumMap;
import java.util.Map;
import jp.kenpo.gateway.sandbox.society.CheckDigit;
import jp.kenpo.gateway.sandbox.society.FictionalMember;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;

/** One checkup as a row in one habit; without a fault, until a mistake changes it. Not thread-safe. */
final class EmployerRow {

    private static final String INSTITUTION = CheckDigit.appendedTo("992000001");
    private static final String DOCTOR = "架空　太郎";

    private final Habit habit;
    private final EmployerCheckup checkup;
    private final Map<EmployerColumn, Cell> cells = new EnumMap<>(EmployerColumn.class);

    /** Cells behind the last column, which push what follows out of its place. */
    int surplus;

    int copies = 1;

    EmployerRow(Habit habit, EmployerCheckup checkup) {
        this.habit = habit;
        this.checkup = checkup;
        person(checkup.member());
        body();
        blood();
        words();
    }

    private void person(FictionalMember member) {
        put(EmployerColumn.INSURER, habit.digits(FictionalSociety.INSURER_NUMBER));
        put(EmployerColumn.SYMBOL, habit.digits(member.symbol()));
        put(EmployerColumn.NUMBER, habit.digits(member.number()));
        put(EmployerColumn.BRANCH, habit.digits(member.branchNumber()));
        put(EmployerColumn.EMPLOYEE, Cell.text(checkup.employee()));
        put(EmployerColumn.KANA, habit.kana(member.kana()));
        put(EmployerColumn.NAME, Cell.text(member.name()));
        put(EmployerColumn.BIRTH, habit.day(member.birthDate()));
        put(EmployerColumn.SEX, habit.sex(member.male()));
        put(EmployerColumn.DAY, habit.day(checkup.day()));
        put(EmployerColumn.INSTITUTION, habit.digits(INSTITUTION));
    }

    private void body() {
        boolean units = habit == Habit.UNITS;
        put(EmployerColumn.HEIGHT, habit.value(units ? decimals(checkup.height(), 1000) : tenths(checkup.height())));
        put(
                EmployerColumn.WEIGHT,
                habit.value(units ? String.valueOf(checkup.weight() * 100) : tenths(checkup.weight())));
        put(EmployerColumn.BODY_MASS_INDEX, habit.value(tenths(checkup.bodyMassIndex())));
        put(EmployerColumn.WAIST, habit.value(units ? String.valueOf(checkup.waist()) : tenths(checkup.waist())));
        put(EmployerColumn.SYSTOLIC, checkup.systolic());
        put(EmployerColumn.DIASTOLIC, checkup.diastolic());
    }

    private void blood() {
        put(EmployerColumn.BLOOD_DRAW, habit.fasting());
        put(EmployerColumn.TRIGLYCERIDE, checkup.triglyceride());
        put(EmployerColumn.HDL, checkup.hdl());
        put(EmployerColumn.LDL, checkup.ldl());
        put(EmployerColumn.AST, checkup.ast());
        put(EmployerColumn.ALT, checkup.alt());
        put(EmployerColumn.GAMMA_GT, checkup.gammaGt());
        put(EmployerColumn.GLUCOSE, checkup.glucose());
        put(EmployerColumn.URINE_GLUCOSE, habit.urine(1));
        put(EmployerColumn.URINE_PROTEIN, habit.urine(checkup.protein()));
        put(EmployerColumn.RED_CELLS, habit == Habit.UNITS ? checkup.redCells() * 10_000 : checkup.redCells());
    }

    private void words() {
        put(EmployerColumn.HISTORY, habit.findings(checkup.history(), "虫垂炎手術、花粉症"));
        put(EmployerColumn.SUBJECTIVE, habit.findings(false, ""));
        put(EmployerColumn.OBJECTIVE, habit.findings(false, ""));
        put(EmployerColumn.JUDGEMENT, Cell.text(checkup.history() ? "経過観察,生活習慣の改善" : "異常なし"));
        put(EmployerColumn.DOCTOR, Cell.text(DOCTOR));
        put(EmployerColumn.PRESSURE_MEDICINE, habit.yes(checkup.medicine()));
        put(EmployerColumn.GLUCOSE_MEDICINE, habit.yes(false));
        put(EmployerColumn.LIPID_MEDICINE, habit.yes(false));
        put(EmployerColumn.SMOKING, habit.smoking(checkup.smoking()));
    }

    private void put(EmployerColumn column, int value) {
        put(column, habit.value(String.valueOf(value)));
    }

    void put(EmployerColumn column, Cell cell) {
        cells.put(column, cell);
    }

    Cell cell(EmployerColumn column) {
        return cells.getOrDefault(column, Cell.text(""));
    }

    Habit habit() {
        return habit;
    }

    EmployerCheckup checkup() {
        return checkup;
    }

    private static String tenths(int value) {
        return value / 10 + "." + value % 10;
    }

    private static String decimals(int value, int parts) {
        return value / parts + "." + String.valueOf(parts + value % parts).substring(1);
    }
}
