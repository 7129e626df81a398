package jp.kenpo.gateway.sandbox.employer;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;

/** The files that employers send in a month: five employers, each in a habit of its own. */
public final class EmployerDelivery {

    /** Symbols (記号) of the society's employers, one each. */
    private static final int FIRST_SYMBOL = 101;

    private static final int EMPLOYERS = 40;

    private EmployerDelivery() {}

    /** Returns the files of a month. Each employer keeps to its habit. */
    public static List<EmployerFile> of(FictionalSociety society, YearMonth month, long seed) {
        List<EmployerFile> files = new ArrayList<>();
        int employer = month.getMonthValue() * Habit.values().length;
        for (Habit habit : Habit.values()) {
            files.add(new EmployerFile(society, month, seed, FIRST_SYMBOL + employer % EMPLOYERS, habit));
            employer++;
        }
        return files;
    }
}
