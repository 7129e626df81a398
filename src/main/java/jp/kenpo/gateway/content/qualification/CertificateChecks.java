package jp.kenpo.gateway.content.qualification;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The checks of what an event says about certificates (証). */
final class CertificateChecks {

    private static final String CEILING_ALONE = "01";

    /** 非課税: オ, オ(境), 低所得. */
    private static final Set<String> FREE_OF_TAX = Set.of("A05", "A06", "B05", "B06", "B07", "B08");

    private CertificateChecks() {}

    /** Tells if an event about certificates says nothing about any of them. */
    static void said(MemberRecord member, Complaint wrong) {
        if (member.certificates().stream().allMatch(each -> each.validity() == null)) {
            wrong.is(QualificationRule.ITEM_MISSING, CanonicalField.CERTIFICATE_FROM);
        }
    }

    static void check(QualificationEvent event, Complaint wrong) {
        MemberRecord member = event.member();
        member.certificates().forEach(certificate -> validity(certificate, member.validity(), wrong));
        member.certificate(CertificateKind.LIMIT).ifPresent(limit -> limit(limit, event, wrong));
        member.certificate(CertificateKind.DISEASE).ifPresent(disease -> application(event, wrong));
        member.certificate(CertificateKind.ELDERLY).ifPresent(elderly -> elderly(elderly, member, wrong));
    }

    private static void validity(Certificate certificate, @Nullable Validity qualification, Complaint wrong) {
        Validity validity = certificate.validity();
        if (validity != null
                && (!validity.isPossible() || (qualification != null && !validity.isWithin(qualification)))) {
            wrong.is(QualificationRule.CERTIFICATE_OUTSIDE, certificate.kind().until());
        }
    }

    private static void limit(Certificate limit, QualificationEvent event, Complaint wrong) {
        boolean free = limit.detail(CanonicalField.LIMIT_BAND)
                .filter(FREE_OF_TAX::contains)
                .isPresent();
        boolean both = limit.detail(CanonicalField.LIMIT_CLASS).isPresent()
                && limit.detail(CanonicalField.LIMIT_BAND).isPresent();
        boolean ceiling = limit.detail(CanonicalField.LIMIT_CLASS)
                .filter(CEILING_ALONE::equals)
                .isPresent();
        if (both && free == ceiling) {
            wrong.is(QualificationRule.LIMIT_UNFIT, CanonicalField.LIMIT_BAND);
        }
        if (free) {
            application(event, wrong);
        }
    }

    private static void application(QualificationEvent event, Complaint wrong) {
        if (event.filing() == null) {
            wrong.is(QualificationRule.APPLICATION_MISSING, CanonicalField.FILING_ID);
        }
    }

    private static void elderly(Certificate elderly, MemberRecord member, Complaint wrong) {
        Validity validity = elderly.validity();
        if (validity != null
                && member.elderlyShareFrom()
                        .filter(validity.acquiredOn()::isBefore)
                        .isPresent()) {
            wrong.is(QualificationRule.SHARE_TOO_EARLY, CanonicalField.ELDERLY_FROM);
        }
    }
}
