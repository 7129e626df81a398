package jp.kenpo.gateway.content.checkup;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A document in which instructions stand in the place of the entries that are known; they keep the count of lines. */
final class ShortenedDocument {

    private static final String INSTRUCTION = "<?known";

    private final byte[] whole;
    private final PassageMatch known;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(4_096);
    private byte[] bytes = {};
    private int position;
    private int line = 1;

    /** @param known takes what is left out */
    ShortenedDocument(byte[] whole, PassageMatch known) {
        this.whole = whole;
        this.known = known;
    }

    /**
     * Leaves out an entry; they come in their order.
     *
     * @param firstText which of the free texts found so far is its first
     */
    void leaveOut(KnownEntry entry, int firstText, EntryPlace place) {
        line += Passages.lines(whole, position, place.from());
        known.entry(entry, firstText, line);
        int lines = Passages.lines(whole, place.from(), place.to());
        kept.write(whole, position, place.from() - position);
        kept.writeBytes((INSTRUCTION + "\n".repeat(lines) + "?>").getBytes(StandardCharsets.US_ASCII));
        line += lines;
        position = place.to();
    }

    /** Keeps the rest. */
    void end(int length) {
        kept.write(whole, position, length - position);
        bytes = kept.toByteArray();
    }

    /** Returns whether anything was left out. */
    boolean isShorter() {
        return position > 0;
    }

    /** Returns what is left, as it stands in the file. */
    byte[] bytes() {
        return bytes;
    }

    /** Returns what is to be parsed: without the byte order mark. */
    String text() {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** Puts the observations of an entry that was left out into a document. */
    void observations(int ordinal, DocumentBody body) {
        known.observations(ordinal, ordinal + 1, body);
    }

    @Override
    public String toString() {
        return "ShortenedDocument[masked]";
    }
}
