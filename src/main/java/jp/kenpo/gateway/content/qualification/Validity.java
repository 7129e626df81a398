package jp.kenpo.gateway.content.qualification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long a qualification holds: from the day it is acquired (資格取得日) to the day before it is lost (資格喪失日).
 *
 * <p>The day of the loss is not part of it: on that day another qualification may begin. Source: general law, inferred.
 *
 * @param acquiredOn first day
 * @param lostOn first day without the qualification; null while it holds
 */
public record Validity(LocalDate acquiredOn, @Nullable LocalDate lostOn) {

    /** Returns whether it ends after it begins. */
    public boolean isPossible() {
        return lostOn == null || lostOn.isAfter(acquiredOn);
    }

    /** Returns whether both hold on some day. */
    public boolean overlaps(Validity other) {
        return (lostOn == null || other.acquiredOn.isBefore(lostOn))
                && (other.lostOn == null || acquiredOn.isBefore(other.lostOn));
    }

    /** Returns whether the other holds on each day of this one. */
    public boolean isWithin(Validity other) {
        boolean endsInside = other.lostOn == null || (lostOn != null && !lostOn.isAfter(other.lostOn));
        return !acquiredOn.isBefore(other.acquiredOn) && endsInside;
    }
}
