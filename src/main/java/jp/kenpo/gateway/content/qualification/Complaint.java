package jp.kenpo.gateway.content.qualification;

import org.jspecify.annotations.Nullable;

/** Takes a rule that an event breaks. */
@FunctionalInterface
interface Complaint {

    /** @param field the canonical field that is meant; null for the event as a whole */
    void is(QualificationRule rule, @Nullable CanonicalField field, Object... arguments);
}
