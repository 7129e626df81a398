package jp.kenpo.gateway.intake;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import jp.kenpo.gateway.configuration.HowLong;
import jp.kenpo.gateway.configuration.SftpLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns strangers away from the hosted SFTP server: an address that has too many connections, and for a time one whose
 * logins failed too often. Thread-safe.
 *
 * <p>A login failed when a connection ends after the exchange of keys and nobody logged in. A success forgives nothing:
 * a party that tries other names is banned too.
 */
public final class Doorkeeper {

    private static final Logger log = LoggerFactory.getLogger(Doorkeeper.class);

    /** Bounds the memory that strangers can take. */
    private static final int REMEMBERED = 10_000;

    private final SftpLimits limits;
    private final Clock clock;
    private final Map<String, Guests> inside = new HashMap<>();
    private final Map<String, History> records = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Reason, LongAdder> turnedAway = new EnumMap<>(Reason.class);
    private final LongAdder failedLogins = new LongAdder();
    private final LongAdder bans = new LongAdder();
    private int loggingIn;

    Doorkeeper(SftpLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
        for (Reason reason : Reason.values()) {
            turnedAway.put(reason, new LongAdder());
        }
    }

    /** Why a connection is closed at once. */
    public enum Reason {
        BANNED,
        SESSIONS_OF_ADDRESS,
        LOGGING_IN_OF_ADDRESS,
        LOGGING_IN;

        /** Returns the reason as it stands in metrics and messages. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How many connections an address has open, and how many of them have not logged in. */
    private record Guests(int all, int loggingIn) {}

    /** When the first failed login that counts was, how many there were, and until when the address is banned. */
    private record History(Instant since, int failures, Instant bannedUntil) {}

    /**
     * Lets a connection in.
     *
     * @throws TurnedAwayException if it is one too many, or its address is banned
     */
    synchronized Visit enter(InetAddress address) throws TurnedAwayException {
        String from = network(address);
        Guests guests = inside.getOrDefault(from, new Guests(0, 0));
        if (isBanned(from)) {
            throw turnAway(Reason.BANNED);
        }
        if (guests.all() >= limits.sessionsOfAddress()) {
            throw turnAway(Reason.SESSIONS_OF_ADDRESS);
        }
        if (guests.loggingIn() >= limits.loggingInOfAddress()) {
            throw turnAway(Reason.LOGGING_IN_OF_ADDRESS);
        }
        if (loggingIn >= limits.loggingIn()) {
            throw turnAway(Reason.LOGGING_IN);
        }
        count(from, 1, 1);
        return new Visit(from);
    }

    /** One connection, from its beginning to its end. */
    final class Visit {

        private final String from;
        private boolean mayLogIn;
        private boolean loggedIn;
        private boolean left;

        private Visit(String from) {
            this.from = from;
        }

        /** Notes that keys were exchanged: from here on it is a login that succeeds or fails. */
        void mayLogIn() {
            synchronized (Doorkeeper.this) {
                mayLogIn = true;
            }
        }

        void loggedIn() {
            synchronized (Doorkeeper.this) {
                if (!loggedIn && !left) {
                    loggedIn = true;
                    count(from, 0, -1);
                }
            }
        }

        void left() {
            synchronized (Doorkeeper.this) {
                if (left) {
                    return;
                }
                left = true;
                count(from, -1, loggedIn ? 0 : -1);
                if (mayLogIn && !loggedIn) {
                    failed(from);
                }
            }
        }
    }

    private void count(String from, int connections, int unknown) {
        loggingIn += unknown;
        Guests before = inside.getOrDefault(from, new Guests(0, 0));
        Guests now = new Guests(before.all() + connections, before.loggingIn() + unknown);
        if (now.all() == 0) {
            inside.remove(from);
        } else {
            inside.put(from, now);
        }
    }

    private boolean isBanned(String from) {
        History record = records.get(from);
        return record != null && clock.instant().isBefore(record.bannedUntil());
    }

    private void failed(String from) {
        failedLogins.increment();
        Instant now = clock.instant();
        History before = records.get(from);
        boolean counts = before != null && now.isBefore(before.since().plus(limits.failedWithin()));
        Instant since = before != null && counts ? before.since() : now;
        int failures = before != null && counts ? before.failures() + 1 : 1;
        if (failures >= limits.failedLogins() && !isBanned(from)) {
            bans.increment();
            // once a ban, and nothing that the stranger wrote
            log.warn(
                    "{} is banned from the SFTP server for {}: {} failed logins",
                    from,
                    HowLong.of(limits.banTime()),
                    failures);
            records.put(from, new History(now, 0, now.plus(limits.banTime())));
        } else {
            records.put(from, new History(since, failures, before != null ? before.bannedUntil() : Instant.MIN));
        }
        if (records.size() > REMEMBERED) {
            records.remove(records.keySet().iterator().next());
        }
    }

    private TurnedAwayException turnAway(Reason reason) {
        Objects.requireNonNull(turnedAway.get(reason)).increment();
        return new TurnedAwayException(reason);
    }

    /** Whoever has one IPv6 address has the other 2<sup>64</sup> of its network too. */
    private static String network(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        byte[] bytes = address.getAddress();
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < 8; i += 2) {
            network.append(Integer.toHexString((bytes[i] & 0xff) << 8 | (bytes[i + 1] & 0xff)))
                    .append(':');
        }
        return network + ":/64";
    }

    /** Returns how many connections were turned away for the reason. */
    public long turnedAway(Reason reason) {
        LongAdder counted = turnedAway.get(reason);
        return counted == null ? 0 : counted.sum();
    }

    /** Returns how many connections ended without a login. */
    public long failedLogins() {
        return failedLogins.sum();
    }

    /** Returns how often an address was banned. */
    public long bans() {
        return bans.sum();
    }

    /** Returns how many addresses are banned now. */
    public synchronized long bannedNow() {
        Instant now = clock.instant();
        return records.values().stream()
                .filter(record -> now.isBefore(record.bannedUntil()))
                .count();
    }
}
