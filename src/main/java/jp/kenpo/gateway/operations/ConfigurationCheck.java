package jp.kenpo.gateway.operations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.kenpo.gateway.configuration.ConfigurationRejectedException;
import jp.kenpo.gateway.configuration.Problem;
import jp.kenpo.gateway.gate.GateChecks;

/** Looks through everything that people write for an installation, and collects what is wrong. */
public final class ConfigurationCheck {

    private final Installation installation;

    public ConfigurationCheck(Installation installation) {
        this.installation = installation;
    }

    /** Returns every problem of registers, unsafe settings, layouts, routes and provision checks; empty if the gateway may start. */
    public List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        if (!opens(problems, installation::purposes)) {
            return problems; // all else names purposes: their absence would only repeat itself
        }
        boolean parties = opens(problems, installation::counterparties);
        if (parties) {
            opens(problems, () -> problems.addAll(installation.unsafe()));
        }
        boolean layouts = opens(problems, installation::layouts);
        if (layouts) {
            opens(problems, installation::calendar); // closing days stand beside the insurer numbers
        }
        if (parties && layouts) {
            opens(problems, () -> problems.addAll(installation.withoutRetention()));
            opens(problems, () -> problems.addAll(installation.withoutRecords()));
            opens(problems, () -> problems.addAll(installation.routes().problems()));
            opens(problems, () -> problems.addAll(failedChecks()));
        }
        return problems;
    }

    /** Returns what the gate decides otherwise than the checks beside the configuration expect. */
    private List<Problem> failedChecks() {
        var checks = new GateChecks(installation.purposes(), installation.counterparties(), installation.gate());
        return checks.run(installation.settings().configDir(), LocalDate.now(installation.clock())).stream()
                .flatMap(outcome -> Stream.ofNullable(outcome.problem()))
                .toList();
    }

    /** Returns whether the part can be opened; why it can't is among the problems then. */
    private static boolean opens(List<Problem> problems, Runnable part) {
        try {
            part.run();
            return true;
        } catch (ConfigurationRejectedException e) {
            problems.addAll(e.problems());
            return false;
        }
    }
}
