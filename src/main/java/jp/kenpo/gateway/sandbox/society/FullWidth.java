package jp.kenpo.gateway.sandbox.society;

/** Full-width (全角) digits, which names of places and insured numbers are written in. */
public final class FullWidth {

    private FullWidth() {}

    public static String digits(int number) {
        StringBuilder text = new StringBuilder(8);
        for (char digit : Integer.toString(number).toCharArray()) {
            text.append((char) ('０' + digit - '0'));
        }
        return text.toString();
    }
}
