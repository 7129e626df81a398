package jp.kenpo.gateway.watch;

/** Looks at queues, for tests of other packages, which do not wait for minutes. */
public final class QueueLooks {

    private QueueLooks() {}

    /** Looks as many times, one look after the other. */
    public static void at(UnreadQueues queues, int times) throws Exception {
        for (int look = 0; look < times; look++) {
            queues.look();
        }
    }
}
