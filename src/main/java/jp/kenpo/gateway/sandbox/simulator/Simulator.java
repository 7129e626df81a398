package jp.kenpo.gateway.sandbox.simulator;

/** One simulated counterparty (相手先) or the core system, that does what is due whenever it is asked. */
public interface Simulator extends AutoCloseable {

    /** Id of the party it plays. */
    String party();

    /**
     * Does what is due now, if anything; what fails is tried again at the next call.
     *
     * @return whether there was anything to do
     * @throws Exception if a disk, the gateway or its broker is not ready; nothing is lost
     */
    boolean act() throws Exception;

    /** Returns how many files and messages it has handed in since it was made. */
    long handedIn();

    /** Ends its connections. */
    @Override
    default void close() {}
}
