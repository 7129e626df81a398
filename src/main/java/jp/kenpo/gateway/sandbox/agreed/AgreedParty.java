package jp.kenpo.gateway.sandbox.agreed;

/**
 * Somebody who logs in: a counterparty, or one of the many parties of a counterparty.
 *
 * @param id id and user name
 * @param counterparty id of the counterparty; the same for one that is a single party
 * @param code what its files name it by; empty if there is no list
 */
public record AgreedParty(String id, String counterparty, String code) {

    /** Returns whether it is one of many. */
    public boolean oneOfMany() {
        return !id.equals(counterparty);
    }
}
