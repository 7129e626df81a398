package jp.kenpo.gateway.content.employer;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The encodings in which employers send text. Nobody declares it, so it is found out and said. */
enum TextEncoding {
    /** Shift_JIS as Windows and Excel write it. */
    WINDOWS_31J("windows-31j", Charset.forName("windows-31j")),
    UTF_8("UTF-8", StandardCharsets.UTF_8);

    private final String label;
    private final Charset charset;

    TextEncoding(String label, Charset charset) {
        this.label = label;
        this.charset = charset;
    }

    String label() {
        return label;
    }

    Charset charset() {
        return charset;
    }

    /** Returns UTF-8 for a beginning that is UTF-8, the signs beyond ASCII included; else windows-31j. */
    static TextEncoding of(byte[] beginning) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        // not the end of the input: a sign that the beginning cuts is no error
        var result = decoder.decode(ByteBuffer.wrap(beginning), CharBuffer.allocate(beginning.length + 1), false);
        return result.isError() ? WINDOWS_31J : UTF_8;
    }
}
