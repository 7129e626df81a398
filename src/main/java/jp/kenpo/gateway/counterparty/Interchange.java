package jp.kenpo.gateway.counterparty;

import java.util.List;
import java.util.Set;
import jp.kenpo.gateway.purpose.Direction;
import jp.kenpo.gateway.purpose.FieldList;
import jp.kenpo.gateway.purpose.LegalCharacter;
import org.jspecify.annotations.Nullable;

/**
 * One agreed kind of exchange (授受): one counterparty, one direction, one content.
 *
 * @param name {@code taisho-audit.receipt-check-request}; also route id, queue, ledger key and metric tag
 * @param layout id of the layout in {@code config/layouts/}
 * @param purposes ids of the purposes that it may name
 * @param fields what the counterparty may get or give
 * @param legalCharacter what a transfer on it legally is
 * @param maxSize largest accepted payload in bytes
 * @param myNumber what becomes of a content with My Numbers (個人番号)
 * @param conditions what holds for its transfers beyond their fields
 * @param timing when it is due, or cut off
 */
public record Interchange(
        String name,
        String counterparty,
        Direction direction,
        String layout,
        Set<String> purposes,
        FieldList fields,
        LegalCharacter legalCharacter,
        Channel channel,
        long maxSize,
        MyNumberUse myNumber,
        Conditions conditions,
        Timing timing) {

    /** Returns the part of the name behind the counterparty's. */
    public String shortName() {
        return name.substring(counterparty.length() + 1);
    }

    /**
     * What holds for the transfers of an interchange beyond their fields.
     *
     * @param mailOut whether the counterparty mails something to the members, so that rows under non-disclosure (不開示)
     *     are held back; null where nothing is said about it
     * @param leavesOptOutsOut whether rows of members who opted out (提供停止) are left out
     * @param answers full name of the inbound interchange whose transfers it answers, once the other side is verified
     *     (相手先確認); null if it answers nothing
     * @param provisionRecord what the record of a third-party provision says beyond the notice; null where nothing is said
     * @param acknowledges inbound: deliveries that its transfers confirm; null if they confirm none
     */
    public record Conditions(
            @Nullable Boolean mailOut,
            boolean leavesOptOutsOut,
            @Nullable String answers,
            @Nullable ProvisionText provisionRecord,
            @Nullable Acknowledgement acknowledges) {

        public static final Conditions NONE = new Conditions(null, false, null, null, null);

        /** Returns whether rows under non-disclosure are held back. */
        public boolean holdsNonDisclosed() {
            return Boolean.TRUE.equals(mailOut);
        }
    }

    /**
     * What the record of a third-party provision says. Source: 個人情報保護法施行規則 第20条・第24条.
     *
     * @param basis the members' consent, or what makes it unnecessary; the legal basis of the purpose if left out
     * @param acquisition for what comes in: how the other side got the data (取得の経緯)
     */
    public record ProvisionText(
            @Nullable String basis, @Nullable String acquisition) {}

    /** Where a transfer lies or goes to. */
    public sealed interface Channel {}

    /**
     * Files that arrive in a folder (remote: below the login folder; hosted: below {@code upload/}).
     *
     * @param folder folder with forward slashes; empty for the top
     * @param pattern path below the folder that a right file has, with {@code {month}}, {@code {insurer-number}},
     *     {@code {party}} (whom it is for), {@code {transfer}} (which transfer it answers), {@code *}; other names are
     *     taken in too and quarantined
     * @param complete how the counterparty says that a file is whole
     * @param afterwards what becomes of the source when the file is kept
     */
    public record FileArrival(String folder, String pattern, Completeness complete, Afterwards afterwards)
            implements Channel {}

    /**
     * Files that are put into a folder (hosted: below {@code download/}).
     *
     * @param fileName name with {@code {date}} (arrival day of the source, yyyyMMdd), {@code {month}},
     *     {@code {sha256:N}} (the first N digits), {@code {transfer}}, {@code {parent}} (the transfer it was made from),
     *     {@code {party}}: the same transfer always gets the same name
     */
    public record FileDelivery(String folder, String fileName) implements Channel {}

    /** Messages on a queue of the gateway's broker (CloudEvents, JSON). */
    public record QueueChannel(String queue) implements Channel {}

    /** A file in the home of the core system, and a CloudEvent on a queue that announces it. */
    public record AnnouncedFile(String folder, String fileName, String queue) implements Channel {}

    /** How a counterparty says that a file is whole. */
    public enum Completeness {
        /** It says nothing: a file counts when its size and time did not change between two looks. */
        SETTLED,
        /** Written under a temporary name ({@code .part}, {@code .tmp}, {@code .filepart} or a leading dot), then renamed. */
        RENAMED,
        /** Closed by the client on the gateway's own SFTP server. */
        CLOSED,
        /** A file of the same name with {@code .done} behind it stands beside it. */
        MARKER
    }

    public enum Afterwards {
        /** Moved to the folder {@code .taken} beside it. */
        MOVE,
        DELETE
    }

    /** Returns the ids of the purposes in a fixed order. */
    public List<String> purposeIds() {
        return purposes.stream().sorted().toList();
    }
}
