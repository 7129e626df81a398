package jp.kenpo.gateway.bench;

/**
 * One way through some bytes beside another.
 *
 * @param name what was measured, for example {@code receipt-check}
 * @param megabytesPerSecond its speed: median of the rounds, a megabyte is a million bytes
 * @param against what it is compared with
 * @param againstMegabytesPerSecond the speed of that
 * @param ratio how many times as fast
 * @param goal smallest ratio that is good enough; {@link #NO_GOAL} where none is set
 */
public record Comparison(
        String name,
        double megabytesPerSecond,
        String against,
        double againstMegabytesPerSecond,
        double ratio,
        double goal,
        boolean reached) {

    /** The ratio is told for comparison only. */
    public static final double NO_GOAL = 0;

    static Comparison of(String name, double speed, String against, double againstSpeed, double goal) {
        double ratio = speed / againstSpeed;
        return new Comparison(name, speed, against, againstSpeed, ratio, goal, ratio >= goal);
    }
}
