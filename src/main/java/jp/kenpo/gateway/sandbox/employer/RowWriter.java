package jp.kenpo.gateway.sandbox.employer;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Where the rows of a file go. */
interface RowWriter extends Closeable {

    /** Writes one row and returns its number in the file, from 1. */
    long write(List<Cell> cells) throws IOException;
}
