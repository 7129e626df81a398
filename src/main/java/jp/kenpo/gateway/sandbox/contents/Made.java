package jp.kenpo.gateway.sandbox.contents;

/**
 * A file or message that was made.
 *
 * @param name name that the kind of content prescribes; empty if the interchange's pattern decides alone
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record Made(String name, byte[] bytes) {

    static Made unnamed(byte[] bytes) {
        return new Made("", bytes);
    }

    @Override
    public String toString() {
        return "Made[" + name + ", " + bytes.length + " bytes]";
    }
}
