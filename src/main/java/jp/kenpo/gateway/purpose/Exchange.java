package jp.kenpo.gateway.purpose;

/** Whether systems exchange data for a purpose. */
public enum Exchange {
    YES,
    POSSIBLE,
    NONE
}
