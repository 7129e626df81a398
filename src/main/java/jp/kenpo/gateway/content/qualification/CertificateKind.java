package jp.kenpo.gateway.content.qualification;

import java.util.List;

/** A certificate (証) of a member, and where an event says what. */
@SuppressWarnings("ImmutableEnumChecker") // the list never changes
public enum CertificateKind {
    /** 資格確認書, 被保険者証. */
    CARD(CanonicalField.CARD_ISSUED_ON, CanonicalField.CERTIFICATE_FROM, CanonicalField.CERTIFICATE_UNTIL),
    /** 限度額適用認定証. */
    LIMIT(CanonicalField.LIMIT_ISSUED_ON, CanonicalField.LIMIT_FROM, CanonicalField.LIMIT_UNTIL),
    /** 特定疾病療養受療証. */
    DISEASE(CanonicalField.DISEASE_ISSUED_ON, CanonicalField.DISEASE_FROM, CanonicalField.DISEASE_UNTIL),
    /** 高齢受給者証. */
    ELDERLY(CanonicalField.ELDERLY_ISSUED_ON, CanonicalField.ELDERLY_FROM, CanonicalField.ELDERLY_UNTIL);

    private final CanonicalField issuedOn;
    private final CanonicalField from;
    private final CanonicalField until;

    CertificateKind(CanonicalField issuedOn, CanonicalField from, CanonicalField until) {
        this.issuedOn = issuedOn;
        this.from = from;
        this.until = until;
    }

    CanonicalField issuedOn() {
        return issuedOn;
    }

    CanonicalField from() {
        return from;
    }

    /** Returns where its last day stands. */
    CanonicalField until() {
        return until;
    }

    /** Returns where its codes and figures stand. */
    List<CanonicalField> details() {
        return switch (this) {
            case CARD -> List.of(CanonicalField.CARD_CLASS, CanonicalField.CONTRIBUTION_RATIO);
            case LIMIT ->
                List.of(CanonicalField.LIMIT_CLASS, CanonicalField.LIMIT_BAND, CanonicalField.LIMIT_LONG_TERM_ON);
            case DISEASE -> List.of(CanonicalField.DISEASE, CanonicalField.DISEASE_SELF_PAY);
            case ELDERLY -> List.of(CanonicalField.ELDERLY_RATIO);
        };
    }
}
