package jp.kenpo.gateway.content.checkup;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** One XML file as text. Decoded here, strictly, so that the parser has no say in the encoding; the buffer is reused. */
final class XmlText {

    private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([^\"']*)[\"']");

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);

    private char[] chars = new char[64 * 1024];
    private int begin;
    private int end;

    /**
     * Takes the text of a file.
     *
     * @return false if it is not UTF-8, or declares another encoding
     */
    boolean take(byte[] bytes, int length) {
        if (chars.length < length) {
            chars = new char[length];
        }
        var out = CharBuffer.wrap(chars);
        decoder.reset();
        boolean decoded =
                !decoder.decode(ByteBuffer.wrap(bytes, 0, length), out, true).isError()
                        && !decoder.flush(out).isError();
        end = decoded ? out.position() : 0;
        begin = end > 0 && chars[0] == '\ufeff' ? 1 : 0;
        return decoded && declaresUtf8();
    }

    private boolean declaresUtf8() {
        String head = head();
        int declared = head.startsWith("<?xml") ? head.indexOf("?>") : -1;
        var encoding = ENCODING.matcher(head.substring(0, Math.max(0, declared)));
        return !encoding.find() || encoding.group(1).equalsIgnoreCase("UTF-8");
    }

    /** Returns the first signs, as far as namespaces are declared there. */
    String head() {
        return new String(chars, begin, Math.min(2_000, end - begin));
    }

    /** Returns the text after the byte order mark, if there is one. */
    String text() {
        return new String(chars, begin, end - begin);
    }
}
