package jp.kenpo.gateway.content.receipt;

/**
 * The two forms of receipt files. Source: レセ電コード情報ファイル記録条件仕様 for the payer side, 記録条件仕様 for the provider
 * side.
 */
enum Dialect {
    /** From the payment fund to an insurer: each line has データ識別, 行番号 and 枝番号 in front, all items are written. */
    PAYER(3),
    /** From a provider to the payment fund: no prefix, and items that are empty at the end of a line may be missing. */
    PROVIDER(0);

    private final int prefixItems;

    Dialect(int prefixItems) {
        this.prefixItems = prefixItems;
    }

    int prefixItems() {
        return prefixItems;
    }
}
