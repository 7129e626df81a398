package jp.kenpo.gateway.content.employer;

/** Whether an item must be there. */
public enum Need {
    /** Without it the row can't be used: an error. */
    REQUIRED,
    /** It should be there, and can be asked for later: a warning. */
    EXPECTED,
    OPTIONAL
}
