package jp.kenpo.gateway.content.checkup;

import org.jspecify.annotations.Nullable;

/**
 * A voucher (受診券, 利用券) as a document names it; null is what it does not say.
 *
 * @param root OID of its number: that of the kind of voucher, and the insurer's number
 * @param until last day (有効期限)
 * @param insurer insurer that gave it out
 * @param line where it begins
 */
record Voucher(
        @Nullable String root,
        @Nullable Text number,
        @Nullable Text until,
        @Nullable Text insurer,
        int line) {

    static Voucher at(int line) {
        return new Voucher(null, null, null, null, line);
    }

    Voucher numbered(@Nullable String oid, @Nullable Text text) {
        return new Voucher(oid, text, until, insurer, line);
    }

    Voucher until(Text day) {
        return new Voucher(root, number, day, insurer, line);
    }

    Voucher by(Text payer) {
        return new Voucher(root, number, until, payer, line);
    }

    @Override
    public String toString() {
        return "Voucher[line " + line + "]";
    }
}
