package jp.kenpo.gateway.content.receipt;

/**
 * The two views of one receipt. The payment fund corrects by adding lines, so both stand in one group of lines.
 *
 * <p>Where the fund's eligibility check changed a claim, データ識別 1 is the claim after the check [inferred]; the lines
 * from before it (5), those of earlier rounds (11 to 16) and those of re-examinations belong to neither view.
 */
public enum ReceiptView {
    /** As the provider claimed: データ識別 1. */
    CLAIMED,
    /** As paid: the claim after the corrections (事由, {@code JY}) of the fund were applied in their order. */
    PAID
}
