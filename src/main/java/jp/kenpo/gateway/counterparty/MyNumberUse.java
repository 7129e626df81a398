package jp.kenpo.gateway.counterparty;

/**
 * What is agreed for My Numbers (個人番号) on an interchange. Where nothing is said, they are refused.
 *
 * <p>Source: 番号法 第19条・第20条 for when one may be provided and kept; 利用目的の公表, item 7, for masking.
 */
public enum MyNumberUse {
    /** A content in which one may stand goes to quarantine, in either direction. */
    REFUSE,
    /**
     * Outbound: each is masked so that it can't be recovered before the content leaves. Inbound: the content is taken in
     * as it came, encrypted, so that an interchange that masks can send it on; one that refuses still does.
     */
    MASK,
    /** They may move, if the purpose allows it and the agreement delegates it. */
    PERMITTED
}
