package jp.kenpo.gateway.content.receipt;

/** Claim files of providers for people who do not exist, one of each kind; the other dialect of {@link MadeUpReceipts}. */
final class MadeUpClaims {

    private static final String DAY_1 = ",1" + ",".repeat(30);

    /** 3 items: two of the insurer and one of a public payer; 620 + 288 points. */
    static final String MEDICAL = "IR,1,13,1,9999913,,架空病院,202605,00,03-0000-0000\r\n"
            + "RE,1,1112,202604,架空　花子,2,19880229,,,,,,,\r\n"
            + "HO,06990014,健保７７,8100001,2,620\r\n"
            + "SN,1,01,,,,01,,\r\n"
            + "SY,8830592,20260401,1,,,01,\r\n"
            + "SI,11,1,113006910,,288,1,,,,,," + DAY_1 + "\r\n"
            + "IY,21,1,620009461,3,332,1,,,,,," + DAY_1 + "\r\n"
            + "CO,21,1,840000006,０２\r\n"
            + "RE,2,1122,202604,架空　次郎,1,19900101\r\n"
            + "HO,06990014,健保７７,8100002,1,288\r\n"
            + "KO,51136018,1234566,,1,288,,,,,,\r\n"
            + "SY,4660009,20250110,1\r\n"
            + "SI,11,2,113006910,,288,1,,,,,," + DAY_1 + "\r\n"
            + "GO,3,908,99\r\n\u001a";

    private MadeUpClaims() {}

    static byte[] bytes(String claim) {
        return claim.getBytes(MadeUpReceipts.ENCODING);
    }
}
