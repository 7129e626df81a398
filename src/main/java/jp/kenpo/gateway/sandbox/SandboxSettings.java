package jp.kenpo.gateway.sandbox;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set in the sandbox, by properties that begin with {@code sandbox.}.
 *
 * @param simulators whether the simulated counterparties act by themselves; without, a person plays their parts
 * @param members number of members of the fictional society
 * @param seed what people and receipts depend on; the same seed gives the same
 * @param speed how fast time runs while the simulators act: at 1 a day passes in a minute
 * @param mistakes share of the counterparties' files that come with a mistake, 0 to 1
 * @param remotePort port of the simulated remote counterparties' SFTP server; 0 takes a free one
 * @param brokerUrl where the core system finds the gateway's broker
 * @param brokerUser name that the core system gives to the broker
 * @param brokerPassword its password; null until the preparation has made one
 * @param begin time at which the sandbox begins and stands until it is set, for whole months that are played; null for
 *     today and a clock that runs
 */
@ConfigurationProperties("sandbox")
public record SandboxSettings(
        @DefaultValue("true") boolean simulators,
        @DefaultValue("200") int members,
        @DefaultValue("1") long seed,
        @DefaultValue("1") double speed,
        @DefaultValue("0") double mistakes,
        @DefaultValue("2223") int remotePort,
        @DefaultValue("tcp://127.0.0.1:61616") String brokerUrl,
        @DefaultValue("core-system") String brokerUser,
        @Nullable String brokerPassword,
        @Nullable LocalDateTime begin) {

    private static final double MINUTES_OF_A_DAY = 1440;

    /** @throws IllegalArgumentException if a number is out of its range; the message names the property */
    public SandboxSettings {
        if (members < 1) {
            throw new IllegalArgumentException("sandbox.members must be at least 1, not " + members);
        }
        if (!(speed > 0)) {
            throw new IllegalArgumentException("sandbox.speed must be more than 0, not " + speed);
        }
        if (!(mistakes >= 0 && mistakes <= 1)) {
            throw new IllegalArgumentException("sandbox.mistakes must be between 0 and 1, not " + mistakes);
        }
    }

    /** Returns how many seconds pass in the sandbox while one passes outside; where people play, time is as outside. */
    double factor() {
        return simulators ? speed * MINUTES_OF_A_DAY : 1;
    }

    @Override
    public String toString() {
        return "SandboxSettings[members=" + members + ", seed=" + seed + ", speed=" + speed + "]";
    }
}
