package jp.kenpo.gateway.sandbox.receipt;

import java.nio.charset.StandardCharsets;
import jp.kenpo.gateway.sandbox.mistake.MistakeKind;
import org.jspecify.annotations.Nullable;

/** A mistake at the end of a receipt file, which belongs to no receipt. */
enum FileMistake implements MistakeKind {
    END_MARK_MISSING("receipt-file-unended", "終端記号（EOF）がない", "the end mark is missing", "F02", "ファイル終端 (endMark)", ""),
    BEHIND_END_MARK(
            "receipt-file-goes-on",
            "終端記号（EOF）の後にデータがある",
            "there are bytes behind the end mark",
            "F12",
            null,
            "\u001a\r\n");

    private final String id;
    private final String japanese;
    private final String english;
    private final String rule;
    private final @Nullable String item;
    private final String end;

    FileMistake(String id, String japanese, String english, String rule, @Nullable String item, String end) {
        this.id = id;
        this.japanese = japanese;
        this.english = english;
        this.rule = rule;
        this.item = item;
        this.end = end;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String japanese() {
        return japanese;
    }

    @Override
    public String english() {
        return english;
    }

    /** The rule that finds it, at the last line. */
    String rule() {
        return rule;
    }

    @Nullable
    String item() {
        return item;
    }

    /** What stands at the end of the file instead of the end mark. */
    byte[] end() {
        return end.getBytes(StandardCharsets.US_ASCII);
    }
}
