package jp.kenpo.gateway.content.reexamination;

/**
 * Where the request lines of a receipt stand relative to its control records (RC), in a layout in kebab-case.
 *
 * <p>Inferred: no public source says it. To be confirmed with the payer fund before the first real request.
 */
public enum RequestPlace {
    BEFORE_RC,
    AFTER_RC
}
