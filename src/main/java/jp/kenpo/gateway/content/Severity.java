package jp.kenpo.gateway.content;

/** How much a {@link Finding} matters: an error puts the transfer in quarantine, the others are reported. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE
}
