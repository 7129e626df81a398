package jp.kenpo.gateway.purpose;

/** Whether the My Number (個人番号) may move for a purpose. Source: 番号法 第19条・第20条. */
public enum MyNumberPermission {
    NO,
    /** Only under an agreement that delegates My Number work. */
    CONDITIONAL,
    YES
}
