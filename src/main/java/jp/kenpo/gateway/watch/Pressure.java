package jp.kenpo.gateway.watch;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the gateway takes anything in: not while its disk has too little space or too many tickets wait. It resumes by
 * itself, at a distance from the limit, so that it does not waver. Thread-safe.
 */
public final class Pressure {

    private static final Logger log = LoggerFactory.getLogger(Pressure.class);

    /** Why intake pauses. */
    public enum Reason {
        /** The disk of the data folder has too little space. */
        DISK,
        /** Too many tickets wait to be worked on. */
        TICKETS
    }

    private final LongSupplier free;
    private final LongSupplier waiting;
    private final long least;
    private final long most;
    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    private volatile boolean pausing;
    private volatile long lastFree;
    private volatile long lastWaiting;

    /**
     * @param free reads the bytes that are free for the data folder
     * @param waiting reads how many tickets wait
     * @param least with fewer free bytes intake pauses
     * @param most with more tickets intake pauses
     */
    public Pressure(LongSupplier free, LongSupplier waiting, long least, long most) {
        this.free = free;
        this.waiting = waiting;
        this.least = least;
        this.most = most;
    }

    /** Reads both, and says in the log what changed. The broker may be slow to answer, and the disk does not wait for it. */
    public void look() {
        space(free.getAsLong());
        tickets(waiting.getAsLong());
    }

    private synchronized void space(long bytes) {
        lastFree = bytes;
        boolean full = reasons.contains(Reason.DISK) ? bytes < least + least / 10 : bytes < least;
        change(
                Reason.DISK,
                full,
                "the disk of the data folder has " + bytes + " bytes left, at least " + least
                        + " are wanted; make room, or give it a larger disk");
    }

    private synchronized void tickets(long number) {
        lastWaiting = number;
        boolean many = reasons.contains(Reason.TICKETS) ? number > most / 2 : number > most;
        change(Reason.TICKETS, many, number + " tickets wait, at most " + most + " are wanted");
    }

    private void change(Reason reason, boolean now, String why) {
        if (now && reasons.add(reason)) {
            log.warn("Intake pauses and resumes by itself: {}", why);
        } else if (!now) {
            reasons.remove(reason);
        }
        boolean before = pausing;
        pausing = !reasons.isEmpty();
        if (before && !pausing) {
            log.info("Intake goes on");
        }
    }

    /** Returns whether nothing is taken in at the moment. */
    public boolean pausing() {
        return pausing;
    }

    /** Returns why nothing is taken in; empty if all is well. */
    public synchronized Set<Reason> reasons() {
        return reasons.isEmpty() ? Set.of() : Set.copyOf(reasons);
    }

    /** Returns the bytes that were free at the last look. */
    public long free() {
        return lastFree;
    }

    /** Returns how many tickets waited at the last look. */
    public long waiting() {
        return lastWaiting;
    }
}
