package jp.kenpo.gateway.purpose;

/** Who says what a transfer legally is. */
public enum LegalSource {
    /** The notice itself says 委託. */
    NOTICE,
    /** Our classification, to be confirmed by the society. */
    PROPOSED
}
