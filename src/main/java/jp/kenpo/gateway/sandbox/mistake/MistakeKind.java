package jp.kenpo.gateway.sandbox.mistake;

/** One way in which a file can be wrong; each generator lists its own. */
public interface MistakeKind {

    /** Name in the manifest, the same in every release: lower case and hyphens, {@code receipt-total-changed}. */
    String id();

    /** What is wrong, in a clerk's words. */
    String japanese();

    /** What is wrong, in English. */
    String english();
}
