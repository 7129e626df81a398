package jp.kenpo.gateway.content.reexamination;

import java.util.Optional;

/**
 * Class of a reason (原票種別). All requests of one receipt belong to the same.
 *
 * <p>Source: tables 理由番号 and 原票種別 of the request file's specification. Inferred: 100049 and 100069 stand with
 * the content reasons by their numbers, and 100070 (a receipt that is only referred to) stands alone.
 */
enum ReasonClass {
    /** 資格関係. */
    ELIGIBILITY,
    /** 診療内容・事務. */
    CONTENT,
    /** 参照されるレセプト. */
    REFERENCE,
    /** 突合再審査. */
    CROSS_CHECK;

    /** Returns the class of a reason (理由番号); empty if there is no such reason for a society. */
    static Optional<ReasonClass> of(String reason) {
        return switch (reason) {
            case "100011", "100012", "100013", "100014", "100016", "100017", "100018" -> Optional.of(ELIGIBILITY);
            case "100019", "100020", "100022", "100023", "100024", "100025", "100026" -> Optional.of(ELIGIBILITY);
            case "100030", "100041", "100042", "100043", "100045", "100048" -> Optional.of(CONTENT);
            case "100049", "100050", "100052", "100060", "100069" -> Optional.of(CONTENT);
            case "100070" -> Optional.of(REFERENCE);
            case "100080", "100090" -> Optional.of(CROSS_CHECK);
            default -> Optional.empty();
        };
    }
}
