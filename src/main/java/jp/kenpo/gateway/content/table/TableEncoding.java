package jp.kenpo.gateway.content.table;

import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Encodings that a table may have, as a layout names them. */
public enum TableEncoding {
    /** Shift_JIS as Windows and Excel write it. */
    WINDOWS_31J("windows-31j", Charset.forName("windows-31j")),
    /** With or without a byte order mark. */
    UTF_8("utf-8", StandardCharsets.UTF_8),
    /** With a byte order mark, as spreadsheets need it. */
    UTF_8_BOM("utf-8-bom", StandardCharsets.UTF_8),
    /** Found out for each file: a byte order mark or strict UTF-8, else windows-31j. What was found is said. */
    DETECT("detect", StandardCharsets.UTF_8);

    private final String label;
    private final Charset charset;

    TableEncoding(String label, Charset charset) {
        this.label = label;
        this.charset = charset;
    }

    /** Returns the name as it stands in a layout. */
    public String label() {
        return label;
    }

    /** Returns the character set of a file in this encoding. */
    public Charset charset() {
        return charset;
    }

    boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    /** Returns a decoder that refuses what the encoding does not know. */
    CharsetDecoder decoder() {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
