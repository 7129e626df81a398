package jp.kenpo.gateway.content;

import java.util.ArrayList;
import java.util.List;

/** Findings of one reading: keeps the first and counts all, so that a file of bad lines does not fill the memory. */
public final class FindingCollector {

    private static final int KEPT = 1_000;

    private final List<Finding> kept = new ArrayList<>();
    private long errors;
    private long warnings;

    public void add(Finding finding) {
        if (kept.size() < KEPT) {
            kept.add(finding);
        }
        if (finding.severity() == Severity.ERROR) {
            errors++;
        } else if (finding.severity() == Severity.WARNING) {
            warnings++;
        }
    }

    /** Returns the first 1,000 findings. */
    public List<Finding> kept() {
        return List.copyOf(kept);
    }

    /** Returns the number of errors, also of those not kept. */
    public long errors() {
        return errors;
    }

    /** Returns the number of warnings, also of those not kept. */
    public long warnings() {
        return warnings;
    }
}
