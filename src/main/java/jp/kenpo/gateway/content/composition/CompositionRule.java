package jp.kenpo.gateway.content.composition;

import java.util.Arrays;
import java.util.List;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Severity;
import org.jspecify.annotations.Nullable;

/** What must hold where a table is composed; ours. The texts stand in {@code messages/composition.properties}. */
public enum CompositionRule {
    /** A part of the batch is not held, or was not accepted. */
    PART_NOT_HELD("L01"),
    /** The source breaks its layout, which may have changed since it was accepted, or can't be composed of. */
    SOURCE_WRONG("L02"),
    /** A row names no member, so that no key of a study can stand for it. */
    MEMBER_NOT_NAMED("L03"),
    /** The encoding of the table lacks a character of the source. */
    NOT_WRITABLE("L04");

    private final String id;

    CompositionRule(String id) {
        this.id = id;
    }

    /** Returns what a wrong source means: nothing is composed of it. */
    public Severity severity() {
        return Severity.ERROR;
    }

    /**
     * @param record what findings call the row; null for the whole
     * @param arguments figures only
     */
    public Finding finding(long line, @Nullable String record, @Nullable String field, Object... arguments) {
        List<String> texts = Arrays.stream(arguments).map(String::valueOf).toList();
        return new Finding(severity(), id, line, record, field, texts);
    }
}
