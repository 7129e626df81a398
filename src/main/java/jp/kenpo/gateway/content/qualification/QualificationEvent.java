package jp.kenpo.gateway.content.qualification;

import java.time.LocalDate;
import jp.kenpo.gateway.member.MemberIdentity;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a member's qualification (異動), to be registered.
 *
 * <p>Sending it again is harmless: person, id and version say which one it is. {@link #toString()} masks.
 *
 * @param id stays the same over all versions
 * @param version from 1
 * @param on day of the fact, or from which a change holds
 * @param oldKey key before a change of symbol or number (記号番号変更)
 * @param myNumber whether a My Number stands in the file: the number itself never leaves the reader
 * @param refersTo id of the event that is cancelled or corrected
 * @param filing id of the filing (届書) it was made from
 * @param reportId the member's report that asks for non-disclosure
 * @param clock how long there is to register it; null if the file does not say when the filing was received
 */
public record QualificationEvent(
        String id,
        int version,
        EventType type,
        @Nullable LocalDate on,
        MemberRecord member,
        @Nullable MemberIdentity oldKey,
        boolean myNumber,
        @Nullable String refersTo,
        @Nullable String filing,
        @Nullable String reportId,
        @Nullable RegistrationClock clock) {

    @Override
    public String toString() {
        return "QualificationEvent[" + type + ", masked]";
    }
}
