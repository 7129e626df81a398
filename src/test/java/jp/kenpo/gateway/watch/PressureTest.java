package jp.kenpo.gateway.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PressureTest {

    private final AtomicLong free = new AtomicLong(1000);
    private final AtomicLong waiting = new AtomicLong();
    private final Pressure pressure = new Pressure(free::get, waiting::get, 100, 50);

    @Test
    void pausesOnAFullDiskAndResumesByItself() {
        pressure.look();
        assertThat(pressure.pausing()).isFalse();

        free.set(99);
        pressure.look();
        assertThat(pressure.reasons()).containsExactly(Pressure.Reason.DISK);

        free.set(105);
        pressure.look();
        assertThat(pressure.pausing()).as("too near to the limit").isTrue();

        free.set(110);
        pressure.look();
        assertThat(pressure.pausing()).isFalse();
        assertThat(pressure.reasons()).isEmpty();
    }

    @Test
    void pausesWhileTooManyTicketsWait() {
        waiting.set(51);
        pressure.look();
        assertThat(pressure.reasons()).containsExactly(Pressure.Reason.TICKETS);

        waiting.set(26);
        pressure.look();
        assertThat(pressure.pausing()).isTrue();

        waiting.set(25);
        pressure.look();
        assertThat(pressure.pausing()).isFalse();
    }

    @Test
    void goesOnOnlyWhenBothAreWell() {
        free.set(0);
        waiting.set(51);
        pressure.look();
        free.set(1000);
        pressure.look();

        assertThat(pressure.reasons()).containsExactly(Pressure.Reason.TICKETS);
    }
}
