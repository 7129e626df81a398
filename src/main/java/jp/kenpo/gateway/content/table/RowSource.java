package jp.kenpo.gateway.content.table;

import java.io.IOException;
import java.io.InputStream;
import jp.kenpo.gateway.content.Reading;

/** Reads a content and shows its rows to somebody who knows what they mean. */
@FunctionalInterface
public interface RowSource {

    /** @throws IOException only if the stream can't be read */
    Reading read(InputStream in, RowObserver observer) throws IOException;
}
