package jp.kenpo.gateway.content.checkup;

import java.util.ArrayList;
import java.util.List;

/**
 * One case of the decision table of the guidance levels (階層化), in which everything is known. Components as in
 * {@link RiskFactors}.
 */
record StratificationCase(
        boolean waist,
        boolean bodyMassIndex,
        boolean bloodPressure,
        boolean lipid,
        boolean glucose,
        boolean smoking,
        boolean medication,
        boolean under65) {

    /** Returns the row of the table: medication, then obesity, then the risks, then the age. */
    GuidanceLevel level() {
        int risks = risks();
        if (medication || (!waist && !bodyMassIndex) || risks == 0) {
            return GuidanceLevel.NONE;
        }
        int risksForIntensive = waist ? 2 : 3;
        boolean intensive = risks >= risksForIntensive && under65;
        return intensive ? GuidanceLevel.INTENSIVE : GuidanceLevel.MOTIVATIONAL;
    }

    /** Smoking counts only beside another risk. */
    private int risks() {
        int risks = one(bloodPressure) + one(lipid) + one(glucose);
        return risks == 0 ? 0 : risks + one(smoking);
    }

    private static int one(boolean holds) {
        return holds ? 1 : 0;
    }

    /** Returns every case that may be true. */
    static List<StratificationCase> possible(RiskFactors factors) {
        List<List<Boolean>> columns = List.of(
                factors.waist().possible(),
                factors.bodyMassIndex().possible(),
                factors.bloodPressure().possible(),
                factors.lipid().possible(),
                factors.glucose().possible(),
                factors.smoking().possible(),
                factors.medication().possible(),
                factors.under65().possible());
        List<List<Boolean>> rows = List.of(List.of());
        for (List<Boolean> column : columns) {
            List<List<Boolean>> longer = new ArrayList<>();
            for (List<Boolean> row : rows) {
                for (Boolean holds : column) {
                    List<Boolean> next = new ArrayList<>(row);
                    next.add(holds);
                    longer.add(next);
                }
            }
            rows = longer;
        }
        return rows.stream()
                .map(row -> new StratificationCase(
                        row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), row.get(5), row.get(6), row.get(7)))
                .toList();
    }
}
