package jp.kenpo.gateway.content.checkup;

import java.util.Set;
import jp.kenpo.gateway.content.Certainty;
import jp.kenpo.gateway.content.LayoutForm;

/**
 * A layout of standard archives.
 *
 * @param contents whether the documents are checkups or guidance; both never share an archive
 * @param testNumbers whether numbers with a wrong check digit are accepted, as official samples have them
 * @param fields declared fields that an archive carries, as {@code category.field}
 */
record ArchiveForm(
        String id,
        String category,
        String kind,
        Certainty certainty,
        String source,
        Contents contents,
        TestNumbers testNumbers,
        Set<String> fields)
        implements LayoutForm {

    /** What the documents are. */
    enum Contents {
        CHECKUP,
        GUIDANCE
    }

    /** What is done about numbers with a wrong check digit. */
    enum TestNumbers {
        REFUSED,
        ALLOWED
    }

    boolean guidance() {
        return contents == Contents.GUIDANCE;
    }

    boolean acceptsTestNumbers() {
        return testNumbers == TestNumbers.ALLOWED;
    }
}
