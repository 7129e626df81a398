package jp.kenpo.gateway.content.report;

import java.util.List;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Severity;

/** What is told to a party besides the findings of a check. The texts stand in {@code messages/rejection.properties}. */
public enum RejectionRule {
    /** A person of the society rejected the file (却下). */
    BY_A_PERSON("P01");

    private final String id;

    RejectionRule(String id) {
        this.id = id;
    }

    /** Nothing of what was rejected is used. */
    public Severity severity() {
        return Severity.ERROR;
    }

    /** @param reason what the person wrote, nothing about a member */
    public Finding finding(String reason) {
        return new Finding(severity(), id, 0, null, null, List.of(reason));
    }
}
