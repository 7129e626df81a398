package jp.kenpo.gateway.watch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Queues that the gateway itself may not read, though the broker answers: what waits there would stop unseen. Each is a
 * line in the log when it begins and one when it ends. Thread-safe.
 */
public final class RefusedQueues {

    private static final Logger log = LoggerFactory.getLogger(RefusedQueues.class);

    /** A broker that went away lets each queue fail once; that is told by {@link BrokerLink}, and not two hundred times. */
    private static final int FAILURES = 3;

    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final Set<String> notAnswered = ConcurrentHashMap.newKeySet();

    /** @param reason kind of the failure; no text of a message */
    public void failed(String queue, String reason) {
        if (failures.merge(queue, 1, Integer::sum) == FAILURES) {
            log.warn(
                    "The queue {} can't be read, tried again all the time; what is on it waits ({}). See that it is there"
                            + " and that the account of the gateway may consume from it",
                    queue,
                    reason);
        }
    }

    /** The broker lets it be read, as far as can be told before it answers: an answer may be long in coming. */
    public void asked(String queue) {
        if (!notAnswered.contains(queue)) {
            read(queue);
        }
    }

    /** What may be asked and fails whenever it is, is read no more than what may not be asked. */
    public void notAnswered(String queue) {
        notAnswered.add(queue);
    }

    /** It was read, or there was nothing to read. */
    public void answered(String queue) {
        if (notAnswered.remove(queue)) {
            read(queue);
        }
    }

    private void read(String queue) {
        Integer failed = failures.remove(queue);
        if (failed != null && failed >= FAILURES) {
            log.info("The queue {} can be read again", queue);
        }
    }

    /** Returns those that could not be read three times in a row, by name. */
    public List<String> all() {
        return failures.entrySet().stream()
                .filter(each -> each.getValue() >= FAILURES)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
