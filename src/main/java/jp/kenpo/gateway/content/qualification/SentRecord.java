package jp.kenpo.gateway.content.qualification;

import jp.kenpo.gateway.member.MemberIdentity;
import jp.kenpo.gateway.member.MemberPseudonyms;
import jp.kenpo.gateway.member.Pseudonym;

/** One version of one event of one person, as it was sent. Sending the same again changes nothing. */
public record SentRecord(Pseudonym person, String eventId, int version) {

    /** Returns what stands for the record in the file that sends it and in the one that answers. */
    Pseudonym key(MemberPseudonyms pseudonyms) {
        var one = new MemberIdentity(
                "registration",
                Long.toHexString(person.high()) + "/" + Long.toHexString(person.low()),
                eventId,
                "" + version);
        return pseudonyms.of(one);
    }
}
