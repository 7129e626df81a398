package jp.kenpo.gateway.sandbox.mistake;

import java.io.IOException;

/** Takes the mistakes of a generator in the order in which they are made. */
@FunctionalInterface
public interface MistakeSink {

    /** @throws IOException if the mistake can't be written down */
    void add(Mistake mistake) throws IOException;
}
