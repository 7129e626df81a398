package jp.kenpo.gateway.content.receipt;

/**
 * One item (項目) of a record, as the specification lists it.
 *
 * @param name Japanese name
 * @param english English name in lower camel case
 * @param maxBytes most bytes in Shift_JIS
 * @param fixed whether it has exactly that many bytes when it is there
 * @param required whether it must be there
 */
record Item(String name, String english, ItemType type, int maxBytes, boolean fixed, boolean required) {

    /** The record id, for findings about a line's kind. */
    static final Item RECORD_ID = new Item("レコード識別情報", "recordId", ItemType.A, 2, true, true);

    /** The prefix of the payer side. */
    static final Item DATA_ORIGIN = new Item("データ識別", "dataOrigin", ItemType.N, 2, false, true);

    static final Item LINE_NO = new Item("行番号", "lineNo", ItemType.N, 5, false, true);
    static final Item BRANCH_NO = new Item("枝番号", "branchNo", ItemType.N, 3, false, true);

    int minBytes() {
        return fixed || type.isDate() ? maxBytes - type.eraShortens() : 1;
    }

    /** Returns the name that findings use: {@code 保険者番号 (insurerNo)}. */
    String label() {
        return name + " (" + english + ")";
    }
}
