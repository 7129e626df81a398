package jp.kenpo.gateway.content;

/**
 * Counts the records in bytes that leave, by looking at the bytes alone: it shares nothing with what wrote them, so that
 * a record which was lost or written twice on the way is noticed. Used for one payload, not thread-safe.
 */
public interface RecordCount {

    /** Is shown the bytes in their order. */
    void see(byte[] bytes, int offset, int length);

    /** Returns the number of records in all that was shown; asked at the end. */
    long records();
}
