package jp.kenpo.gateway.configuration;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one party, and one stranger, may take of the hosted SFTP server: {@code gateway.sftp.limits.…}. The numbers are
 * ours; every one is at least 1, so that no limit can be switched off.
 *
 * <p>An address is an IPv4 address, or the network of 64 bits of an IPv6 address. Behind a TCP balancer that hides the
 * addresses all parties have the balancer's: the limits of an address are to be raised there, and set on the balancer.
 *
 * @param sessionsOfParty sessions that one user name may have open
 * @param sessionsOfAddress connections that one address may have open
 * @param loggingInOfAddress connections of one address that have not logged in yet
 * @param loggingIn connections of all addresses that have not logged in yet
 * @param loginTime after this a connection that has not logged in is closed
 * @param idleTime after this a session in which nothing happens is closed
 * @param failedLogins failed logins of one address within {@code failedWithin} that ban it
 * @param failedWithin how long a failed login counts
 * @param banTime how long a banned address is turned away
 * @param waitingFiles files that may lie in the upload folder of one party
 * @param waitingBytes bytes that may lie in the upload folder of one party
 * @param newFilesPerMinute files that one party may begin in a minute
 */
public record SftpLimits(
        @DefaultValue("32") int sessionsOfParty,
        @DefaultValue("64") int sessionsOfAddress,
        @DefaultValue("16") int loggingInOfAddress,
        @DefaultValue("256") int loggingIn,
        @DefaultValue("30s") Duration loginTime,
        @DefaultValue("10m") Duration idleTime,
        @DefaultValue("20") int failedLogins,
        @DefaultValue("10m") Duration failedWithin,
        @DefaultValue("15m") Duration banTime,
        @DefaultValue("20000") int waitingFiles,
        @DefaultValue("21474836480") long waitingBytes,
        @DefaultValue("30000") int newFilesPerMinute) {

    public SftpLimits {
        requireOneOrMore("sessions-of-party", sessionsOfParty);
        requireOneOrMore("sessions-of-address", sessionsOfAddress);
        requireOneOrMore("logging-in-of-address", loggingInOfAddress);
        requireOneOrMore("logging-in", loggingIn);
        requireOneOrMore("login-time", loginTime.toSeconds());
        requireOneOrMore("idle-time", idleTime.toSeconds());
        requireOneOrMore("failed-logins", failedLogins);
        requireOneOrMore("failed-within", failedWithin.toSeconds());
        requireOneOrMore("ban-time", banTime.toSeconds());
        requireOneOrMore("waiting-files", waitingFiles);
        requireOneOrMore("waiting-bytes", waitingBytes);
        requireOneOrMore("new-files-per-minute", newFilesPerMinute);
    }

    private static void requireOneOrMore(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("gateway.sftp.limits." + name
                    + " is less than 1 (times: 1s): write how much is allowed; a limit can't be switched off");
        }
    }
}
