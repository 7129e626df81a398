package jp.kenpo.gateway.routing;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jp.kenpo.gateway.delivery.Parcel;
import jp.kenpo.gateway.delivery.Parcel.Consent;
import jp.kenpo.gateway.ledger.StateConflictException;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.testing.ReceiptFiles;

/** The parcels that tests of an outbox put at a counterparty. */
final class RequestParcels {

    static final byte[] BYTES = "what leaves".getBytes(StandardCharsets.UTF_8);
    /** As many, and not the same. */
    static final byte[] OTHERS = "WHAT LEAVES".getBytes(StandardCharsets.UTF_8);

    static final String NAME = "REQUEST_1.CSV";
    /** The transfer that had the name before that of {@link #second}. */
    static final TransferId FIRST = new TransferId("01K6ZZZZZZZZZZZZZZZZZZZZZZ");

    private RequestParcels() {}

    static Parcel parcel() {
        return parcel(BYTES.length, BYTES);
    }

    /** It has fewer bytes than it tells: its delivery breaks off. */
    static Parcel tooShort() {
        return parcel(99, BYTES);
    }

    /** A person rejects it while it is put. */
    static Parcel takenBack() {
        return parcel(BYTES.length, BYTES, () -> {
            throw new StateConflictException(FIRST, TransferState.REJECTED);
        });
    }

    /** Its hash is that of other bytes than leave. */
    static Parcel changedOnTheWay() {
        return parcel(OTHERS.length, OTHERS);
    }

    private static Parcel parcel(long size, byte[] bytes) {
        return parcel(size, bytes, Consent.ALWAYS);
    }

    private static Parcel parcel(long size, byte[] bytes, Consent consent) {
        return new Parcel(
                "T",
                null,
                "requests",
                NAME,
                size,
                ReceiptFiles.sha256(BYTES),
                () -> in(bytes),
                Optional::empty,
                consent);
    }

    /** It has the name and the bytes of another transfer. */
    static Parcel second() {
        return new Parcel(
                "U",
                null,
                "requests",
                NAME,
                BYTES.length,
                ReceiptFiles.sha256(BYTES),
                () -> in(BYTES),
                () -> Optional.of(FIRST),
                Consent.ALWAYS);
    }

    /** An error report, or whatever else is no transfer. */
    static Parcel named(String name, byte[] bytes) {
        return new Parcel(name, "requests", name, bytes.length, ReceiptFiles.sha256(bytes), () -> in(bytes));
    }

    private static InputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
