package jp.kenpo.gateway.configuration;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration says something that can't be carried out; the gateway does not start with it. */
public final class ConfigurationRejectedException extends RuntimeException {

    private final transient List<Problem> problems;

    public ConfigurationRejectedException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** Returns every problem found, in the order of file and line. */
    public List<Problem> problems() {
        return problems;
    }
}
