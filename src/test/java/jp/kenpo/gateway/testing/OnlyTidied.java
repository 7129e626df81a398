package jp.kenpo.gateway.testing;

import java.io.IOException;
import java.util.function.Predicate;
import jp.kenpo.gateway.delivery.Outbox;
import jp.kenpo.gateway.delivery.Parcel;

/**
 * An outbox that nothing is put into.
 *
 * @param tidying what happens when it is tidied up
 */
public record OnlyTidied(Tidying tidying) implements Outbox {

    /** See {@link Outbox#tidy}. */
    public interface Tidying {
        boolean tidy(Predicate<String> unwanted) throws IOException;
    }

    @Override
    public boolean tidy(Predicate<String> unwanted) throws IOException {
        return tidying.tidy(unwanted);
    }

    @Override
    public void put(Parcel parcel) {}

    @Override
    public boolean has(Parcel parcel) {
        return false;
    }

    @Override
    public void settled(String key) {}
}
