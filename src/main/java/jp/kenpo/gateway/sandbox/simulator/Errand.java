package jp.kenpo.gateway.sandbox.simulator;

import jp.kenpo.gateway.sandbox.contents.Commission;

/**
 * Something that a party has to hand in today.
 *
 * @param key what the diary calls it
 */
record Errand(String key, Commission commission) {}
