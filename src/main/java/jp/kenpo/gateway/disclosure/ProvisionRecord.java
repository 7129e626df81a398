package jp.kenpo.gateway.disclosure;

import java.util.List;
import jp.kenpo.gateway.purpose.Direction;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded about one provision to a third party (29条) or one receipt from it (30条), as it was on that day.
 *
 * <p>Source: 個人情報保護法 第29条・第30条, 施行規則 第20条・第24条.
 *
 * @param direction out for a provision, in for a receipt
 * @param party id of the counterparty, or of one of its parties
 * @param name 氏名又は名称 of the third party
 * @param address 住所; null where none is configured
 * @param representative 代表者の氏名; null where none is configured
 * @param members the members concerned (本人)
 * @param records number of records; what names no member is among them
 * @param items the data items (項目), as people call them
 * @param basis consent, or the article that makes it unnecessary
 * @param acquisition for a receipt: how the third party got the data (取得の経緯); null where none is configured
 * @param duties whether the law demands the record, as ids such as {@code required-unless-public-body}
 */
public record ProvisionRecord(
        String transfer,
        String interchange,
        Direction direction,
        String purpose,
        String party,
        String name,
        @Nullable String address,
        @Nullable String representative,
        List<Member> members,
        long records,
        List<String> items,
        String basis,
        @Nullable String acquisition,
        List<String> duties) {

    /**
     * A member, by what identifies them to the society.
     *
     * @param distinction branch number (枝番), or birth date and sex where none is recorded
     */
    public record Member(String insurerNumber, String symbol, String number, String distinction) {

        /** Masks everything, so that a member may appear in a message by mistake. */
        @Override
        public String toString() {
            return "member";
        }
    }

    /** Returns whether an item of the law is missing, because it is not configured. */
    public boolean incomplete() {
        return address == null || representative == null || (direction == Direction.IN && acquisition == null);
    }
}
