package jp.kenpo.gateway.content;

import java.util.List;

/**
 * Where a reading saw what may be My Numbers (個人番号), as findings without a digit of them. Whether they are refused,
 * masked or permitted is agreed for each interchange, so they are told apart from other findings.
 *
 * @param findings the first of them where no column is declared for them
 * @param misdeclared one for each column that is declared as another number and holds My Numbers: no mask helps there
 * @param declared one for each column that the layout declares as My Number and that is filled in
 * @param count how many numbers there may be
 */
public record MyNumberSightings(List<Finding> findings, List<Finding> misdeclared, List<Finding> declared, long count) {

    /** A reading that saw none. */
    public static final MyNumberSightings NONE = new MyNumberSightings(List.of(), List.of(), List.of(), 0);

    public MyNumberSightings {
        findings = List.copyOf(findings);
        misdeclared = List.copyOf(misdeclared);
        declared = List.copyOf(declared);
    }
}
