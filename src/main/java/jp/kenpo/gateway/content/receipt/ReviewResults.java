package jp.kenpo.gateway.content.receipt;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads what became of a request for re-examination: {@code MK} by its result (審査結果), and {@code HR} where a receipt
 * was returned (R36, R37). Counts both; those of an earlier round (データ識別 14) are checked and not counted.
 *
 * <p>Source: レセ電コード情報ファイル, codes of 審査結果, 申し出機関 and 返戻区分 as two public readers have them.
 */
final class ReviewResults {

    /** データ識別 4: result of a re-examination; 14 the same of an earlier round. */
    private static final int RESULT = 4;

    private static final int EARLIER_RESULT = 14;
    private static final Set<Integer> UPHELD = Set.of(102, 107);
    private static final Set<Integer> REQUESTERS = Set.of(101, 102, 103, 104, 105, 108, 109);

    private final Findings findings;
    private final Map<String, Long> byCode = new TreeMap<>();
    private long results;
    private long returned;

    ReviewResults(Findings findings) {
        this.findings = findings;
    }

    void result(Line line, RecordItems items, Receipt receipt) {
        if (receipt.origin != RESULT && receipt.origin != EARLIER_RESULT) {
            findings.add(Rule.REVIEW_RESULT, line.number, Item.DATA_ORIGIN.label());
        }
        check(line, items, Places.MK_REQUESTER, REQUESTERS.contains(line.number(Places.MK_REQUESTER)));
        int code = line.number(Places.MK_RESULT);
        check(line, items, Places.MK_RESULT, isResult(code));
        check(line, items, Places.MK_UPHELD, !UPHELD.contains(code) || isUpheldReason(line));
        if (receipt.origin == RESULT) {
            results++;
            if (isResult(code)) {
                byCode.merge("result" + code, 1L, Long::sum);
            }
        }
    }

    private static boolean isResult(int code) {
        return (code >= 101 && code <= 116) || code == 180 || code == 199;
    }

    private static boolean isUpheldReason(Line line) {
        int reason = line.number(Places.MK_UPHELD);
        return (reason >= 100001 && reason <= 100003) || (reason >= 100010 && reason <= 100098);
    }

    private void check(Line line, RecordItems items, int place, boolean right) {
        if (!right) {
            findings.add(Rule.REVIEW_RESULT, line.number, items.label(place));
        }
    }

    void returned(Line line, RecordItems items, Receipt receipt) {
        int returnClass = line.number(Places.HR_CLASS);
        if (returnClass < 1) {
            findings.add(Rule.RETURN_REASON, line.number, items.label(Places.HR_CLASS));
        }
        if (line.has(Places.HR_REASON) && !line.text(Places.HR_REASON).matches("S1[0-9]{3}")) {
            findings.add(Rule.RETURN_REASON, line.number, items.label(Places.HR_REASON));
        }
        returned += receipt.origin == EARLIER_RESULT ? 0 : 1;
    }

    /** Returns results, results by code and returns; nothing where a file has none. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>(byCode);
        if (results > 0) {
            counts.put("results", results);
        }
        if (returned > 0) {
            counts.put("returned", returned);
        }
        return counts;
    }
}
