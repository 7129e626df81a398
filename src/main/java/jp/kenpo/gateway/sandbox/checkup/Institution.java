package jp.kenpo.gateway.sandbox.checkup;

import java.util.List;
import jp.kenpo.gateway.sandbox.society.CheckDigit;

/**
 * An institution (健診機関) that does not exist.
 *
 * @param number ten digits with a valid check digit, in a prefecture that does not exist (99)
 */
record Institution(String number, String name) {

    static final List<Institution> ALL = List.of(
            new Institution(CheckDigit.appendedTo("992000001"), "架空健診センター"),
            new Institution(CheckDigit.appendedTo("992000002"), "見本総合健診クリニック"),
            new Institution(CheckDigit.appendedTo("991000003"), "模擬記念病院"));
}
