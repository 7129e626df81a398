package jp.kenpo.gateway.operations;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would become of content on an interchange, told without moving anything.
 *
 * @param direction {@code in} or {@code out}, seen from the society
 * @param on day that is decided for, Asia/Tokyo
 * @param source {@code file} if the fields are those of a file, {@code layout} if all that the layout declares
 * @param purposes what the gate says to each purpose that the route names
 */
public record ExplanationView(
        String interchange,
        String direction,
        String counterparty,
        String counterpartyName,
        String layout,
        LocalDate on,
        String source,
        List<PurposeExplanation> purposes) {

    /**
     * The gate's answer for one purpose.
     *
     * @param decision {@code granted} or {@code refused}
     * @param reason why it is refused, for example {@code agreement-ended}; null if granted
     * @param explanation which rule and which line of config refuses; null if granted
     * @param agreement id of the agreement it rests on; null if refused
     * @param permitted fields that would move, as {@code category.field}
     * @param removed fields that are present and would not move, with the rule that drops them
     */
    public record PurposeExplanation(
            String purpose,
            String wording,
            String decision,
            @Nullable String reason,
            @Nullable String explanation,
            @Nullable String agreement,
            List<String> permitted,
            List<RemovedField> removed) {

        static PurposeExplanation granted(
                String purpose, String wording, String agreement, List<String> permitted, List<RemovedField> removed) {
            return new PurposeExplanation(purpose, wording, "granted", null, null, agreement, permitted, removed);
        }

        static PurposeExplanation refused(String purpose, String wording, String reason, String explanation) {
            return new PurposeExplanation(purpose, wording, "refused", reason, explanation, null, List.of(), List.of());
        }
    }

    /**
     * @param rule {@code not-in-purpose} if the notice does not cover the field, {@code not-agreed} if the agreement with
     *     the counterparty does not
     * @param where file and line of the list that does not hold the field
     */
    public record RemovedField(String field, String rule, String where) {}

    /** Returns whether every purpose is granted. */
    public boolean granted() {
        return purposes.stream().allMatch(purpose -> purpose.decision().equals("granted"));
    }
}
