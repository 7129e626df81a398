package jp.kenpo.gateway.sandbox.receipt;

import jp.kenpo.gateway.sandbox.society.Chance;

/** Writes what a receipt says about illness and care: its middle, which each kind of receipt has of its own. */
interface CareWriter {

    /**
     * Writes everything between the eligibility and the fund's corrections.
     *
     * @param corrected index of the unit that the fund corrects; -1 for none
     * @return the line that the corrected unit begins with; 0 if none is
     */
    int write(Receipt receipt, Chance chance, int corrected);

    /**
     * Writes a unit as the payer fund corrected it.
     *
     * @return the line that it begins with
     */
    int replacement(Unit unit);
}
