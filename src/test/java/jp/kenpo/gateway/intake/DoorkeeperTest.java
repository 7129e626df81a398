package jp.kenpo.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import jp.kenpo.gateway.configuration.SftpLimits;
import jp.kenpo.gateway.intake.Doorkeeper.Reason;
import jp.kenpo.gateway.testing.LogLines;
import jp.kenpo.gateway.testing.SteppedClock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Who is let in to the SFTP server, how many at a time, and who is not for a while. */
class DoorkeeperTest {

    private final SteppedClock clock = new SteppedClock("2026-04-01T09:00");
    private final Doorkeeper door = new Doorkeeper(
            limits(Map.of(
                    "limits.sessions-of-address", "3",
                    "limits.logging-in-of-address", "2",
                    "limits.logging-in", "4",
                    "limits.failed-logins", "3",
                    "limits.failed-within", "10m",
                    "limits.ban-time", "15m")),
            clock);

    @Test
    void letsAnAddressHaveSoManyConnectionsAndNoMore() throws IOException {
        door.enter(address("192.0.2.1")).loggedIn();
        door.enter(address("192.0.2.1")).loggedIn();
        Doorkeeper.Visit third = door.enter(address("192.0.2.1"));
        third.loggedIn();

        assertTurnedAway("192.0.2.1", Reason.SESSIONS_OF_ADDRESS);
        door.enter(address("192.0.2.2"));

        third.left();
        third.left();
        door.enter(address("192.0.2.1"));
        assertTurnedAway("192.0.2.1", Reason.SESSIONS_OF_ADDRESS);
    }

    @Test
    void letsFewConnectionsWaitForTheirLogin() throws IOException {
        door.enter(address("192.0.2.1"));
        door.enter(address("192.0.2.1"));
        assertTurnedAway("192.0.2.1", Reason.LOGGING_IN_OF_ADDRESS);

        door.enter(address("192.0.2.2"));
        Doorkeeper.Visit fourth = door.enter(address("192.0.2.3"));
        assertTurnedAway("192.0.2.4", Reason.LOGGING_IN);

        fourth.loggedIn();
        door.enter(address("192.0.2.4"));
    }

    @Test
    void bansAnAddressWhoseLoginsFailForAWhile() throws IOException {
        fail("192.0.2.1", 3);

        assertTurnedAway("192.0.2.1", Reason.BANNED);
        door.enter(address("192.0.2.2"));
        assertThat(door.bans()).isEqualTo(1);
        assertThat(door.bannedNow()).isEqualTo(1);
        assertThat(door.failedLogins()).isEqualTo(3);

        pass(Duration.ofMinutes(15));
        assertThat(door.bannedNow()).isZero();
        door.enter(address("192.0.2.1"));
    }

    @Test
    void saysInPlainWordsForHowLongAnAddressIsBanned() throws IOException {
        try (LogLines log = LogLines.of(Doorkeeper.class)) {
            fail("192.0.2.1", 3);

            assertThat(log.lines())
                    .containsExactly("192.0.2.1 is banned from the SFTP server for 15 min 0 s: 3 failed logins");
        }
    }

    @Test
    void forgetsFailuresThatAreLongAgo() throws IOException {
        fail("192.0.2.1", 2);
        pass(Duration.ofMinutes(10));
        fail("192.0.2.1", 2);
        assertThat(door.bans()).isZero();
        fail("192.0.2.1", 1);
        assertThat(door.bans()).isEqualTo(1);
    }

    @Test
    void aLoginThatSucceedsDoesNotForgiveThoseThatFailed() throws IOException {
        fail("192.0.2.1", 2);
        Doorkeeper.Visit good = door.enter(address("192.0.2.1"));
        good.mayLogIn();
        good.loggedIn();
        good.left();
        fail("192.0.2.1", 1);

        assertTurnedAway("192.0.2.1", Reason.BANNED);
    }

    @Test
    void aConnectionThatOnlyKnocksIsNoFailedLogin() throws IOException {
        for (int i = 0; i < 10; i++) {
            door.enter(address("192.0.2.1")).left();
        }
        assertThat(door.failedLogins()).isZero();
    }

    @Test
    void takesTheNetworkOfAnIpv6AddressForTheAddress() throws IOException {
        fail("2001:db8::1", 1);
        fail("2001:db8::2", 1);
        fail("2001:db8:0:0:ffff::3", 1);

        assertTurnedAway("2001:db8::4", Reason.BANNED);
        door.enter(address("2001:db8:0:1::1"));
    }

    @Test
    void noLimitCanBeSwitchedOff() {
        for (String name : new String[] {
            "sessions-of-party", "sessions-of-address", "logging-in-of-address", "logging-in", "login-time",
                    "idle-time",
            "failed-logins", "failed-within", "ban-time", "waiting-files", "waiting-bytes", "new-files-per-minute"
        }) {
            for (String off : new String[] {"0", "-1"}) {
                assertThatThrownBy(() -> limits(Map.of("limits." + name, off)))
                        .isInstanceOf(BindException.class)
                        .rootCause()
                        .hasMessageContaining("gateway.sftp.limits." + name + " is less than 1");
            }
        }
    }

    private void fail(String address, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            Doorkeeper.Visit visit = door.enter(address(address));
            visit.mayLogIn();
            visit.left();
        }
    }

    private void assertTurnedAway(String address, Reason reason) {
        long before = door.turnedAway(reason);
        assertThatThrownBy(() -> door.enter(address(address)))
                .isInstanceOf(TurnedAwayException.class)
                .hasMessage("turned away: " + reason.label());
        assertThat(door.turnedAway(reason)).isEqualTo(before + 1);
    }

    private void pass(Duration time) {
        clock.pass(time);
    }

    private static InetAddress address(String text) throws IOException {
        return InetAddress.getByName(text);
    }

    static SftpLimits limits(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("limits", SftpLimits.class);
    }
}
