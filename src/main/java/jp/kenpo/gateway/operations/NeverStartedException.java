package jp.kenpo.gateway.operations;

import java.nio.file.Path;

/** The installation has no ledger yet: the gateway was never started with this data folder. */
public final class NeverStartedException extends RuntimeException {

    private final transient Path dataDir;

    public NeverStartedException(Path dataDir) {
        super("there is no ledger in " + dataDir + ": the gateway was never started with this data folder. "
                + "Start it with run, or name the right folder with --gateway.data-dir");
        this.dataDir = dataDir;
    }

    /** Returns the data folder that was looked into. */
    public Path dataDir() {
        return dataDir;
    }
}
