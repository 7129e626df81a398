package jp.kenpo.gateway.content.checkup;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a tag stands in the bytes of an XML document, and its attributes. Only of documents that a parser has accepted,
 * or will have to: nothing is checked here.
 *
 * @param from of its first byte
 * @param to behind its last byte
 * @param name with its prefix; empty for an instruction
 */
record XmlTag(int from, int to, Kind kind, String name, List<Place> attributes) {

    /** More than any checkup has; a document with more is not followed. */
    static final int MOST_TAGS = 10_000;

    /** Bytes of a name; longer ones stand in no schema. */
    static final int LONGEST_NAME = 64;

    enum Kind {
        BEGIN,
        END,
        EMPTY,
        INSTRUCTION
    }

    /**
     * Where the value of an attribute stands.
     *
     * @param name with its prefix
     */
    record Place(String name, int from, int to) {}

    XmlTag {
        attributes = List.copyOf(attributes);
    }

    boolean begins() {
        return kind == Kind.BEGIN || kind == Kind.EMPTY;
    }

    boolean ends() {
        return kind == Kind.END || kind == Kind.EMPTY;
    }

    /** Returns whether this is the declaration at the begin of a document of XML 1.0; 1.1 counts lines otherwise. */
    boolean isDeclaration(byte[] bytes) {
        String text = text(bytes, from, to);
        return kind == Kind.INSTRUCTION && text.startsWith("<?xml ") && text.contains("1.0");
    }

    /**
     * Returns the tags of a document in their order.
     *
     * @return null if there is anything but elements, text and instructions: comments, CDATA, a DOCTYPE, an end in the
     *     middle, or more or longer names than any checkup has
     */
    static @Nullable List<XmlTag> in(byte[] bytes, int length) {
        List<XmlTag> tags = new ArrayList<>();
        for (int at = next(bytes, 0, length); at < length; at = next(bytes, at, length)) {
            XmlTag tag = tag(bytes, at, length);
            if (tag == null || tags.size() == MOST_TAGS) {
                return null;
            }
            tags.add(tag);
            at = tag.to();
        }
        return tags;
    }

    private static int next(byte[] bytes, int from, int length) {
        int at = from;
        while (at < length && bytes[at] != '<') {
            at++;
        }
        return at;
    }

    private static @Nullable XmlTag tag(byte[] bytes, int from, int length) {
        int second = from + 1 < length ? bytes[from + 1] : '!';
        if (second == '!') {
            return null;
        }
        int begin = second == '/' || second == '?' ? from + 2 : from + 1;
        if (second == '?') {
            int end = instructionEnd(bytes, begin, length);
            return end < 0 ? null : new XmlTag(from, end, Kind.INSTRUCTION, "", List.of());
        }
        int nameEnd = nameEnd(bytes, begin, length);
        List<Place> places = new ArrayList<>();
        int last = nameEnd < 0 ? -1 : attributes(bytes, nameEnd, length, places);
        if (last < 0) {
            return null;
        }
        Kind kind = bytes[last - 1] == '/' ? Kind.EMPTY : Kind.BEGIN;
        return new XmlTag(from, last + 1, second == '/' ? Kind.END : kind, text(bytes, begin, nameEnd), places);
    }

    /** Returns where a name ends; -1 if it is too long. */
    private static int nameEnd(byte[] bytes, int from, int length) {
        int at = from;
        while (at < length && !isSpace(bytes[at]) && bytes[at] != '>' && bytes[at] != '/') {
            if (at++ - from == LONGEST_NAME) {
                return -1;
            }
        }
        return at;
    }

    /** Takes the attributes; returns where the tag ends, -1 if it does not or has too many or too long names. */
    private static int attributes(byte[] bytes, int from, int length, List<Place> places) {
        int before = from;
        int at = from;
        while (at < length && bytes[at] != '>') {
            int quote = bytes[at];
            if (quote == '"' || quote == '\'') {
                String name = attribute(bytes, before, at);
                int end = at + 1;
                while (end < length && bytes[end] != quote) {
                    end++;
                }
                if (name == null || places.size() == XmlEvents.MOST_ATTRIBUTES) {
                    return -1;
                }
                places.add(new Place(name, at + 1, end));
                at = end;
                before = end + 1;
            }
            at++;
        }
        return at < length ? at : -1;
    }

    /**
     * Returns the name that stands before the quote and its equals sign.
     *
     * @param before where the value before it ends
     * @return null if it is too long
     */
    private static @Nullable String attribute(byte[] bytes, int before, int quote) {
        int end = quote;
        while (end > before && (bytes[end - 1] == '=' || isSpace(bytes[end - 1]))) {
            end--;
        }
        int begin = end;
        while (begin > before && !isSpace(bytes[begin - 1])) {
            if (end - begin-- == LONGEST_NAME) {
                return null;
            }
        }
        return text(bytes, begin, end);
    }

    private static int instructionEnd(byte[] bytes, int from, int length) {
        for (int at = from; at + 1 < length; at++) {
            if (bytes[at] == '?' && bytes[at + 1] == '>') {
                return at + 2;
            }
        }
        return -1;
    }

    /** Returns whether a carriage return stands alone: it counts as a line for the parser, and for nobody else here. */
    static boolean isLoneReturn(byte[] bytes, int at, int length) {
        return bytes[at] == '\r' && (at + 1 == length || bytes[at + 1] != '\n');
    }

    static boolean isSpace(byte sign) {
        return sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t';
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
