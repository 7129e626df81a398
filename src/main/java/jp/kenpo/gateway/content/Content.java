package jp.kenpo.gateway.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;

/** One kind of content under one layout: how it is read and how it is cut down. Thread-safe. */
public interface Content {

    /**
     * Reads the payload once, to its end, and never stops at a bad line.
     *
     * @throws IOException only if the stream can't be read; what is wrong with the bytes is a finding
     */
    Reading read(InputStream in, Arrival arrival) throws IOException;

    /**
     * Writes what remains when only the permitted fields stay. What nobody declared is left out.
     *
     * @param permitted fields as {@code category.field}
     */
    Projected project(InputStream in, OutputStream out, Set<String> permitted) throws IOException;
}
