package jp.kenpo.gateway.sandbox.receipt;

import java.time.YearMonth;
import java.util.List;
import jp.kenpo.gateway.sandbox.society.Chance;
import jp.kenpo.gateway.sandbox.society.FictionalMember;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;
import org.jspecify.annotations.Nullable;

/** Makes receipts of one kind and month, one after the other; the same seed and month give the same receipts. */
final class Receipts {

    /** In-patients among medical receipts: 640 of 62,640 in a society of 110,000 members, less those paid by DPC. */
    private static final double INPATIENT_PERCENT = 0.4;

    private static final int REGULAR_PROVIDERS = 400;

    /** Room for the receipts of one month before control numbers of neighbouring seeds meet. */
    private static final long CONTROL_NUMBERS = 1_000_000;

    private final ReceiptKind kind;
    private final FictionalSociety society;
    private final YearMonth month;
    private final long seed;
    private long made;

    Receipts(ReceiptKind kind, FictionalSociety society, YearMonth month, long seed) {
        this.kind = kind;
        this.society = society;
        this.month = month;
        this.seed = seed;
    }

    /** The month as a number, for chance. */
    long monthNumber() {
        return month.getYear() * 12L + month.getMonthValue();
    }

    /**
     * The next receipt, of the given member.
     *
     * @param ordinal how many receipts this member already has this month; each comes from another provider
     */
    Receipt next(int memberIndex, FictionalMember patient, int ordinal) {
        Chance chance = Chance.of(seed, monthNumber(), memberIndex, ordinal, kind.place());
        boolean inpatient =
                kind == ReceiptKind.DPC || (kind == ReceiptKind.MEDICAL && chance.inPercent(INPATIENT_PERCENT));
        PublicPayer payer = publicPayer(chance, patient);
        Days days = days(chance, inpatient);
        Treatments treatments = new Treatments(chance, days, payer != null, payer != null && payer.paysAll());
        List<Unit> units = units(treatments, inpatient);
        Provider provider = Provider.of(kind, inpatient, providerNumber(memberIndex, ordinal));
        int diseases = inpatient ? chance.between(3, 10) : chance.between(1, 8);
        int running = 1 + chance.below(999_999);
        return new Receipt(
                kind,
                controlNumber(),
                running,
                month,
                patient,
                provider,
                inpatient,
                payer,
                days,
                diseases,
                units,
                lumpSum(days, units));
    }

    /** DPC receipts share the fee table with medical ones, so their numbers come from a range of their own. */
    private long controlNumber() {
        long range = kind == ReceiptKind.DPC ? 990 + Math.floorMod(seed, 10L) : 100 + Math.floorMod(seed, 890L);
        return range * CONTROL_NUMBERS + ++made;
    }

    private List<Unit> units(Treatments treatments, boolean inpatient) {
        return switch (kind) {
            case MEDICAL -> inpatient ? treatments.inpatient() : treatments.outpatient();
            case DPC -> treatments.bundled();
            case DENTAL -> treatments.dental();
            case PHARMACY -> treatments.dispensed();
            case NURSING -> treatments.nursing();
        };
    }

    private int lumpSum(Days days, List<Unit> units) {
        return switch (kind) {
            case DPC -> BundledStay.points(days.total());
            case PHARMACY ->
                (PharmacyWriter.BASIC_POINTS + PharmacyWriter.ADVICE_POINTS) * days.total()
                        + PharmacyWriter.PREPARATION_POINTS * units.size();
            default -> 0;
        };
    }

    private @Nullable PublicPayer publicPayer(Chance chance, FictionalMember patient) {
        if (patient.preschoolIn(month)) {
            return PublicPayer.ofSmallChildren(chance);
        }
        return chance.inPercent(2) ? PublicPayer.ofDesignatedDisease(chance) : null;
    }

    private Days days(Chance chance, boolean inpatient) {
        if (inpatient) {
            int first = chance.between(1, month.lengthOfMonth() - 1);
            return Days.stay(first, chance.between(2, month.lengthOfMonth() - first + 1));
        }
        return switch (kind) {
            case PHARMACY -> Days.some(chance, month, chance.between(1, 2));
            case NURSING -> Days.some(chance, month, chance.between(3, 12));
            default -> Days.some(chance, month, chance.between(1, chance.inPercent(10) ? 8 : 3));
        };
    }

    private int providerNumber(int memberIndex, int ordinal) {
        int regular = Chance.of(society.seed(), memberIndex).below(REGULAR_PROVIDERS);
        return regular + ordinal * 7;
    }
}
