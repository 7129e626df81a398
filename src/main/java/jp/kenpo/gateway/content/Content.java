package jp.kenpo.gateway.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Consumer;

/** One kind of content under one layout: how it is read and how it is cut down. Thread-safe. */
public interface Content {

    /**
     * Reads the payload once, to its end, and never stops at a bad line.
     *
     * @throws IOException only if the stream can't be read; what is wrong with the bytes is a finding
     */
    Reading read(InputStream in, Arrival arrival) throws IOException;

    /**
     * Reads as {@link #read(InputStream, Arrival)}, and names the records that are answered one by one, if this content
     * has such.
     */
    default Reading read(InputStream in, Arrival arrival, Consumer<Followed> records) throws IOException {
        return read(in, arrival);
    }

    /** Which side of records that are answered one by one a content is. */
    enum Side {
        /** Its records are not answered one by one. */
        NEITHER,
        /** It sends such records. */
        SENT,
        /** It tells what became of such records. */
        ANSWERED
    }

    /** Returns what {@link #read(InputStream, Arrival, Consumer)} names. */
    default Side side() {
        return Side.NEITHER;
    }

    /**
     * Returns what the name of a copy, outside its interchange, says about its content: nothing, unless the name is part
     * of the format. What somebody calls a copy on a desk is not compared with what is in it.
     */
    default Arrival copy(String fileName) {
        return Arrival.UNKNOWN;
    }

    /**
     * Writes what remains when only the permitted fields stay. What nobody declared is left out.
     *
     * @throws IOException also if the payload is not what its layout says: what was not understood does not leave
     */
    Projected project(InputStream in, OutputStream out, Permission permission) throws IOException;

    /** Returns what counts the records in the bytes that a projection wrote; empty where the bytes alone don't tell. */
    default Optional<RecordCount> count() {
        return Optional.empty();
    }
}
