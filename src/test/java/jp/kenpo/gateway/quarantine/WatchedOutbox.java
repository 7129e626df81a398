package jp.kenpo.gateway.quarantine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Predicate;
import jp.kenpo.gateway.delivery.Outbox;
import jp.kenpo.gateway.delivery.Parcel;

/** An outbox where something else happens, or fails, at a moment of a delivery. */
record WatchedOutbox(Outbox outbox, Map<Moment, Meanwhile> meanwhile) implements Outbox {

    /** Where an attempt can be met, or break off. */
    enum Moment {
        BEFORE_THE_FIRST_BYTE,
        WHOLE,
        ABOUT_TO_BE_NAMED,
        NAMED
    }

    interface Meanwhile {
        void happens() throws IOException;
    }

    @Override
    public void put(Parcel parcel) throws IOException {
        pass(Moment.BEFORE_THE_FIRST_BYTE);
        outbox.put(new Parcel(
                parcel.key(),
                parcel.party(),
                parcel.folder(),
                parcel.fileName(),
                parcel.size(),
                parcel.sha256(),
                parcel.bytes(),
                parcel.others(),
                () -> {
                    passQuietly(Moment.WHOLE);
                    parcel.consent().require();
                    passQuietly(Moment.ABOUT_TO_BE_NAMED);
                }));
        pass(Moment.NAMED);
    }

    private void pass(Moment moment) throws IOException {
        meanwhile.getOrDefault(moment, () -> {}).happens();
    }

    private void passQuietly(Moment moment) {
        try {
            pass(moment);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public boolean has(Parcel parcel) throws IOException {
        return outbox.has(parcel);
    }

    @Override
    public void settled(String key) throws IOException {
        outbox.settled(key);
    }

    @Override
    public boolean tidy(Predicate<String> unwanted) throws IOException {
        return outbox.tidy(unwanted);
    }
}
