package jp.kenpo.gateway.content.receiptcopy;

/** Kinds of receipts as レセプト種別 tells them by its first digit; in a layout in lower case. */
public enum ReceiptClass {
    /** 医科 and DPC. */
    MEDICAL('1'),
    /** 歯科. */
    DENTAL('3'),
    /** 調剤. */
    PHARMACY('4'),
    /** 訪問看護. */
    NURSING('6');

    private final char digit;

    ReceiptClass(char digit) {
        this.digit = digit;
    }

    /** Returns whether a レセプト種別 of four digits belongs to this kind. */
    boolean has(String receiptType) {
        return receiptType.length() == 4 && receiptType.charAt(0) == digit;
    }
}
