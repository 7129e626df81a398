package jp.kenpo.gateway.content.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What was read of each entry, to be compared with the central directory at the end of the archive: tools that read
 * that alone must not see other files than the gateway did.
 */
final class ZipDirectory {

    static final long END = 0x06054b50L;
    private static final long HEADER = 0x02014b50L;
    private static final int KIND_OF_FILE = 0170000;
    private static final int ORDINARY = 0100000;
    private static final int FOLDER = 0040000;

    private record Seen(String name, int ordinal, long offset, long crc, long packed, long size) {}

    private final Map<String, Seen> seen = new HashMap<>();

    /** Remembers an entry. Returns false if there is one of that name; upper and lower case are the same name. */
    boolean add(String name, long offset, long crc, long packed, long size) {
        var entry = new Seen(name, seen.size() + 1, offset, crc, packed, size);
        return seen.putIfAbsent(key(name), entry) == null;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** @param first the signature that stands after the last entry, which is taken already */
    void compare(ZipBytes bytes, long first) throws IOException, ArchiveRefusedException {
        long begin = bytes.offset() - 4;
        long signature = first;
        int headers = 0;
        while (signature == HEADER) {
            headers++;
            header(bytes);
            signature = bytes.u32();
        }
        if (signature != END) {
            throw new ArchiveRefusedException(ZipRule.BROKEN.id(), 0);
        }
        long size = bytes.offset() - 4 - begin;
        if (headers != seen.size() || !end(bytes, headers, begin, size)) {
            throw new ArchiveRefusedException(ZipRule.OTHER_DIRECTORY.id(), 0);
        }
        if (!bytes.ended()) {
            throw new ArchiveRefusedException(ZipRule.BYTES_AFTER.id(), 0);
        }
    }

    private void header(ZipBytes bytes) throws IOException, ArchiveRefusedException {
        bytes.skip(4 + 2 + 2 + 4);
        long crc = bytes.u32();
        long packed = bytes.u32();
        long size = bytes.u32();
        int nameLength = bytes.u16();
        int rest = bytes.u16() + bytes.u16();
        bytes.skip(2 + 2);
        int kind = (int) (bytes.u32() >>> 16) & KIND_OF_FILE;
        long offset = bytes.u32();
        String name = new String(bytes.bytes(nameLength), StandardCharsets.ISO_8859_1);
        bytes.skip(rest);
        Seen entry = seen.get(key(name));
        if (entry == null || !entry.equals(new Seen(name, entry.ordinal(), offset, crc, packed, size))) {
            throw new ArchiveRefusedException(ZipRule.OTHER_DIRECTORY.id(), 0);
        }
        if (kind != 0 && kind != ORDINARY && kind != FOLDER) {
            throw new ArchiveRefusedException(ZipRule.LINK.id(), entry.ordinal());
        }
    }

    private static boolean end(ZipBytes bytes, int headers, long begin, long size) throws IOException {
        // the number of this part and of the first one: an archive in one part has zeros
        long parts = bytes.u32();
        int headersHere = bytes.u16();
        int headersInAll = bytes.u16();
        long sizeFound = bytes.u32();
        long beginFound = bytes.u32();
        bytes.skip(bytes.u16());
        return parts == 0
                && headersHere == headers
                && headersInAll == headers
                && sizeFound == size
                && beginFound == begin;
    }
}
