package jp.kenpo.gateway.testing;

import org.jspecify.annotations.Nullable;

/**
 * One gateway in the sandbox for all tests of this Java machine that do not disturb it: started when first asked for,
 * ended with the machine. Tests tell their own files from others' by their hash.
 */
public final class SharedGateway {

    private static @Nullable GatewayProcess running;

    private SharedGateway() {}

    /** Returns the running gateway. */
    public static synchronized GatewayProcess get() {
        GatewayProcess gateway = running;
        if (gateway == null) {
            gateway = GatewaySetup.named("shared").start();
            running = gateway;
        }
        return gateway;
    }
}
