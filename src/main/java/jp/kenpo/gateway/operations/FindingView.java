package jp.kenpo.gateway.operations;

import java.util.Locale;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.report.FindingJson;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong in a payload, as commands and REST API show it.
 *
 * @param severity {@code error}, {@code warning} or {@code note}
 * @param line line from 1; 0 where the file as a whole is meant
 */
public record FindingView(
        String severity,
        String rule,
        long line,
        @Nullable String record,
        @Nullable String field,
        String message) {

    static FindingView of(Finding finding, Locale locale) {
        return new FindingView(
                Labels.of(finding.severity()),
                finding.rule(),
                finding.line(),
                finding.record(),
                finding.field(),
                finding.message(locale));
    }

    /** Reads a finding that the ledger kept. */
    static FindingView kept(String json, Locale locale) {
        return of(FindingJson.read(json), locale);
    }
}
