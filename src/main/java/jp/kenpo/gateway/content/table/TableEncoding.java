package jp.kenpo.gateway.content.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Encodings that a table may have, as a layout names them. */
public enum TableEncoding {
    /** Shift_JIS as Windows and Excel write it. */
    WINDOWS_31J("windows-31j", Charset.forName("windows-31j")),
    /** With or without a byte order mark. */
    UTF_8("utf-8", StandardCharsets.UTF_8);

    private final String label;
    private final Charset charset;

    TableEncoding(String label, Charset charset) {
        this.label = label;
        this.charset = charset;
    }

    /** Returns the name as it stands in a layout. */
    String label() {
        return label;
    }

    Charset charset() {
        return charset;
    }
}
