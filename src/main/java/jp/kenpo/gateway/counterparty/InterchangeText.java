package jp.kenpo.gateway.counterparty;

import java.util.Set;
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

/** One interchange of a counterparty as it is written down in its file. */
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

    /** Largest payload where the interchange names none. */
    private static final DataSize LARGEST = DataSize.ofGigabytes(2);

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

    InterchangeText {
        if (purposes.isEmpty()) {
            throw new IllegalArgumentException("the interchange names no purpose");
        }
        CounterpartyFile.one(
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
        return (Channel) CounterpartyFile.one("channel", fileArrival, fileDelivery, announcedFile);
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
