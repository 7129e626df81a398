package jp.kenpo.gateway.content.bundle;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A type that a document may have, known by its first bytes and by the ending of its name. */
public enum DocumentType {
    /** Source: ISO 32000, 7.5.2. */
    PDF(List.of("pdf"), bytes('%', 'P', 'D', 'F', '-')),
    /** Source: TIFF 6.0, section 2: little-endian and big-endian. */
    TIFF(List.of("tif", "tiff"), bytes('I', 'I', 42, 0), bytes('M', 'M', 0, 42)),
    /** Source: ITU-T T.81, annex B. */
    JPEG(List.of("jpg", "jpeg"), bytes(0xff, 0xd8, 0xff)),
    /** Source: ISO/IEC 15948, 5.2. */
    PNG(List.of("png"), bytes(0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a));

    private final List<String> endings;
    private final List<byte[]> beginnings;

    DocumentType(List<String> endings, byte[]... beginnings) {
        this.endings = endings;
        this.beginnings = List.of(beginnings);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** Returns the type of a document; empty if it is none of these. */
    static Optional<DocumentType> of(byte[] content, int length, Set<DocumentType> among) {
        return among.stream()
                .filter(type -> type.beginnings.stream()
                        .anyMatch(begin -> length >= begin.length
                                && Arrays.equals(content, 0, begin.length, begin, 0, begin.length)))
                .findFirst();
    }

    /** Returns whether a name ends as documents of this type do. */
    boolean isEndingOf(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(ending -> lower.endsWith("." + ending));
    }

    /** Returns the name as it stands in a layout. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
