package jp.kenpo.gateway.bench;

import java.util.List;

/**
 * How fast whole transfers are, from the hand-in to the delivery, beside a plain copy of the same bytes in the same run.
 *
 * @param name what was measured, for example {@code small-transfers}
 * @param unit what a second is counted in: {@code files}, or {@code MB} of a million bytes
 * @param aSecond the median of the rounds, as the other speed and the ratio are
 * @param against the plain copy; {@code -} where this machine has no program for it
 * @param againstASecond the speed of that; 0 where there is none
 * @param ratio how many times as fast as the plain copy; 0 where there is none
 * @param lowest smallest ratio of a round
 * @param highest greatest ratio of a round
 * @param goal smallest speed, or smallest ratio, that is good enough
 * @param goalIsRatio whether the goal is a ratio
 */
public record TransferSpeed(
        String name,
        String unit,
        double aSecond,
        String against,
        double againstASecond,
        double ratio,
        double lowest,
        double highest,
        double goal,
        boolean goalIsRatio,
        boolean reached) {

    private static final double SMALL_FILES = 100;
    private static final double PART_OF_OPENSSH = 0.5;

    /**
     * One transfer and one plain copy of the same file, one after the other.
     *
     * @param againstASecond 0 where this machine has no program for it
     */
    public record Round(double aSecond, double againstASecond) {

        private double ratio() {
            return againstASecond > 0 ? aSecond / againstASecond : 0;
        }
    }

    /** Many small files, beside the same files put and fetched by SFTP. */
    public static TransferSpeed small(double filesASecond, double plainASecond) {
        double ratio = filesASecond / plainASecond;
        return new TransferSpeed(
                "small-transfers",
                "files",
                filesASecond,
                "sftp-put-and-get",
                plainASecond,
                ratio,
                ratio,
                ratio,
                SMALL_FILES,
                false,
                filesASecond >= SMALL_FILES);
    }

    /**
     * Large files, one a round, each beside OpenSSH's get and put.
     *
     * @param rounds at least one, in megabytes a second
     */
    public static TransferSpeed large(List<Round> rounds) {
        List<Double> ratios = rounds.stream().map(Round::ratio).sorted().toList();
        double plain = Median.of(rounds.stream().map(Round::againstASecond).toList());
        double ratio = Median.of(ratios);
        return new TransferSpeed(
                "large-transfer",
                "MB",
                Median.of(rounds.stream().map(Round::aSecond).toList()),
                plain > 0 ? "openssh-get-and-put" : "-",
                plain,
                ratio,
                ratios.get(0),
                ratios.get(ratios.size() - 1),
                PART_OF_OPENSSH,
                true,
                ratio >= PART_OF_OPENSSH);
    }
}
