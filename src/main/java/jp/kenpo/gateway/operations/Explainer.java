package jp.kenpo.gateway.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Layout;
import jp.kenpo.gateway.counterparty.Counterparty;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.gate.Decision;
import jp.kenpo.gateway.gate.Explanation;
import jp.kenpo.gateway.gate.Question;
import jp.kenpo.gateway.purpose.Purpose;
import jp.kenpo.gateway.route.RouteSpec;
import org.jspecify.annotations.Nullable;

/** Asks the gate what would become of content on an interchange; moves nothing and enters nothing. */
public final class Explainer {

    private static final String MY_NUMBER = "my-number.";

    private final Installation installation;

    public Explainer(Installation installation) {
        this.installation = installation;
    }

    /**
     * Explains one interchange that is agreed.
     *
     * @param file content to look at; null for every field that the layout declares
     */
    public ExplanationView explain(Interchange interchange, @Nullable Path file) {
        var layout = installation
                .layouts()
                .find(interchange.layout())
                .orElseThrow(() -> new IllegalStateException("the layout " + interchange.layout() + " is not there"));
        var fields = file == null ? layout.fields() : fieldsOf(layout, file);
        var today = LocalDate.now(installation.clock());
        var counterparty = interchange.counterparty();
        return new ExplanationView(
                interchange.name(),
                Labels.of(interchange.direction()),
                counterparty,
                installation
                        .counterparties()
                        .find(counterparty)
                        .map(Counterparty::name)
                        .orElse(counterparty),
                layout.id(),
                today,
                file == null ? "layout" : "file",
                purposesOf(interchange).stream()
                        .map(purpose -> explain(interchange, purpose, layout, fields, today))
                        .toList());
    }

    private Set<String> fieldsOf(Layout layout, Path file) {
        try (var in = Files.newInputStream(file)) {
            return installation
                    .layouts()
                    .content(layout.id())
                    .read(in, Arrival.UNKNOWN)
                    .fields();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> purposesOf(Interchange interchange) {
        return installation
                .routes()
                .find(interchange.name())
                .map(RouteSpec::purposes)
                .orElseGet(interchange::purposeIds);
    }

    private ExplanationView.PurposeExplanation explain(
            Interchange interchange, String purpose, Layout layout, Set<String> fields, LocalDate on) {
        boolean myNumber = fields.stream().anyMatch(field -> field.startsWith(MY_NUMBER));
        var question = new Question(interchange.name(), purpose, on, layout.category(), fields, myNumber);
        var explained = installation.gate().explain(question);
        var wording =
                installation.purposes().find(purpose).map(Purpose::wording).orElse("");
        if (explained.decision() instanceof Decision.Refused refused) {
            return ExplanationView.PurposeExplanation.refused(
                    purpose, wording, refused.reason().label(), refused.explanation());
        }
        var granted = (Decision.Granted) explained.decision();
        return ExplanationView.PurposeExplanation.granted(
                purpose, wording, granted.agreement(), permitted(explained), removed(explained));
    }

    private static List<String> permitted(Explanation explained) {
        return explained.fields().stream()
                .filter(ruling -> ruling.verdict() == Explanation.Verdict.PERMITTED)
                .map(Explanation.Ruling::field)
                .toList();
    }

    private static List<ExplanationView.RemovedField> removed(Explanation explained) {
        return explained.fields().stream()
                .filter(ruling -> ruling.verdict() != Explanation.Verdict.PERMITTED)
                .map(ruling ->
                        new ExplanationView.RemovedField(ruling.field(), Labels.of(ruling.verdict()), ruling.where()))
                .toList();
    }
}
