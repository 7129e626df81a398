package jp.kenpo.gateway.content.report;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Severity;

/**
 * The error report (エラー報告) about one file: its findings with place, rule, what was expected and what to do.
 *
 * <p>The same report gives the same bytes at each call. At most as many findings are listed as a reading keeps; the
 * others are counted.
 *
 * @param findings in the order of the file
 * @param errors number of errors, also of those not among the findings
 * @param warnings number of warnings, also of those not among the findings
 */
public record ErrorReport(ReportSubject subject, List<Finding> findings, long errors, long warnings) {

    public ErrorReport {
        findings = List.copyOf(findings);
    }

    /** Returns the number of errors and warnings that are counted but not listed. */
    public long unlisted() {
        long listed = findings.stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .count();
        return Math.max(0, errors + warnings - listed);
    }

    /**
     * Returns the report as CSV (RFC 4180, CR LF): a row a finding with line, record, field, code, severity, finding,
     * what to do; the headings in the language.
     *
     * <p>A cell that a spreadsheet would carry out as a formula begins with an apostrophe. Characters that the encoding
     * lacks, and those that can't be seen, are replaced by 〓. UTF-8 begins with a byte order mark, without which
     * spreadsheets take it for Shift_JIS.
     *
     * @param encoding that of the file reported on, so that it opens where the file was made
     */
    public byte[] csv(Charset encoding, Locale locale) {
        return new ReportCsv(encoding, new ReportTexts(locale)).bytes(findings);
    }

    /**
     * Returns the report as text to read (UTF-8, lines end with CR LF), once in each language: what it is about, the
     * result, then each finding.
     */
    public byte[] text(Locale... locales) {
        return ReportText.of(this, locales);
    }
}
