package jp.kenpo.gateway.content.qualification;

/** What became of a record that was sent for registration (登録結果). The states are inferred. */
public sealed interface Outcome {

    /** Returns under which name such records are counted. */
    String counted();

    /** Registered. */
    record Accepted() implements Outcome {

        @Override
        public String counted() {
            return "accepted";
        }
    }

    /**
     * Not registered.
     *
     * @param code the platform's code as it came; what it means is not published
     */
    record Rejected(String code) implements Outcome {

        @Override
        public String counted() {
            return "rejected";
        }
    }

    /** Registered, but it differs from the resident register. */
    record AcceptedWithDoubt(MismatchClass mismatch) implements Outcome {

        @Override
        public String counted() {
            return "acceptedWithDoubt";
        }
    }

    /** Nothing came back yet. */
    record NoResult() implements Outcome {

        @Override
        public String counted() {
            return "noResult";
        }
    }
}
