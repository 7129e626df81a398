package jp.kenpo.gateway.gate;

import java.util.List;

/**
 * How the gate decides a question, and why, without anything moving.
 *
 * @param fields one ruling for each field present, in the order of their names; empty where interchange or purpose is
 *     unknown. What would be permitted field by field, even where the decision as a whole is a refusal
 */
public record Explanation(Question question, Decision decision, List<Ruling> fields) {

    public Explanation {
        fields = List.copyOf(fields);
    }

    /** @param where the list that decides about the field, as {@code file:line} */
    public record Ruling(String field, Verdict verdict, String where) {}

    /** What becomes of one field. */
    public enum Verdict {
        PERMITTED,
        /** The purpose does not name it. */
        NOT_IN_PURPOSE,
        /** The interchange does not name it. */
        NOT_AGREED
    }
}
