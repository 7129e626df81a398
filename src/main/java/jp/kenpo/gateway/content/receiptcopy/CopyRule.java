package jp.kenpo.gateway.content.receiptcopy;

import jp.kenpo.gateway.content.message.PointedRule;

/** What a request for copies, and the receipts copied, must keep to. Texts: {@code messages/receiptcopy.properties}. */
enum CopyRule implements PointedRule {
    /** A receipt is named twice. Ours. */
    RECEIPT_TWICE("K01"),
    /** The transfer that a receipt is to be taken from is not held, or was not accepted. Ours. */
    TRANSFER_NOT_HELD("K02"),
    /** The transfer has no receipt of that 検索番号. Ours. */
    RECEIPT_NOT_FOUND("K03"),
    /** The transfer has more than one receipt of that 検索番号. Ours. */
    RECEIPT_NOT_UNIQUE("K04"),
    /** A kind of receipt that this copy does not carry. Source: notice 3(17), pharmacy lines only. */
    KIND_NOT_AGREED("K05"),
    /** Receipts of more than one member in a copy that concerns one. Source: notice 3(13), 3(15). */
    SEVERAL_MEMBERS("K06");

    private final String id;

    CopyRule(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
