package jp.kenpo.gateway.testing;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import jp.kenpo.gateway.testing.RemotePeer.Act;

/** Stops the gateway at one act on the remote server: the server does not answer until it is let go. */
public final class Hold implements RemotePeer.Witness, AutoCloseable {

    private final Act act;
    private final boolean done;
    private final Predicate<String> paths;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    private Hold(Act act, boolean done, Predicate<String> paths) {
        this.act = act;
        this.done = done;
        this.paths = paths;
    }

    /** Stops when the act is asked for; nothing has happened yet, and nothing will. */
    public static Hold before(Act act, Predicate<String> paths) {
        return new Hold(act, false, paths);
    }

    /** Stops when the act is done and the gateway does not know it yet. */
    public static Hold after(Act act, Predicate<String> paths) {
        return new Hold(act, true, paths);
    }

    @Override
    public void before(Act asked, String path) throws IOException {
        if (!done && hold(asked, path)) {
            throw new IOException("the server gave the call up");
        }
    }

    @Override
    public void after(Act finished, String path) {
        if (done) {
            hold(finished, path);
        }
    }

    /** Returns, when it is let go, whether this was the act. */
    private boolean hold(Act here, String path) {
        boolean stops = here == act && paths.test(path);
        if (stops) {
            reached.countDown();
            await(released);
        }
        return stops;
    }

    /** Returns when the gateway stands at the act. */
    public void awaitReached() {
        await(reached);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(GatewayProcess.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the act was never asked for, or never let go");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Lets go. */
    @Override
    public void close() {
        released.countDown();
    }
}
