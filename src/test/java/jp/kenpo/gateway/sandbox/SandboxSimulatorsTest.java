package jp.kenpo.gateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import jp.kenpo.gateway.sandbox.simulator.Simulator;
import org.junit.jupiter.api.Test;

class SandboxSimulatorsTest {

    private static final Duration PAUSE = Duration.ofMillis(5);

    @Test
    void triesAgainWhileTheGatewayIsNotReady() {
        Player player = new Player(3);
        SandboxSimulators simulators = new SandboxSimulators(List.of(player), PAUSE, true, () -> {});
        simulators.start();
        try {
            await().atMost(Duration.ofSeconds(10)).until(() -> player.acts.get() > 5);
        } finally {
            simulators.stop();
        }
        assertThat(simulators.isRunning()).isFalse();
        assertThat(player.closed).isTrue();
    }

    @Test
    void keepStillWhenTheyAreToldTo() {
        assertThat(new SandboxSimulators(List.of(new Player(0)), PAUSE, false, () -> {}).isAutoStartup())
                .isFalse();
    }

    private static final class Player implements Simulator {

        private final AtomicInteger acts = new AtomicInteger();
        private final AtomicBoolean closed = new AtomicBoolean();
        private final int failures;

        private Player(int failures) {
            this.failures = failures;
        }

        @Override
        public String party() {
            return "player";
        }

        @Override
        public boolean act() throws IOException {
            if (acts.incrementAndGet() <= failures) {
                throw new IOException("not ready");
            }
            return false;
        }

        @Override
        public long handedIn() {
            return 0;
        }

        @Override
        public void close() {
            closed.set(true);
        }
    }
}
