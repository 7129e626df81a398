package jp.kenpo.gateway.content.receipt;

import jp.kenpo.gateway.member.DistinctKeys;
import jp.kenpo.gateway.member.MemberIdentity;
import jp.kenpo.gateway.member.MemberPseudonyms;
import jp.kenpo.gateway.member.MembersConcerned;
import jp.kenpo.gateway.member.Pseudonym;
import org.jspecify.annotations.Nullable;

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

    /** Receipts of one member often follow each other, and a pseudonym is dear. */
    private @Nullable MemberIdentity last;

    private Pseudonym lastPseudonym = new Pseudonym(0, 0);

    MembersSeen(Findings findings, MemberPseudonyms pseudonyms) {
        this.findings = findings;
        this.pseudonyms = pseudonyms;
    }

    void add(MemberIdentity member, Receipt receipt, long headerLine) {
        if (last == null || !member.isSameAs(last)) {
            last = member;
            lastPseudonym = pseudonyms.of(member);
            concerned.note(lastPseudonym);
        }
        Pseudonym pseudonym = lastPseudonym;
        boolean told = receipt.numberedTwice;
        if (told || receipt.treatmentMonth == ReceiptDates.NONE || receipt.type < 0 || receipt.provider == 0) {
            return;
        }
        long about = (receipt.treatmentMonth * 10_000L + receipt.type) * MULTIPLIER;
        long where = receipt.provider * MULTIPLIER + receipt.prescriber;
        if (!receipts.add(pseudonym.high() ^ (about + receipt.name), pseudonym.low() ^ where * MULTIPLIER)) {
            findings.add(Rule.SAME_RECEIPT, headerLine, null);
        }
    }

    MembersConcerned concerned() {
        return concerned.settled();
    }
}
