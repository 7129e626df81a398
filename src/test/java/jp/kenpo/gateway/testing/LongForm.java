package jp.kenpo.gateway.testing;

/** Whether tests that have a long form run in it: {@code -Dlong=true}. */
public final class LongForm {

    private LongForm() {}

    /** Returns whether the long form was asked for. */
    public static boolean chosen() {
        return Boolean.getBoolean("long");
    }
}
