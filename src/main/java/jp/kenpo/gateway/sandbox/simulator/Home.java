package jp.kenpo.gateway.sandbox.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where a party finds what the gateway handed over, and leaves what the gateway takes. Not thread-safe. */
interface Home extends AutoCloseable {

    /** Returns the names of the files that lie ready in a folder; a folder that is not there has none. */
    List<String> ready(String folder) throws IOException;

    /** Fetches a file; it is whole when it stands under the target's name. */
    void fetch(String folder, String name, Path target) throws IOException;

    /**
     * Leaves a file.
     *
     * @param path path below the place for what is handed in
     * @param marker whether a file beside it must say that it is whole
     */
    void leave(String path, byte[] content, boolean marker) throws IOException;

    @Override
    void close();
}
