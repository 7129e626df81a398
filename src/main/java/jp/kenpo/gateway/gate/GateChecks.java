package jp.kenpo.gateway.gate;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.configuration.ConfigurationFolder;
import jp.kenpo.gateway.configuration.Problem;
import jp.kenpo.gateway.configuration.Problems;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.gate.Decision.Granted;
import jp.kenpo.gateway.gate.GateCheck.Expected;
import jp.kenpo.gateway.purpose.PurposeRegister;
import org.jspecify.annotations.Nullable;

/**
 * The checks beside the configuration, {@code config/counterparties/*.checks.yaml}: which provision is granted on which
 * day, and which refused.
 *
 * <p>An interchange that no check expects to be granted is expected to be refused, so that forgetting fails.
 */
public final class GateChecks {

    /** One file as it is written down. */
    record Checks(List<GateCheck> checks) {}

    /**
     * How one check came out.
     *
     * @param it the check's sentence
     * @param problem what differs and where; null if the gate answers as expected
     */
    public record Outcome(String it, @Nullable Problem problem) {

        /** Returns whether the gate answers as expected. */
        public boolean passed() {
            return problem == null;
        }
    }

    private final PurposeRegister purposes;
    private final CounterpartyRegister counterparties;
    private final Gate gate;

    public GateChecks(PurposeRegister purposes, CounterpartyRegister counterparties, Gate gate) {
        this.purposes = purposes;
        this.counterparties = counterparties;
        this.gate = gate;
    }

    /**
     * Asks the gate every check, and about every interchange that has none.
     *
     * @param today day on which an interchange without a check must be refused
     * @throws jp.kenpo.gateway.configuration.ConfigurationRejectedException if a file of checks can't be read
     */
    public List<Outcome> run(Path configDir, LocalDate today) {
        var outcomes = new ArrayList<Outcome>();
        var expected = new HashSet<String>();
        var problems = new Problems();
        for (var path : ConfigurationFolder.files(configDir.resolve("counterparties"), ".checks.yaml")) {
            problems.collect(() -> ConfigurationFile.read(path, Checks.class)).ifPresent(file -> {
                ask(file, outcomes);
                file.content().checks().stream()
                        .filter(each -> each.expect() == Expected.GRANTED)
                        .forEach(each -> expected.add(each.interchange()));
            });
        }
        problems.throwIfAny();
        counterparties.interchanges().stream()
                .filter(each -> !expected.contains(each.name()))
                .forEach(each -> outcomes.add(forgotten(each, today)));
        return List.copyOf(outcomes);
    }

    private void ask(ConfigurationFile<Checks> file, List<Outcome> outcomes) {
        var checks = file.content().checks();
        for (int i = 0; i < checks.size(); i++) {
            var check = checks.get(i);
            var fault = check.fault(gate.decide(check.question(purposes)));
            int index = i;
            outcomes.add(new Outcome(
                    check.it(),
                    fault.map(what -> file.problem(
                                    "check \"" + check.it() + "\": " + what,
                                    "Correct the agreement, or the check if the agreement is right",
                                    "checks",
                                    index))
                            .orElse(null)));
        }
    }

    private Outcome forgotten(Interchange interchange, LocalDate today) {
        var granted = interchange.purposeIds().stream()
                .flatMap(purpose -> categoriesOf(interchange)
                        .map(category -> gate.decide(new Question(
                                interchange.name(), purpose, today, category, fieldsOf(interchange, category), false))))
                .anyMatch(Granted.class::isInstance);
        var it = interchange.name() + " has no check and is refused";
        if (!granted) {
            return new Outcome(it, null);
        }
        return new Outcome(
                it,
                counterparties.problem(
                        interchange,
                        interchange.name() + " is granted, and no check expects it",
                        "Write a check with expect: granted into config/counterparties/" + interchange.counterparty()
                                + ".checks.yaml"));
    }

    private Stream<String> categoriesOf(Interchange interchange) {
        return purposes.fieldsOf(interchange.fields()).stream()
                .map(each -> each.substring(0, each.indexOf('.')))
                .distinct();
    }

    private Set<String> fieldsOf(Interchange interchange, String category) {
        return purposes.fieldsOf(interchange.fields()).stream()
                .filter(each -> each.startsWith(category + "."))
                .collect(Collectors.toSet());
    }
}
