package jp.kenpo.gateway.operations;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A part of the installation that is opened when it is asked for first, and then kept. Thread-safe. */
final class Lazy<T> implements Supplier<T> {

    private final Supplier<T> opening;
    private @Nullable T opened;

    Lazy(Supplier<T> opening) {
        this.opening = opening;
    }

    @Override
    public synchronized T get() {
        var value = opened;
        if (value == null) {
            value = opening.get();
            opened = value;
        }
        return value;
    }

    /** Returns the part if somebody has asked for it. */
    synchronized Optional<T> ifOpened() {
        return Optional.ofNullable(opened);
    }
}
