package jp.kenpo.gateway.content.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Short texts that mean something to one of the readers, put where they do not belong. */
final class Tokens {

    private static final List<byte[]> ALL = Stream.concat(
                    Stream.of(
                                    ",",
                                    "\"",
                                    "\"\"",
                                    "\r",
                                    "\n",
                                    "\r\n",
                                    "\u001a",
                                    "\0",
                                    "\t",
                                    "\uFEFF",
                                    "=1+1",
                                    "@x",
                                    "1,1,0,MN,",
                                    "1,1,0,RE,",
                                    "GO,1,1,99\r\n",
                                    "HO,06990014,",
                                    "[kanri]\r\n",
                                    "[data]\r\n",
                                    "99999999999999999999",
                                    "-1",
                                    "0.0000000001",
                                    "1e999999999",
                                    "20260230",
                                    "4999999",
                                    "123456789018",
                                    "１２３４５６７８９０１８",
                                    "𠮷野",
                                    "\u202E",
                                    "ﾃｽﾄ",
                                    "①",
                                    "{",
                                    "}",
                                    "[[[[[[[[[[[[",
                                    "null",
                                    "\\u0000",
                                    "{\"a\":",
                                    "<",
                                    "</",
                                    "]]>",
                                    "<![CDATA[",
                                    "<!--",
                                    "&a;",
                                    "&#x0;",
                                    "xmlns:x=''",
                                    "<!DOCTYPE a [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
                                    "<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>",
                                    "PK\u0003\u0004",
                                    "PK\u0001\u0002",
                                    "PK\u0005\u0006",
                                    "../../a",
                                    "<f>A1+1</f>")
                            .map(text -> text.getBytes(StandardCharsets.UTF_8)),
                    Stream.of("漢字", "ー－−", "～", "ソ表").map(text -> text.getBytes(Charset.forName("windows-31j"))))
            .toList();

    /** Bytes that begin a character and leave it open. */
    private static final byte[][] HALVES = {{(byte) 0x81}, {(byte) 0xE3}, {(byte) 0xF0, (byte) 0x9F}, {(byte) 0xFC}};

    private Tokens() {}

    static byte[] any(Random chance) {
        int which = chance.nextInt(ALL.size() + HALVES.length);
        return which < ALL.size() ? ALL.get(which) : HALVES[which - ALL.size()];
    }
}
