package jp.kenpo.gateway.member;

import java.util.function.Consumer;

/** The different members (加入者) that one payload concerns, as pseudonyms. Not thread-safe. */
public final class MembersConcerned {

    /** So many are looked up in a row: the processor then fetches their places side by side, not one after the other. */
    private static final int PUT_OFF = 64;

    private final DistinctKeys keys = new DistinctKeys();
    private final long[] putOff = new long[2 * PUT_OFF];
    private int used;

    /** Returns the members of a payload that names none. */
    public static MembersConcerned none() {
        return new MembersConcerned();
    }

    /** Adds a member and returns whether it is new here. */
    public boolean add(Pseudonym member) {
        settle();
        return keys.add(member);
    }

    /** Adds a member where nobody has to know whether it is new. */
    public void note(Pseudonym member) {
        if (used == putOff.length) {
            settle();
        }
        putOff[used++] = member.high();
        putOff[used++] = member.low();
    }

    /** Looks up what was put off, so that whoever reads from now on changes nothing. */
    public MembersConcerned settled() {
        settle();
        return this;
    }

    private void settle() {
        for (int i = 0; i < used; i += 2) {
            keys.add(putOff[i], putOff[i + 1]);
        }
        used = 0;
    }

    /** Returns the number of different members. */
    public long count() {
        settle();
        return keys.size();
    }

    /** Names each member once, in no order. */
    public void forEach(Consumer<Pseudonym> consumer) {
        settle();
        keys.forEach((high, low) -> consumer.accept(new Pseudonym(high, low)));
    }
}
