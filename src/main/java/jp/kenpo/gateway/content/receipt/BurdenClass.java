package jp.kenpo.gateway.content.receipt;

/**
 * 負担区分: which payers bear a line. Source: 記録条件仕様（医科用）, 別表 負担区分コード.
 */
final class BurdenClass {

    /** Code, then the payers: I the insurer, 1 to 4 the public payers. */
    private static final String CODES = "1I 51 62 B3 C4 2I1 3I2 EI3 GI4 712 H13 I14 J23 K24 L34 "
            + "4I12 MI13 NI14 OI23 PI24 QI34 R123 S124 T134 U234 VI123 WI124 XI134 YI234 Z1234 9I1234";

    private static final byte[] PAYERS = payersByCode();

    private BurdenClass() {}

    /** Returns the payers as bits: insurer 1, public payers 2, 4, 8, 16; 0 if the character is no code. */
    static int payers(char code) {
        return code < PAYERS.length ? PAYERS[code] : 0;
    }

    private static byte[] payersByCode() {
        var payers = new byte[128];
        for (String entry : CODES.split(" ", -1)) {
            for (char payer : entry.substring(1).toCharArray()) {
                payers[entry.charAt(0)] |= (byte) (payer == 'I' ? 1 : 1 << (payer - '0'));
            }
        }
        return payers;
    }
}
