package jp.kenpo.gateway.sandbox.receipt;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What the days of a fictional DPC stay are paid with: one price a day, times the hospital's coefficient. */
final class BundledStay {

    static final int POINTS_A_DAY = 2_345;

    /** 医療機関別係数, with the four decimals that the real ones have. */
    static final String COEFFICIENT = "1.2345";

    private BundledStay() {}

    static int subtotal(int days) {
        return POINTS_A_DAY * days;
    }

    static int points(int days) {
        return new BigDecimal(COEFFICIENT)
                .multiply(BigDecimal.valueOf(subtotal(days)))
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
