package jp.kenpo.gateway.content.qualification;

import jp.kenpo.gateway.content.Severity;
import org.jspecify.annotations.Nullable;

/** Hands complaints on and remembers whether there was an error among them. */
final class CountedComplaint implements Complaint {

    private final Complaint next;
    private boolean errors;

    CountedComplaint(Complaint next) {
        this.next = next;
    }

    @Override
    public void is(QualificationRule rule, @Nullable CanonicalField field, Object... arguments) {
        errors |= rule.severity() == Severity.ERROR;
        next.is(rule, field, arguments);
    }

    boolean isFreeOfErrors() {
        return !errors;
    }
}
