package jp.kenpo.gateway.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import jp.kenpo.gateway.testing.SteppedClock;
import org.junit.jupiter.api.Test;

class BrokerLinkTest {

    private final SteppedClock clock = new SteppedClock("2026-04-28T09:00");
    private final AtomicLong passed = new AtomicLong();
    private final BrokerLink link = new BrokerLink(clock, passed::get);

    @Test
    void noticesAMessageThatIsNeitherTakenNorRefused() {
        link.sending();
        pass(Duration.ofSeconds(11));
        link.look();

        assertThat(link.awaySince()).contains(SteppedClock.at("2026-04-28T09:00"));
        assertThat(link.lastError()).contains("it takes no messages; is its disk full?");

        link.works(BrokerLink.Sign.SENT);
        assertThat(link.awaySince()).isEmpty();
    }

    @Test
    void isNotDeceivedByAClockThatRunsFaster() {
        link.sending();
        clock.pass(Duration.ofHours(1));
        pass(Duration.ofSeconds(1));
        link.look();

        assertThat(link.awaySince()).isEmpty();
    }

    @Test
    void isAwayUntilEverySignOfItIsGood() {
        link.fails(BrokerLink.Sign.ASKED, "A");
        link.fails(BrokerLink.Sign.SENT, "B");
        link.works(BrokerLink.Sign.SENT);
        assertThat(link.awaySince()).isPresent();

        link.works(BrokerLink.Sign.ASKED);
        assertThat(link.awaySince()).isEmpty();
    }

    private void pass(Duration time) {
        passed.addAndGet(time.toNanos());
    }
}
