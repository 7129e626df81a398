package jp.kenpo.gateway.content.checkup;

import jp.kenpo.gateway.content.Severity;

/**
 * What a request for an archive or a table of received documents must keep to. The texts stand in {@code messages/checkupitem.properties} under the same
 * ids. The rules are ours: the request comes from the society's own core system.
 */
enum RepackRule {
    /** The transfer is not held, or was not accepted. */
    TRANSFER_NOT_HELD("V24a"),
    /** The transfer's archive has no document of that name. */
    DOCUMENT_NOT_FOUND("V24b"),
    /** Two documents of the same name, which can't both stand in one archive. */
    DOCUMENT_TWICE("V24c"),
    /** A row that is not a transfer and the name of a document. */
    ROW("V24d"),
    /** The held archive can't be read to its end. */
    ARCHIVE_DAMAGED("V24e"),
    /** A row that does not say transfer, document, key, 本人 or 家族, 可 or 否. */
    EMPLOYER_ROW("V24f"),
    /** Results that an employer does not get: of dependants, and of persons who objected. Source: notice 4(5). */
    LEFT_OUT("V24g", Severity.NOTE);

    private final String id;
    private final Severity severity;

    RepackRule(String id) {
        this(id, Severity.ERROR);
    }

    RepackRule(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    String id() {
        return id;
    }

    Severity severity() {
        return severity;
    }
}
