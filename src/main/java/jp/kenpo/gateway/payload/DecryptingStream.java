package jp.kenpo.gateway.payload;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Reads a payload and tells every fault apart from its end: a changed or cut file fails, and goes on failing.
 *
 * <p>The bytes before the fault were given out already; a reader may act on them only after the end was reached.
 */
final class DecryptingStream extends InputStream {

    private final InputStream decrypted;
    private final Ticket ticket;
    private final MessageDigest sha256 = EncryptedDraft.sha256();
    private long seen;
    private boolean ended;
    private @Nullable PayloadNotReadableException fault;

    DecryptingStream(InputStream decrypted, Ticket ticket) {
        this.decrypted = decrypted;
        this.ticket = ticket;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (fault != null) {
            throw new PayloadNotReadableException(ticket.payloadId(), fault);
        }
        try {
            int read = decrypted.read(bytes, offset, length);
            if (read < 0) {
                requireWhatTheTicketSays();
            } else {
                sha256.update(bytes, offset, read);
                seen += read;
            }
            return read;
        } catch (IOException | IllegalStateException e) {
            fault = new PayloadNotReadableException(ticket.payloadId(), e);
            throw fault;
        }
    }

    /** Id and key may be those of another payload: only the hash tells that these are the bytes that were meant. */
    private void requireWhatTheTicketSays() throws IOException {
        if (seen != ticket.size()) {
            throw new IOException("the payload has " + seen + " bytes, its ticket says " + ticket.size());
        }
        if (!ended && !HexFormat.of().formatHex(sha256.digest()).equals(ticket.sha256())) {
            throw new IOException("the payload has another hash than its ticket says");
        }
        ended = true;
    }

    @Override
    public void close() throws IOException {
        decrypted.close();
    }
}
