package jp.kenpo.gateway.content.bundle;

import jp.kenpo.gateway.content.Severity;

/**
 * What a bundle of documents must keep to. Ours: no form of such a bundle is published. The texts stand in
 * {@code messages/bundle.properties} under the same ids.
 */
enum BundleRule {
    INDEX_MISSING("B01", Severity.ERROR),
    /** A document that the index does not name. */
    NOT_IN_INDEX("B02", Severity.ERROR),
    /** A document of the index that is not there. */
    DOCUMENT_MISSING("B03", Severity.ERROR),
    /** The index names a document twice. */
    NAMED_TWICE("B04", Severity.ERROR),
    /** The first bytes are those of no type that is agreed, an archive within the archive among them. */
    OTHER_TYPE("B05", Severity.ERROR),
    /** A folder, or a name that could lead out of one, or has signs that not every system keeps. */
    UNSAFE_NAME("B06", Severity.ERROR),
    /** The ending of the name is that of another type. */
    OTHER_ENDING("B07", Severity.ERROR),
    /** What stands in the documents is not looked at. */
    UNREAD("B08", Severity.NOTE);

    private final String id;
    private final Severity severity;

    BundleRule(String id, Severity severity) {
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
