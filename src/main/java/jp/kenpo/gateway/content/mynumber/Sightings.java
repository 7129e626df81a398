package jp.kenpo.gateway.content.mynumber;

import java.util.ArrayList;
import java.util.List;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.MyNumberSightings;

/** Collects what the columns of one reading tell: the first thousand findings, all numbers counted. */
final class Sightings {

    private static final int KEPT = 1_000;

    private final List<Finding> found = new ArrayList<>();
    private final List<Finding> misdeclared = new ArrayList<>();
    private final List<Finding> declared = new ArrayList<>();
    private long count;

    void found(List<Finding> findings, long numbers) {
        findings.stream().limit(KEPT - found.size()).forEach(found::add);
        count += numbers;
    }

    void misdeclared(Finding finding, long numbers) {
        misdeclared.add(finding);
        count += numbers;
    }

    void declared(Finding finding, long numbers) {
        declared.add(finding);
        count += numbers;
    }

    MyNumberSightings all() {
        return count == 0 ? MyNumberSightings.NONE : new MyNumberSightings(found, misdeclared, declared, count);
    }
}
