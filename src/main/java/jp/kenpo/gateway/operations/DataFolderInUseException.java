package jp.kenpo.gateway.operations;

import java.nio.file.Path;

/** Another gateway runs with the same data folder. */
public final class DataFolderInUseException extends RuntimeException {

    public DataFolderInUseException(Path dataDir) {
        super("another gateway runs with the data folder " + dataDir
                + "; stop it, or give this one its own with --gateway.data-dir");
    }
}
