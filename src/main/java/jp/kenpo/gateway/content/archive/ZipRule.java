package jp.kenpo.gateway.content.archive;

import jp.kenpo.gateway.content.Severity;

/**
 * What a zip archive must keep to, whatever it holds, to be read at all. The texts stand in
 * {@code messages/archive.properties} under the same ids, which are those of the checkup archives that knew them first.
 */
public enum ZipRule {
    /** Ours. */
    NO_ZIP("V01a"),
    /** Ours. */
    BROKEN("V01b"),
    /** Ours. */
    LINK("V01e"),
    /** Ours. */
    ENTRY_TOO_LARGE("V01g"),
    /** Ours. */
    TOTAL_TOO_LARGE("V01h"),
    /** Ours. */
    RATIO("V01i"),
    /** Ours; what a zip counts without zip64. */
    TOO_MANY_ENTRIES("V01j"),
    /** Ours. */
    ENTRY_TWICE("V01k"),
    /** Source: archive specification Ver. 4 knows no password. */
    ENCRYPTED("V01l"),
    /** Ours. */
    BYTES_AFTER("V01m"),
    /** Ours. */
    OTHER_DIRECTORY("V01n"),
    /** Ours. */
    UNKNOWN_METHOD("V01o");

    private final String id;

    ZipRule(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** Returns that nothing behind it is believed. */
    public Severity severity() {
        return Severity.ERROR;
    }
}
