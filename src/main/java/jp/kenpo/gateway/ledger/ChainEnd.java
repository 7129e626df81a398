package jp.kenpo.gateway.ledger;

/**
 * Where the chain ends.
 *
 * @param number number of the last entry; 0 before the first
 * @param mac seal of the last entry; empty before the first
 */
record ChainEnd(long number, String mac) {

    static final ChainEnd NONE = new ChainEnd(0, "");
}
