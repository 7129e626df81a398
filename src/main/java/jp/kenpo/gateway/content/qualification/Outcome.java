package jp.kenpo.gateway.content.qualification;

/** What became of a record that was sent for registration (登録結果). The states are inferred. */
public sealed interface Outcome {

    /** Registered. */
    record Accepted() implements Outcome {}

    /**
     * Not registered.
     *
     * @param code the platform's code as it came; what it means is not published
     */
    record Rejected(String code) implements Outcome {}

    /** Registered, but it differs from the resident register. */
    record AcceptedWithDoubt(MismatchClass mismatch) implements Outcome {}

    /** Nothing came back yet. */
    record NoResult() implements Outcome {}
}
