package jp.kenpo.gateway.testing;

import java.io.IOException;

/** Passes bytes on beside the test, until one of the two sides has gone. */
interface Passing {

    void carryOut() throws IOException;

    /** Starts a thread that ends with its connection. */
    static void start(Passing work) {
        Thread thread = new Thread(() -> {
            try {
                work.carryOut();
            } catch (IOException closed) {
                // the test is over, or one of the two has gone
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
