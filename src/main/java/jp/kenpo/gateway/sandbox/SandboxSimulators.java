package jp.kenpo.gateway.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import jp.kenpo.gateway.sandbox.simulator.Simulator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Lets the simulated counterparties act, each by itself, from the moment that the gateway is up until it stops.
 *
 * <p>A gateway that is not ready only makes them try again. Thread-safe.
 */
public final class SandboxSimulators implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxSimulators.class);
    private static final long STOP_SECONDS = 5;
    private static final int THREADS = 4;
    private static final long KEEP_SECONDS = 10;

    private final List<Simulator> simulators;
    private final Duration pause;
    private final boolean active;
    private final Keeper keep;
    private final Map<String, String> troubles = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService threads;

    /**
     * Prepares the simulators; they act after {@link #start()}.
     *
     * @param pause time between two acts of one simulator
     * @param active whether they start with the gateway
     * @param keep carried out every now and then while they act
     */
    public SandboxSimulators(List<Simulator> simulators, Duration pause, boolean active, Keeper keep) {
        this.simulators = List.copyOf(simulators);
        this.pause = pause;
        this.active = active;
        this.keep = keep;
    }

    /** Keeps something for the next start. */
    @FunctionalInterface
    public interface Keeper {
        void keep() throws IOException;
    }

    /** Returns the simulators, for whoever lets them act one after the other instead. */
    List<Simulator> simulators() {
        return simulators;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService starting = Executors.newScheduledThreadPool(THREADS);
        for (Simulator simulator : simulators) {
            ScheduledFuture<?> started = starting.scheduleWithFixedDelay(
                    () -> attempt(simulator), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
            LOG.debug("{} is scheduled: {}", simulator.party(), started);
        }
        ScheduledFuture<?> keeping =
                starting.scheduleWithFixedDelay(this::keep, KEEP_SECONDS, KEEP_SECONDS, TimeUnit.SECONDS);
        LOG.debug("the time is kept: {}", keeping);
        threads = starting;
        LOG.info("sandbox: {} simulated parties act by themselves", simulators.size());
    }

    @Override
    public synchronized void stop() {
        ExecutorService stopping = threads;
        threads = null;
        if (stopping != null) {
            stopping.shutdownNow();
            keep();
            await(stopping);
            simulators.forEach(Simulator::close);
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return threads != null;
    }

    @Override
    public boolean isAutoStartup() {
        return active;
    }

    /** Last to start, first to stop. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private void keep() {
        try {
            keep.keep();
        } catch (IOException failed) {
            LOG.warn("the sandbox can't keep its time", failed);
        }
    }

    private void attempt(Simulator simulator) {
        try {
            while (simulator.act()) {
                LOG.debug("{} acts", simulator.party());
            }
            troubles.remove(simulator.party());
        } catch (Exception notReady) {
            String trouble = notReady.getClass().getSimpleName();
            if (!trouble.equals(troubles.put(simulator.party(), trouble))) {
                LOG.info("{} has to wait and tries again: {}", simulator.party(), trouble);
            }
        }
    }

    private static void await(ExecutorService stopping) {
        try {
            if (!stopping.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.info("sandbox: a simulated party is still busy");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
