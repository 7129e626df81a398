package jp.kenpo.gateway.content.checkup;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a document says about one question of a decision. */
public enum Known {
    YES,
    NO,
    /** The value is missing, not done or not measurable. */
    UNKNOWN;

    static Known of(boolean yes) {
        return yes ? YES : NO;
    }

    static Known atLeast(Optional<BigDecimal> number, String threshold) {
        return number.map(value -> of(value.compareTo(new BigDecimal(threshold)) >= 0))
                .orElse(UNKNOWN);
    }

    static Known below(Optional<BigDecimal> number, String threshold) {
        return number.map(value -> of(value.compareTo(new BigDecimal(threshold)) < 0))
                .orElse(UNKNOWN);
    }

    /** Returns what holds for either: a value that is missing does not matter if the other one decides. */
    Known or(Known other) {
        if (this == YES || other == YES) {
            return YES;
        }
        return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : NO;
    }

    Known orElse(Known other) {
        return this == UNKNOWN ? other : this;
    }

    /** Returns what it may be. */
    List<Boolean> possible() {
        return this == UNKNOWN ? List.of(true, false) : List.of(this == YES);
    }
}
