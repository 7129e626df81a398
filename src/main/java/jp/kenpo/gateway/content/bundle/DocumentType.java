package jp.kenpo.gateway.content.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A type that a document may have, known by its first bytes and by the ending of its name. */
@SuppressWarnings("ImmutableEnumChecker") // the lists never change, and nobody gets their bytes
public enum DocumentType {
    /** Source: ISO 32000, 7.5.2. */
    PDF("pdf", "%PDF-"),
    /** Source: TIFF 6.0, section 2: little-endian and big-endian. */
    TIFF("tiff?", "II\\*\\x00|MM\\x00\\*"),
    /** Source: ITU-T T.81, annex B. */
    JPEG("jpe?g", "\\xff\\xd8\\xff"),
    /** Source: ISO/IEC 15948, 5.2. */
    PNG("png", "\\x89PNG\\r\\n\\x1a\\n");

    private static final int LONGEST_BEGINNING = 8;

    private final Pattern ending;
    private final Pattern beginning;

    DocumentType(String ending, String beginning) {
        this.ending = Pattern.compile(".*\\." + ending, Pattern.CASE_INSENSITIVE);
        this.beginning = Pattern.compile(beginning);
    }

    /** Returns the type of a document among those that are agreed; empty if it is none of them. */
    static Optional<DocumentType> of(byte[] content, int length, Set<DocumentType> among) {
        // a sign stands for a byte
        var begin = new String(content, 0, Math.min(length, LONGEST_BEGINNING), StandardCharsets.ISO_8859_1);
        return among.stream()
                .filter(type -> type.beginning.matcher(begin).lookingAt())
                .findFirst();
    }

    /** Returns whether a name ends as documents of this type do. */
    boolean isEndingOf(String name) {
        return ending.matcher(name).matches();
    }

    /** Returns the name as it stands in a layout. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
