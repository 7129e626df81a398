package jp.kenpo.gateway.content.receipt;

import jp.kenpo.gateway.member.DistinctKeys;
import jp.kenpo.gateway.member.MemberIdentity;
import jp.kenpo.gateway.member.MemberPseudonyms;
import jp.kenpo.gateway.member.MembersConcerned;
import jp.kenpo.gateway.member.Pseudonym;

/**
 * The members that a file concerns, and the receipt of one that comes twice: same provider, patient by identity and name,
 * treatment month and type (R18). A pharmacy makes one receipt for each institution that prescribes, so that counts too.
 */
final class MembersSeen {

    /** Mixes numbers into keys. */
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final Findings findings;
    private final MemberPseudonyms pseudonyms;
    private final MembersConcerned concerned = new MembersConcerned();
    private final DistinctKeys receipts = new DistinctKeys();

    MembersSeen(Findings findings, MemberPseudonyms pseudonyms) {
        this.findings = findings;
        this.pseudonyms = pseudonyms;
    }

    void add(MemberIdentity member, Receipt receipt, long headerLine) {
        Pseudonym pseudonym = pseudonyms.of(member);
        concerned.add(pseudonym);
        boolean told = receipt.numberedTwice;
        if (told || receipt.treatmentMonth == ReceiptDates.NONE || receipt.type < 0 || receipt.provider.isEmpty()) {
            return;
        }
        long about = (receipt.treatmentMonth * 10_000L + receipt.type) * MULTIPLIER;
        long where = receipt.provider.hashCode() * MULTIPLIER + receipt.prescriber.hashCode();
        if (!receipts.add(pseudonym.high() ^ (about + receipt.name), pseudonym.low() ^ where * MULTIPLIER)) {
            findings.add(Rule.SAME_RECEIPT, headerLine, null);
        }
    }

    MembersConcerned concerned() {
        return concerned;
    }
}
