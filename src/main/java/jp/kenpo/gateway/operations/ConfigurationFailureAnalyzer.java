package jp.kenpo.gateway.operations;

import jp.kenpo.gateway.configuration.ConfigurationRejectedException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which lines of which files keep the gateway from starting, instead of a stack trace. */
final class ConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<ConfigurationRejectedException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, ConfigurationRejectedException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Correct what these lines name. The command check lists them too, but for what the broker said.",
                cause);
    }
}
