package jp.kenpo.gateway.operations;

import jp.kenpo.gateway.ledger.LedgerBrokenException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says that the ledger was tampered with, instead of a stack trace. */
final class LedgerFailureAnalyzer extends AbstractFailureAnalyzer<LedgerBrokenException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, LedgerBrokenException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Keep the data folder as it is, find out with the command ledger verify what was changed, and restore"
                        + " the ledger from its backup. The gateway does not start over a broken ledger.",
                cause);
    }
}
