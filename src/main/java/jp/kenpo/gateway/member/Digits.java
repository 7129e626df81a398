package jp.kenpo.gateway.member;

/** The one sum that the check digits of insurers and institutions share: weights 2 and 1, digits of products added. */
final class Digits {

    private Digits() {}

    /** Returns the digits of {@code digit * weight}, added. */
    static int weighted(int digit, int weight) {
        int product = digit * weight;
        return product > 9 ? product - 9 : product;
    }
}
