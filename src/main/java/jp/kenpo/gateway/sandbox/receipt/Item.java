package jp.kenpo.gateway.sandbox.receipt;

/**
 * One act, drug or material (診療行為・医薬品・特定器材) of a calculation unit.
 *
 * @param record SI, IY or TO
 * @param code nine digits, of the form that the code masters have
 * @param quantity quantity; empty for an act without one
 * @param unit unit code of a material; else empty
 * @param price unit price of a material; else empty
 */
record Item(String record, String code, String quantity, String unit, String price) {

    static Item act(String code) {
        return new Item("SI", code, "", "", "");
    }

    static Item drug(String code, String quantity) {
        return new Item("IY", code, quantity, "", "");
    }

    static Item material(String code, String quantity, String unit, String price) {
        return new Item("TO", code, quantity, unit, price);
    }
}
