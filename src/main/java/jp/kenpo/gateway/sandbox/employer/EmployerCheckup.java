package jp.kenpo.gateway.sandbox.employer;

import java.time.LocalDate;
import jp.kenpo.gateway.sandbox.society.Chance;
import jp.kenpo.gateway.sandbox.society.FictionalMember;

/**
 * A made-up checkup of an employee: values within what is measured, without an inner contradiction. Lengths and weight
 * in tenths.
 *
 * @param smoking 1 yes, 2 formerly, 3 no
 */
record EmployerCheckup(
        FictionalMember member,
        LocalDate day,
        String employee,
        int height,
        int weight,
        int waist,
        int systolic,
        int diastolic,
        int triglyceride,
        int hdl,
        int ldl,
        int ast,
        int alt,
        int gammaGt,
        int glucose,
        int protein,
        int redCells,
        boolean history,
        boolean medicine,
        int smoking) {

    static EmployerCheckup of(FictionalMember member, LocalDate day, int ordinal, Chance chance) {
        int height = member.male() ? chance.between(1600, 1850) : chance.between(1480, 1710);
        int index = chance.between(190, 290);
        int systolic = chance.between(98, 158);
        return new EmployerCheckup(
                member,
                day,
                "E%05d".formatted(ordinal),
                height,
                (int) ((long) index * height * height / 1_000_000L),
                600 + index,
                systolic,
                systolic - chance.between(30, 55),
                chance.between(40, 260),
                chance.between(35, 95),
                chance.between(70, 180),
                chance.between(14, 45),
                chance.between(10, 55),
                chance.between(12, 90),
                chance.between(75, 125),
                chance.inPercent(92) ? 1 : chance.between(2, 4),
                chance.between(380, 540),
                chance.inPercent(20),
                chance.inPercent(12),
                chance.inPercent(22) ? 1 : chance.between(2, 3));
    }

    /** Returns weight over the square of the height, in tenths, rounded half up. */
    int bodyMassIndex() {
        long square = (long) height * height;
        return (int) ((2L * weight * 1_000_000L + square) / (2 * square));
    }

    @Override
    public String toString() {
        return "EmployerCheckup[masked]";
    }
}
