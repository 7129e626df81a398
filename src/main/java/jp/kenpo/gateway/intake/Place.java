package jp.kenpo.gateway.intake;

import org.jspecify.annotations.Nullable;

/**
 * Where an arrival lay. Hostile data: kept and shown, never used as a path here.
 *
 * @param path path below the interchange's folder, with forward slashes; null for a message
 * @param size bytes, as the source says
 * @param modified milliseconds since 1970, as the source says
 * @param party the party in whose home it lay, or that a message names; null if neither
 * @param answers id of the transfer that a message says it answers; null if it says none
 */
public record Place(
        @Nullable String path,
        long size,
        long modified,
        @Nullable String party,
        @Nullable String answers) {

    /** A message: it lay nowhere, and its transaction keeps it from being taken twice. */
    public static final Place MESSAGE = message(null, null);

    private static final int SHOWN = 400;

    /** A file in a place that is one counterparty's alone. */
    public Place(@Nullable String path, long size, long modified) {
        this(path, size, modified, null, null);
    }

    /** Returns the place of a message that says whom it is for and what it answers. */
    public static Place message(@Nullable String party, @Nullable String answers) {
        return new Place(null, 0, 0, party, answers);
    }

    /** Returns the last part of the path, cut to a length that can be shown; null for a message. */
    public @Nullable String fileName() {
        if (path == null) {
            return null;
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.length() > SHOWN ? name.substring(0, SHOWN) : name;
    }

    /** Returns what tells this arrival from a later one of the same name; null for a message. */
    public @Nullable String source() {
        return path == null ? null : path + "|" + size + "|" + modified;
    }
}
