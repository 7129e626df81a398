package jp.kenpo.gateway.sandbox.society;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the receipts of one month, one after the other; the same seed and month give the same receipts. */
final class Receipts {

    /** In-patient receipts among medical ones: 640 of 62,640 in a society of 110,000 members. */
    private static final double INPATIENT_PERCENT = 1.0;

    private static final int REGULAR_PROVIDERS = 400;

    /** Room for the receipts of one month before control numbers of neighbouring seeds meet. */
    private static final long CONTROL_NUMBERS = 1_000_000;

    private final FictionalSociety society;
    private final YearMonth month;
    private final long seed;
    private long made;

    Receipts(FictionalSociety society, YearMonth month, long seed) {
        this.society = society;
        this.month = month;
        this.seed = seed;
    }

    /**
     * The next receipt, of the given member.
     *
     * @param ordinal how many receipts this member already has this month; each comes from another provider
     */
    Receipt next(int memberIndex, FictionalMember patient, int ordinal) {
        Chance chance = Chance.of(seed, month.getYear() * 12L + month.getMonthValue(), memberIndex, ordinal);
        boolean inpatient = chance.inPercent(INPATIENT_PERCENT);
        PublicPayer payer = publicPayer(chance, patient);
        Days days = days(chance, inpatient);
        Treatments treatments = new Treatments(chance, days, payer != null, payer != null && payer.paysAll());
        List<Unit> units = inpatient ? treatments.inpatient() : treatments.outpatient();
        int number = providerNumber(memberIndex, ordinal);
        Provider provider = inpatient ? Provider.hospital(number) : Provider.clinic(number);
        long control = (100 + Math.floorMod(seed, 890L)) * CONTROL_NUMBERS + ++made;
        int diseases = inpatient ? chance.between(3, 10) : chance.between(1, 8);
        int running = 1 + chance.below(999_999);
        return new Receipt(control, running, month, patient, provider, inpatient, payer, days, diseases, units);
    }

    private @Nullable PublicPayer publicPayer(Chance chance, FictionalMember patient) {
        if (patient.preschoolIn(month)) {
            return PublicPayer.ofSmallChildren(chance);
        }
        return chance.inPercent(2) ? PublicPayer.ofDesignatedDisease(chance) : null;
    }

    private Days days(Chance chance, boolean inpatient) {
        if (!inpatient) {
            return Days.some(chance, month, chance.between(1, chance.inPercent(10) ? 8 : 3));
        }
        int first = chance.between(1, month.lengthOfMonth() - 1);
        return Days.stay(first, chance.between(2, month.lengthOfMonth() - first + 1));
    }

    private int providerNumber(int memberIndex, int ordinal) {
        int regular = Chance.of(society.seed(), memberIndex).below(REGULAR_PROVIDERS);
        return regular + ordinal * 7;
    }
}
