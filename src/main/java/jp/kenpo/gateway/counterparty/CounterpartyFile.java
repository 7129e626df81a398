package jp.kenpo.gateway.counterparty;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.kenpo.gateway.counterparty.Interchange.AnnouncedFile;
import jp.kenpo.gateway.counterparty.Interchange.Channel;
import jp.kenpo.gateway.counterparty.Interchange.FileArrival;
import jp.kenpo.gateway.counterparty.Interchange.FileDelivery;
import jp.kenpo.gateway.counterparty.Interchange.QueueChannel;
import jp.kenpo.gateway.purpose.Direction;
import jp.kenpo.gateway.purpose.FieldList;
import jp.kenpo.gateway.purpose.LegalCharacter;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * One file of {@code config/counterparties/} as it is written down. The texts from {@code kind} to {@code openQuestion}
 * are for people.
 */
record CounterpartyFile(
        String id,
        String name,
        String english,
        @Nullable Boolean ownSystem,
        @Nullable String namedInNotice,
        String kind,
        String relation,
        String certainty,
        @Nullable String mayGet,
        @Nullable String mayGive,
        @Nullable String never,
        @Nullable String format,
        @Nullable String transport,
        @Nullable String frequency,
        @Nullable String openQuestion,
        @Nullable ConnectionText connection,
        @Nullable String parties,
        @Nullable ErrorReportsText errorReports,
        @Nullable String address,
        @Nullable String representative,
        @Nullable Boolean insuredPersonsOnly,
        @Nullable Verification verification,
        List<AgreementText> agreements,
        Map<String, InterchangeText> interchanges) {

    /** Largest payload where the interchange names none. */
    private static final DataSize LARGEST = DataSize.ofGigabytes(2);

    /** Whether who asks is verified (相手先確認) before an answer leaves. */
    enum Verification {
        REQUIRED
    }

    CounterpartyFile {
        if ((address == null) != (representative == null)) {
            throw new IllegalArgumentException("address and representative are written together, or neither");
        }
    }

    Counterparty toCounterparty(List<Party> parties) {
        return new Counterparty(
                id,
                name,
                english,
                isOwnSystem(),
                connection == null ? null : connection.toConnection(),
                parties,
                errorReports == null ? null : errorReports.folder(),
                address == null || representative == null ? null : new Counterparty.Seat(address, representative),
                new Counterparty.Precautions(Boolean.TRUE.equals(insuredPersonsOnly), verifiesInquirer()),
                agreements.stream().map(AgreementText::toAgreement).toList(),
                interchanges.entrySet().stream()
                        .map(each -> each.getValue().toInterchange(id, each.getKey()))
                        .toList());
    }

    boolean verifiesInquirer() {
        return verification == Verification.REQUIRED;
    }

    boolean isOwnSystem() {
        return Boolean.TRUE.equals(ownSystem);
    }

    record ConnectionText(
            Connection.@Nullable RemoteSftp remoteSftp,
            Connection.@Nullable HostedSftp hostedSftp,
            Connection.@Nullable HostedParties hostedParties,
            Connection.@Nullable Queues queues) {

        ConnectionText {
            one(
                    "connection: remote-sftp, hosted-sftp, hosted-parties or queues",
                    remoteSftp,
                    hostedSftp,
                    hostedParties,
                    queues);
        }

        Connection toConnection() {
            return (Connection) one("connection", remoteSftp, hostedSftp, hostedParties, queues);
        }
    }

    record ErrorReportsText(String folder) {}

    record AgreementText(
            String id, String title, LocalDate from, LocalDate until, Set<String> purposes, boolean myNumber) {

        AgreementText {
            if (until.isBefore(from)) {
                throw new IllegalArgumentException("the agreement ends before it begins");
            }
            if (purposes.isEmpty()) {
                throw new IllegalArgumentException("the agreement names no purpose");
            }
        }

        Agreement toAgreement() {
            return new Agreement(id, title, from, until, purposes, myNumber);
        }
    }

    record FieldsText(@Nullable Set<String> all, @Nullable Set<String> only) {

        FieldsText {
            if ((all == null || all.isEmpty()) && (only == null || only.isEmpty())) {
                throw new IllegalArgumentException("the interchange names no field");
            }
        }

        Set<String> categories() {
            return all == null ? Set.of() : all;
        }

        Set<String> single() {
            return only == null ? Set.of() : only;
        }
    }

    record QueueText(String name) {}

    /** What becomes of rows of members who opted out (提供停止). */
    enum OptOuts {
        LEFT_OUT
    }

    record InterchangeText(
            Direction direction,
            String layout,
            Set<String> purposes,
            FieldsText fields,
            LegalCharacter legalCharacter,
            @Nullable String maxSize,
            @Nullable MyNumberUse myNumber,
            @Nullable Boolean mailOut,
            @Nullable OptOuts optOuts,
            @Nullable String answers,
            Interchange.@Nullable ProvisionText provisionRecord,
            @Nullable Acknowledgement acknowledges,
            TimingText.@Nullable DueText due,
            TimingText.@Nullable BatchText batch,
            @Nullable String retryFor,
            @Nullable FileArrival fileArrival,
            @Nullable FileDelivery fileDelivery,
            @Nullable QueueText queue,
            @Nullable AnnouncedFile announcedFile) {

        InterchangeText {
            if (purposes.isEmpty()) {
                throw new IllegalArgumentException("the interchange names no purpose");
            }
            one(
                    "channel: file-arrival, file-delivery, queue or announced-file",
                    fileArrival,
                    fileDelivery,
                    queue,
                    announcedFile);
            sizeOf(maxSize);
            TimingText.retryFor(retryFor);
        }

        Channel channel() {
            if (queue != null) {
                return new QueueChannel(queue.name());
            }
            return (Channel) one("channel", fileArrival, fileDelivery, announcedFile);
        }

        Interchange toInterchange(String counterparty, String shortName) {
            return new Interchange(
                    counterparty + "." + shortName,
                    counterparty,
                    direction,
                    layout,
                    purposes,
                    // An agreement is exact: nothing is read into it
                    new FieldList(true, fields.categories(), fields.single()),
                    legalCharacter,
                    channel(),
                    sizeOf(maxSize),
                    myNumberUse(),
                    new Interchange.Conditions(
                            mailOut, optOuts == OptOuts.LEFT_OUT, answers, provisionRecord, acknowledges),
                    TimingText.timing(due, batch, retryFor));
        }

        MyNumberUse myNumberUse() {
            return myNumber == null ? MyNumberUse.REFUSE : myNumber;
        }

        private static long sizeOf(@Nullable String text) {
            return (text == null ? LARGEST : DataSize.parse(text)).toBytes();
        }
    }

    /** Returns the one that is there. */
    private static Object one(String what, @Nullable Object... candidates) {
        var present = Stream.of(candidates).filter(each -> each != null).toList();
        if (present.size() != 1) {
            throw new IllegalArgumentException(present.size() + " where one is expected as " + what);
        }
        return present.get(0);
    }
}
