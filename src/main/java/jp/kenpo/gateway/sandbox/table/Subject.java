package jp.kenpo.gateway.sandbox.table;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.sandbox.society.Chance;
import jp.kenpo.gateway.sandbox.society.FictionalMember;

/**
 * What one row is about.
 *
 * @param member whom it is about
 * @param flags what the society knows about the member beside
 * @param day the day on which the row is written
 * @param serial number that no other row of the file has, from 1
 * @param file chance that is the same for the whole file
 * @param chance chance of this row
 * @param party code of the party that writes or gets the file; empty if there is none
 * @param known cells that are known already, by column
 */
public record Subject(
        FictionalMember member,
        Set<Flag> flags,
        LocalDate day,
        int serial,
        long file,
        Chance chance,
        String party,
        Map<String, String> known) {

    /** What the society notes about a member. */
    public enum Flag {
        /** The address may not be told (不開示). */
        NON_DISCLOSURE,
        /** Objected to being told to the employer (提供停止). */
        OPT_OUT,
        /** Is no member any more. */
        LOST
    }

    /** Returns the same subject, of whom these cells are known. */
    public Subject with(Map<String, String> cells) {
        return new Subject(member, flags, day, serial, file, chance, party, cells);
    }

    @Override
    public String toString() {
        return "Subject[masked]";
    }
}
