package jp.kenpo.gateway.gate;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.kenpo.gateway.gate.Decision.Granted;
import jp.kenpo.gateway.gate.Decision.Reason;
import jp.kenpo.gateway.gate.Decision.Refused;
import jp.kenpo.gateway.purpose.FieldList;
import jp.kenpo.gateway.purpose.PurposeRegister;
import org.jspecify.annotations.Nullable;

/**
 * One check beside the configuration: a question, and how the gate must answer it.
 *
 * @param it what is expected, as a sentence
 * @param fields the fields present
 * @param reason why it is refused; null where it is granted
 * @param removed the fields that must be removed; where it is left out, none
 */
record GateCheck(
        String it,
        String interchange,
        String purpose,
        LocalDate on,
        String category,
        Present fields,
        @Nullable Boolean myNumber,
        Expected expect,
        @Nullable Reason reason,
        @Nullable Set<String> removed) {

    enum Expected {
        GRANTED,
        REFUSED
    }

    /**
     * @param all categories with every declared field
     * @param only single fields, which need not be declared: a check may ask for what nobody knows
     */
    record Present(@Nullable Set<String> all, @Nullable Set<String> only) {

        Set<String> in(PurposeRegister purposes) {
            return purposes.fieldsOf(new FieldList(true, all == null ? Set.of() : all, only == null ? Set.of() : only));
        }
    }

    GateCheck {
        if ((expect == Expected.REFUSED) != (reason != null)) {
            throw new IllegalArgumentException("a check names a reason if, and only if, it expects a refusal");
        }
        if (expect == Expected.REFUSED && removed != null) {
            throw new IllegalArgumentException("a refusal removes nothing");
        }
    }

    Question question(PurposeRegister purposes) {
        return new Question(interchange, purpose, on, category, fields.in(purposes), Boolean.TRUE.equals(myNumber));
    }

    /** Returns what is wrong with the decision; empty if it is as expected. */
    Optional<String> fault(Decision decision) {
        if (decision instanceof Refused refused) {
            return refused.reason() == reason
                    ? Optional.empty()
                    : Optional.of("expected " + expectation() + ", but it is refused: "
                            + refused.reason().label() + ", " + refused.explanation());
        }
        if (reason != null) {
            return Optional.of("expected " + expectation() + ", but it is granted");
        }
        var left = new TreeSet<>(((Granted) decision).removed());
        var expected = new TreeSet<>(removed == null ? Set.<String>of() : removed);
        return left.equals(expected)
                ? Optional.empty()
                : Optional.of("expected that " + named(expected) + " is removed, but " + named(left) + " is");
    }

    private String expectation() {
        return reason == null ? "granted" : "refused: " + reason.label();
    }

    private static String named(TreeSet<String> fields) {
        return fields.isEmpty() ? "nothing" : String.join(", ", fields);
    }
}
