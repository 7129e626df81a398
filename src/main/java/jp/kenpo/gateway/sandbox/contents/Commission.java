package jp.kenpo.gateway.sandbox.contents;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.kenpo.gateway.sandbox.agreed.AgreedInterchange;
import jp.kenpo.gateway.sandbox.agreed.AgreedLayout;
import jp.kenpo.gateway.sandbox.agreed.AgreedParty;
import jp.kenpo.gateway.sandbox.society.Chance;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;
import org.jspecify.annotations.Nullable;

/**
 * What is to be made.
 *
 * @param interchange the interchange that it goes in on
 * @param layout its layout
 * @param party the party that gives it, or that it is meant for
 * @param number which one of the day, from 1
 * @param rows how many rows, where nothing else says it
 * @param insuredOnly whether its rows are about insured persons only
 * @param variants ways to fill in the layout, used by turns; none if every column is filled in as it comes
 * @param source what it answers; null if it answers nothing
 */
public record Commission(
        FictionalSociety society,
        AgreedInterchange interchange,
        AgreedLayout layout,
        AgreedParty party,
        LocalDate day,
        int number,
        int rows,
        boolean insuredOnly,
        List<Variant> variants,
        @Nullable Received source) {

    private static final long LARGEST_NUMBER = 1_000_000_000L;

    /** Returns a number that is the same for the same commission only. */
    long fileNumber() {
        Received answered = source;
        return Math.floorMod(
                Chance.of(
                                society.seed(),
                                interchange.name().hashCode(),
                                party.id().hashCode(),
                                day.toEpochDay(),
                                number,
                                answered == null ? 0 : answered.ordinal())
                        .between(0, Integer.MAX_VALUE - 1),
                LARGEST_NUMBER);
    }

    /** Returns chance that falls the same way for the same commission and thing. */
    public Chance chance(long thing) {
        return Chance.of(fileNumber(), thing);
    }

    /** Returns the rows of what is answered; none if it has none or nothing is answered. */
    List<Map<String, String>> sourceRows() {
        Received answered = source;
        return answered == null ? List.of() : answered.rows();
    }

    @Override
    public String toString() {
        return "Commission[" + interchange.name() + " " + day + " " + number + "]";
    }
}
