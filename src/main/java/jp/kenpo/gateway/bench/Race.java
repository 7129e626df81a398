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

    private static final int WARM_UP = 2;
    private static final double NANOS = 1e9;
    private static final double MEGABYTE = 1e6;

    private final LongSupplier nanoseconds;
    private final Map<String, Pass> passes = new LinkedHashMap<>();

    /** @param nanoseconds a running clock, such as {@link System#nanoTime} */
    Race(LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
    }

    Race add(String name, Pass pass) {
        passes.put(name, pass);
        return this;
    }

    /**
     * Runs all of them, two rounds more than are counted.
     *
     * @param bytes number of bytes that each goes through
     * @return median speeds in megabytes a second, by name
     * @throws IllegalStateException if one of them found nothing
     */
    Map<String, Double> run(long bytes, int rounds) throws Exception {
        Map<String, List<Double>> speeds = new LinkedHashMap<>();
        for (int round = 0; round < WARM_UP + rounds; round++) {
            for (Map.Entry<String, Pass> each : passes.entrySet()) {
                double speed = speed(each.getKey(), each.getValue(), bytes);
                if (round >= WARM_UP) {
                    speeds.computeIfAbsent(each.getKey(), none -> new ArrayList<>())
                            .add(speed);
                }
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        speeds.forEach((name, each) -> medians.put(name, median(each)));
        return medians;
    }

    private double speed(String name, Pass pass, long bytes) throws Exception {
        long begin = nanoseconds.getAsLong();
        long counted = pass.run();
        long elapsed = Math.max(1, nanoseconds.getAsLong() - begin);
        if (counted == 0) {
            throw new IllegalStateException(name + " found nothing");
        }
        return bytes / MEGABYTE / (elapsed / NANOS);
    }

    private static double median(List<Double> speeds) {
        List<Double> sorted = speeds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
