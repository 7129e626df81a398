package jp.kenpo.gateway.content;

import java.util.List;

/**
 * Where a reading saw what may be My Numbers (個人番号), as findings without a digit of them. Whether they are refused,
 * masked or permitted is agreed for each interchange, so they are told apart from other findings.
 *
 * @param findings the first of them
 * @param count all of them
 */
public record MyNumberSightings(List<Finding> findings, long count) {

    /** A reading that saw none. */
    public static final MyNumberSightings NONE = new MyNumberSightings(List.of(), 0);

    public MyNumberSightings {
        findings = List.copyOf(findings);
    }
}
