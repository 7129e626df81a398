package jp.kenpo.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import jp.kenpo.gateway.intake.Place;
import org.junit.jupiter.api.Test;

class SettledFilesTest {

    private static final int MANY = 100_000;

    private final AtomicLong nanos = new AtomicLong(-3);
    private final SettledFiles settled = new SettledFiles(1000, nanos::get);

    @Test
    void aFileIsSettledWhenItStayedAsItWas() {
        assertThat(settled.isSettled(place("a", 1))).isFalse();
        pass(999);
        assertThat(settled.isSettled(place("a", 1))).isFalse();
        pass(1);
        assertThat(settled.isSettled(place("a", 1))).isTrue();
    }

    @Test
    void aFileThatGrewIsNot() {
        settled.isSettled(place("a", 1));
        pass(1000);
        assertThat(settled.isSettled(place("a", 2))).isFalse();
        pass(999);
        assertThat(settled.isSettled(place("a", 2))).isFalse();
        pass(1);
        assertThat(settled.isSettled(place("a", 2))).isTrue();
    }

    @Test
    void aFolderOfAHundredThousandFilesIsTakenBitByBit() {
        assertThat(look(0)).isZero();
        pass(1000);
        int first = look(0);
        assertThat(first).isEqualTo(10_000);

        // those were taken; after a while nobody remembers them, and it is the turn of the next
        pass(TimeUnit.MINUTES.toMillis(21));
        assertThat(look(first)).isZero();
        pass(1000);
        assertThat(look(first)).isEqualTo(10_000);
    }

    private int look(int from) {
        int found = 0;
        for (int i = from; i < MANY; i++) {
            found += settled.isSettled(place("file" + i, 1)) ? 1 : 0;
        }
        return found;
    }

    private static Place place(String path, long size) {
        return new Place(path, size, 7);
    }

    private void pass(long millis) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
