package jp.kenpo.gateway.content.checkup;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One item of the item table (項目表): how its value is written, and in which checkups it must be there.
 *
 * @param code 17 digits (JLAC10)
 * @param name Japanese name
 * @param additional whether it may stand among the optional items (section 01990) only
 * @param specific need in a specific checkup (特定健診)
 * @param employer need in an employer checkup (事業者健診)
 * @param group letter that it shares with the items that may stand for it; empty if there are none
 * @param unit UCUM; empty if it has none
 * @param codeList OID of its code list; empty if it has none
 * @param codes codes of that list; empty if the list is not known code by code
 * @param low least value that is sent as it is, null if there is no limit
 * @param high greatest value that is sent as it is
 * @param method code of the method (.1007); empty if it has none
 * @param dependsOn code of the flag that asks for this text; empty if there is none
 * @param author code of the item whose text stands as the author of this one; empty if there is none
 */
record Item(
        String code,
        String name,
        boolean additional,
        Need specific,
        Need employer,
        String group,
        ItemFormat format,
        String unit,
        String codeList,
        Set<String> codes,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        String method,
        String dependsOn,
        String author) {

    /** How much an item is needed. */
    enum Need {
        /** Must be there, or one of its group. */
        MUST,
        /** Detailed item (詳細項目): when the doctor decides so. */
        DETAILED,
        /** Sent if there is one. */
        PRESENT,
        /** Not part of that checkup. */
        NONE
    }

    Item {
        codes = Set.copyOf(codes);
    }

    /** Returns whether a number has the unit of the item; without a unit it has none, or the unit 1. */
    boolean hasUnit(@Nullable String written) {
        return unit.isEmpty() ? written == null || written.isEmpty() || written.equals("1") : unit.equals(written);
    }

    /** Returns how findings name the item: name and code, since variants by method share the name. */
    String label() {
        return name + " " + code;
    }
}
