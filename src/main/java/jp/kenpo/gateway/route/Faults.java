package jp.kenpo.gateway.route;

import java.util.ArrayList;
import java.util.List;
import jp.kenpo.gateway.configuration.Problem;

/** Collects what is wrong in one file. */
final class Faults {

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    Faults(String file) {
        this.file = file;
    }

    void add(RouteRule rule, int line, String what, String remedy) {
        problems.add(rule.problem(file, line, what, remedy));
    }

    boolean none() {
        return problems.isEmpty();
    }

    List<Problem> all() {
        return List.copyOf(problems);
    }
}
