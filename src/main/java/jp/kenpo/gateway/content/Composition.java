package jp.kenpo.gateway.content;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Makes the file that an interchange sends (編成) out of a request and of payloads that the gateway holds. */
public interface Composition {

    /** Opens a payload that the request names by its transfer id. */
    interface Sources {
        /**
         * @throws FileNotFoundException if there is no such transfer, or it may not be used: the request is wrong
         * @throws IOException if its payload can't be read now
         */
        InputStream open(String transferId) throws IOException;
    }

    /**
     * Writes the composed file.
     *
     * @return findings; with an error among them the output is not to be used
     */
    List<Finding> compose(InputStream request, Sources sources, OutputStream out) throws IOException;
}
