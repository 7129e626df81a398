package jp.kenpo.gateway.sandbox.mistake;

/**
 * A finding that a mistake must lead to.
 *
 * @param rule id of the rule, for example {@code R02}
 * @param place where the finding must point
 */
public record Expected(String rule, Place place) {}
