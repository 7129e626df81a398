package jp.kenpo.gateway.bench;

/**
 * How fast whole transfers are, from the hand-in to the delivery, beside a plain copy of the same bytes in the same run.
 *
 * @param name what was measured, for example {@code small-transfers}
 * @param unit what a second is counted in: {@code files}, or {@code MB} of a million bytes
 * @param against the plain copy; {@code -} where this machine has no program for it
 * @param againstASecond the speed of that; 0 where there is none
 * @param ratio how many times as fast as the plain copy; 0 where there is none
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
        double goal,
        boolean goalIsRatio,
        boolean reached) {

    private static final double SMALL_FILES = 100;
    private static final double PART_OF_OPENSSH = 0.5;

    /** Many small files, beside the same files put and fetched by SFTP. */
    public static TransferSpeed small(double filesASecond, double plainASecond) {
        return new TransferSpeed(
                "small-transfers",
                "files",
                filesASecond,
                "sftp-put-and-get",
                plainASecond,
                filesASecond / plainASecond,
                SMALL_FILES,
                false,
                filesASecond >= SMALL_FILES);
    }

    /** A large file, beside OpenSSH's get and put. */
    public static TransferSpeed large(double megabytesASecond, double openSshASecond) {
        double ratio = megabytesASecond / openSshASecond;
        return new TransferSpeed(
                "large-transfer",
                "MB",
                megabytesASecond,
                "openssh-get-and-put",
                openSshASecond,
                ratio,
                PART_OF_OPENSSH,
                true,
                ratio >= PART_OF_OPENSSH);
    }

    /** A large file on a machine without OpenSSH. */
    public static TransferSpeed large(double megabytesASecond) {
        return new TransferSpeed("large-transfer", "MB", megabytesASecond, "-", 0, 0, PART_OF_OPENSSH, true, false);
    }
}
