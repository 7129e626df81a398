package jp.kenpo.gateway.content.qualification;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A certificate (証) as far as an event says it. {@link #toString()} masks: a disease may stand in it.
 *
 * @param validity how long it is valid, the day behind its last one as the end; null if the event does not say
 * @param details codes and figures as they are written
 */
public record Certificate(
        CertificateKind kind,
        @Nullable LocalDate issuedOn,
        @Nullable Validity validity,
        Map<CanonicalField, String> details) {

    public Certificate {
        details = Map.copyOf(details);
    }

    /** Returns a code or figure; empty if the event does not say it. */
    public Optional<String> detail(CanonicalField field) {
        return Optional.ofNullable(details.get(field));
    }

    @Override
    public String toString() {
        return "Certificate[masked]";
    }
}
