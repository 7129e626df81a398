package jp.kenpo.gateway.sandbox.society;

import java.time.LocalDate;
import java.time.Year;

/**
 * A society (健康保険組合) that does not exist, and its members: insured persons and their dependants.
 *
 * <p>Members are made when asked for and not kept, so a society of any size costs no memory. The same seed always
 * gives the same people. Thread-safe.
 *
 * @param seed what the people depend on
 * @param members number of members, at least 1
 */
public record FictionalSociety(long seed, int members) {

    /** The insurer number (保険者番号): the form of a society in Tokyo, valid check digit, never issued. */
    public static final String INSURER_NUMBER = "06990014";

    /** Sizes of ten neighbouring households: 1.7 members for each insured person, about what societies have. */
    private static final int[] HOUSEHOLDS = {1, 4, 1, 2, 1, 3, 1, 2, 1, 1};

    private static final int BLOCK = 17;
    private static final int EMPLOYERS = 40;

    /** @throws IllegalArgumentException if the number of members is below 1 */
    public FictionalSociety {
        if (members < 1) {
            throw new IllegalArgumentException("a society needs at least 1 member, not " + members);
        }
    }

    /**
     * One member.
     *
     * @param index from 0
     */
    public FictionalMember member(int index) {
        int household = index / BLOCK * HOUSEHOLDS.length;
        int place = index % BLOCK;
        while (place >= HOUSEHOLDS[household % HOUSEHOLDS.length]) {
            place -= HOUSEHOLDS[household % HOUSEHOLDS.length];
            household++;
        }
        return member(household, place);
    }

    private FictionalMember member(int household, int place) {
        Chance family = Chance.of(seed, household);
        FictionalNames.Part familyName = FictionalNames.family(family);
        boolean insuredIsMale = family.inPercent(60);
        int insuredYear = family.between(1956, 2001);
        String address = "東京都架空区見本町" + FullWidth.digits(family.between(1, 9)) + "丁目"
                + FullWidth.digits(family.between(1, 40)) + "番" + FullWidth.digits(family.between(1, 30)) + "号";
        Chance own = Chance.of(seed, household, place);
        boolean male = place == 0 ? insuredIsMale : place == 1 ? !insuredIsMale : own.inPercent(50);
        FictionalNames.Part givenName = FictionalNames.given(own, male);
        return new FictionalMember(
                FullWidth.digits(101 + household % EMPLOYERS),
                FullWidth.digits(household + 1),
                "0" + (place + 1),
                familyName.written(),
                givenName.written(),
                familyName.read() + givenName.read(),
                male,
                birthDate(own, place, insuredYear),
                address);
    }

    /** Nobody is born on the first of a month: law counts an age from the day before the birthday. */
    private static LocalDate birthDate(Chance own, int place, int insuredYear) {
        int year =
                switch (place) {
                    case 0 -> insuredYear;
                    case 1 -> Math.max(1956, insuredYear + own.between(-6, 4));
                    default -> Math.min(2023, Math.max(2003, insuredYear + own.between(25, 36)));
                };
        return Year.of(year).atMonth(own.between(1, 12)).atDay(own.between(2, 28));
    }
}
