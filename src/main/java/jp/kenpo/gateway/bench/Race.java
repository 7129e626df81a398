package jp.kenpo.gateway.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Several ways through the same bytes, on one thread, one after the other in each round, so that what else the machine
 * does falls on all of them.
 */
final class Race {

    /** One way through the bytes. */
    interface Pass {
        /** Returns something that was counted, so that nothing can be left out. */
        long run() throws Exception;
    }

    /** For each round that counts, after the first; Java needs some seconds over the same code until it is as fast as it will be. */
    private static final int WARM_UPS = 4;

    private static final double NANOS = 1e9;
    private static final double MEGABYTE = 1e6;
    /** Shorter than this a pass is repeated: clocks of processor time are coarse. */
    private static final double LONG_ENOUGH = 0.3 * NANOS;

    private final LongSupplier nanoseconds;
    private final Map<String, Pass> passes = new LinkedHashMap<>();

    /** @param nanoseconds a running clock, best that of this process on its processors */
    Race(LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
    }

    Race add(String name, Pass pass) {
        passes.put(name, pass);
        return this;
    }

    /**
     * Runs all of them, after some rounds to warm up that do not count.
     *
     * @param bytes number of bytes that each goes through
     * @param rounds one shows that it runs, and not how fast: before it nothing is warmed up
     * @return median speeds in megabytes a second, by name
     * @throws IllegalStateException if one of them found nothing
     */
    Map<String, Double> run(long bytes, int rounds) throws Exception {
        Map<String, Integer> times = warmUp(Math.max(1, WARM_UPS * (rounds - 1)));
        Map<String, List<Double>> speeds = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, Pass> each : passes.entrySet()) {
                int repeated = times.getOrDefault(each.getKey(), 1);
                double seconds = time(each.getKey(), each.getValue(), repeated) / NANOS / repeated;
                speeds.computeIfAbsent(each.getKey(), none -> new ArrayList<>()).add(bytes / MEGABYTE / seconds);
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        speeds.forEach((name, each) -> medians.put(name, Median.of(each)));
        return medians;
    }

    /** Returns how often each pass is run in a round; a short one is repeated here too, or it would begin colder. */
    private Map<String, Integer> warmUp(int rounds) throws Exception {
        Map<String, Integer> times = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, Pass> each : passes.entrySet()) {
                int repeated = times.getOrDefault(each.getKey(), 1);
                double once =
                        Math.max(NANOS / 1000, (double) time(each.getKey(), each.getValue(), repeated) / repeated);
                times.put(each.getKey(), (int) Math.ceil(LONG_ENOUGH / once));
            }
        }
        return times;
    }

    private long time(String name, Pass pass, int times) throws Exception {
        long begin = nanoseconds.getAsLong();
        for (int time = 0; time < times; time++) {
            if (pass.run() == 0) {
                throw new IllegalStateException(name + " found nothing");
            }
        }
        return Math.max(1, nanoseconds.getAsLong() - begin);
    }
}
