package jp.kenpo.gateway.content.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kenpo.gateway.content.Finding;
import org.jspecify.annotations.Nullable;

/** Writes a report for a person who reads it in an editor or a mail. */
final class ReportText {

    private static final String END = "\r\n";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Tokyo"));

    private final ErrorReport report;
    private final ReportTexts texts;
    private final StringBuilder out = new StringBuilder();

    private ReportText(ErrorReport report, ReportTexts texts) {
        this.report = report;
        this.texts = texts;
    }

    static byte[] of(ErrorReport report, Locale... locales) {
        return Arrays.stream(locales)
                .map(locale -> new ReportText(report, new ReportTexts(locale)).written())
                .collect(Collectors.joining(END))
                .getBytes(StandardCharsets.UTF_8);
    }

    private String written() {
        line(texts.text("title"));
        line("");
        subject();
        line("");
        line(texts.text(report.errors() > 0 ? "refused" : "good", report.errors(), report.warnings()));
        report.findings().forEach(this::finding);
        if (report.unlisted() > 0) {
            line("");
            line(texts.text("unlisted", report.unlisted()));
        }
        return out.toString();
    }

    private void subject() {
        ReportSubject subject = report.subject();
        fact("file", subject.fileName());
        fact("transfer", subject.transfer());
        fact("received", received(subject.receivedAt()));
        fact("sha256", subject.sha256());
        fact("layout", subject.layout());
    }

    private static @Nullable String received(@Nullable Instant at) {
        return at == null ? null : TIME.format(at);
    }

    private void fact(String key, @Nullable String value) {
        if (value != null) {
            line(texts.text("fact." + key, ReportTexts.seen(value)));
        }
    }

    private void finding(Finding finding) {
        line("");
        String place = Stream.of(
                        finding.line() == 0
                                ? texts.text("place.file")
                                : texts.text("place.line", Long.toString(finding.line())),
                        texts.record(finding),
                        ReportTexts.seen(finding.field()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" / "));
        line(texts.text("finding", texts.severity(finding.severity()), finding.rule(), place));
        line("  " + ReportTexts.seen(finding.text(texts.locale())));
        String remedy = finding.remedy(texts.locale());
        if (!remedy.isEmpty()) {
            line("  " + texts.text("remedy", ReportTexts.seen(remedy)));
        }
    }

    private void line(String text) {
        out.append(text).append(END);
    }
}
