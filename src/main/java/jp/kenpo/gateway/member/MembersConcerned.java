package jp.kenpo.gateway.member;

import java.util.function.Consumer;

/** The different members (加入者) that one payload concerns, as pseudonyms. Not thread-safe. */
public final class MembersConcerned {

    private final DistinctKeys keys = new DistinctKeys();

    /** Returns the members of a payload that names none. */
    public static MembersConcerned none() {
        return new MembersConcerned();
    }

    /** Adds a member and returns whether it is new here. */
    public boolean add(Pseudonym member) {
        return keys.add(member);
    }

    /** Returns the number of different members. */
    public long count() {
        return keys.size();
    }

    /** Names each member once, in no order. */
    public void forEach(Consumer<Pseudonym> consumer) {
        keys.forEach((high, low) -> consumer.accept(new Pseudonym(high, low)));
    }
}
