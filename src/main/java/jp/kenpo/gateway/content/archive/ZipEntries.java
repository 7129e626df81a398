package jp.kenpo.gateway.content.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The entries of a zip archive, one after another from a stream, in memory of one entry and unpacked nowhere else.
 *
 * <p>Read here and not with {@link java.util.zip.ZipInputStream}, which sees no links, no central directory, no bytes
 * after it and no ratio, and tells an encrypted entry from a broken one by a text only. Strict where tools differ:
 * what one tool reads in another way than the next is how a file comes in unseen. Refused are zip64, splitting,
 * encryption, methods other than stored and deflated. The limits are ours.
 */
public final class ZipEntries implements AutoCloseable {

    /** What the format can count without zip64. */
    static final int MOST_ENTRIES = 65_534;
    /** Below this size a high ratio does no harm. */
    private static final int RATIO_FROM = 256 * 1024;

    static final int LOCAL = 0x04034b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int ENCRYPTED_FLAGS = 0x2041;
    private static final int DESCRIPTOR_FLAG = 0x0008;
    private static final int ENCRYPTED_METHOD = 99;
    private static final int DEFLATED = 8;
    private static final long ZIP64 = 0xffff_ffffL;

    private final ZipLimits limits;
    private final ZipBytes bytes;
    private final ZipDirectory directory = new ZipDirectory();
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private byte[] content = new byte[64 * 1024];
    private int length;
    private long total;
    private int ordinal;
    private String name = "";

    public ZipEntries(InputStream in, ZipLimits limits) {
        this.limits = limits;
        this.bytes = new ZipBytes(in);
    }

    /**
     * Moves to the next entry and unpacks it. At the end the central directory is compared with what was read.
     *
     * @throws ArchiveRefusedException if the archive can't be trusted from here on
     * @throws IOException only if the stream can't be read
     */
    public boolean next() throws IOException, ArchiveRefusedException {
        try {
            long signature = bytes.ended() ? 0 : bytes.u32();
            if (signature == LOCAL) {
                ordinal++;
                entry();
                return true;
            }
            if (ordinal == 0 && signature != ZipDirectory.END) {
                throw refused(ZipRule.NO_ZIP);
            }
            directory.compare(bytes, signature);
            return false;
        } catch (EOFException cutOff) {
            throw refused(ZipRule.BROKEN);
        }
    }

    private void entry() throws IOException, ArchiveRefusedException {
        long offset = bytes.offset() - 4;
        bytes.u16();
        int flags = bytes.u16();
        int method = bytes.u16();
        bytes.u32();
        long expectedCrc = bytes.u32();
        long packed = bytes.u32();
        long size = bytes.u32();
        name = new String(nameAndExtra(), StandardCharsets.ISO_8859_1);
        boolean described = (flags & DESCRIPTOR_FLAG) != 0;
        permitted(flags, method, described, packed, size);
        long begin = bytes.offset();
        unpack(method, size);
        long taken = bytes.offset() - begin;
        if (described) {
            long first = bytes.u32();
            expectedCrc = first == DESCRIPTOR ? bytes.u32() : first;
            packed = bytes.u32();
            size = bytes.u32();
        }
        if (packed != taken || size != length || expectedCrc != crc.getValue()) {
            throw refused(ZipRule.BROKEN);
        }
        if (!directory.add(name, offset, expectedCrc, packed, size)) {
            throw refused(ZipRule.ENTRY_TWICE);
        }
    }

    private byte[] nameAndExtra() throws IOException {
        int nameLength = bytes.u16();
        int extraLength = bytes.u16();
        byte[] found = bytes.bytes(nameLength);
        bytes.skip(extraLength);
        return found;
    }

    private void permitted(int flags, int method, boolean described, long packed, long size)
            throws ArchiveRefusedException {
        if (ordinal > MOST_ENTRIES) {
            throw new ArchiveRefusedException(ZipRule.TOO_MANY_ENTRIES.id(), 0, MOST_ENTRIES);
        }
        if ((flags & ENCRYPTED_FLAGS) != 0 || method == ENCRYPTED_METHOD) {
            throw refused(ZipRule.ENCRYPTED);
        }
        boolean stored = method == 0;
        if ((!stored && method != DEFLATED) || (stored && described) || packed == ZIP64 || size == ZIP64) {
            throw refused(ZipRule.UNKNOWN_METHOD);
        }
    }

    private void unpack(int method, long size) throws IOException, ArchiveRefusedException {
        long begin = bytes.offset();
        length = 0;
        crc.reset();
        inflater.reset();
        try {
            while (method == 0 ? length < size : !inflater.finished()) {
                grow();
                int made = method == 0
                        ? bytes.read(content, length, (int) Math.min(size - length, content.length - length))
                        : bytes.inflate(inflater, content, length, content.length - length);
                if (inflater.needsDictionary()) {
                    throw refused(ZipRule.BROKEN);
                }
                length += made;
                withinLimits(bytes.offset() - begin);
            }
        } catch (DataFormatException damaged) {
            throw refused(ZipRule.BROKEN);
        }
        total += length;
        crc.update(content, 0, length);
    }

    private void withinLimits(long taken) throws ArchiveRefusedException {
        if (length > RATIO_FROM && length > (long) limits.ratio() * Math.max(1, taken)) {
            throw refused(ZipRule.RATIO, limits.ratio());
        }
        if (length > limits.entry()) {
            throw refused(ZipRule.ENTRY_TOO_LARGE, limits.entry());
        }
        if (total + length > limits.total()) {
            throw new ArchiveRefusedException(ZipRule.TOTAL_TOO_LARGE.id(), 0, limits.total());
        }
    }

    private void grow() {
        if (length == content.length) {
            content = Arrays.copyOf(content, Math.min(2 * length, limits.entry() + 1));
        }
    }

    private ArchiveRefusedException refused(ZipRule rule, Object... arguments) {
        return new ArchiveRefusedException(rule.id(), ordinal, arguments);
    }

    /** Returns the ordinal of the entry in the archive, from 1. */
    public int ordinal() {
        return ordinal;
    }

    /** Returns the name as it stands there: one sign a byte, and nothing about it is checked. */
    public String name() {
        return name;
    }

    /** Returns a buffer whose first {@link #length()} bytes are the content; the next entry overwrites it. */
    public byte[] content() {
        return content;
    }

    public int length() {
        return length;
    }

    /** Reads the rest of the stream without looking at it. */
    public void drain() throws IOException {
        bytes.drain();
    }

    @Override
    public void close() {
        inflater.end();
    }
}
