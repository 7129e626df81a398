package jp.kenpo.gateway.content.checkup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Certainty;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.Society;
import jp.kenpo.gateway.content.archive.ZipRule;
import jp.kenpo.gateway.content.checkup.ArchiveForm.Contents;
import jp.kenpo.gateway.content.checkup.ArchiveForm.TestNumbers;
import jp.kenpo.gateway.member.MemberPseudonyms;

/** Contents of the tests: a fictional society, a day in November 2026, schemas or none. */
final class Archives {

    /** Where an installation has no schemas. */
    static final Path NO_SCHEMAS = Path.of("no-such-folder");

    /** The official set among the shared samples; may be absent. */
    static final Path OFFICIAL = Path.of("..", "shared", "samples", "checkups", "xsd-4th");

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T03:00:00Z"), ZoneId.of("Asia/Tokyo"));

    private Archives() {}

    static CheckupArchiveContent content(Path schemas) {
        return content(schemas, Contents.CHECKUP, TestNumbers.REFUSED);
    }

    static CheckupArchiveContent content(Path schemas, Contents contents, TestNumbers testNumbers) {
        boolean guidance = contents == Contents.GUIDANCE;
        var form = new ArchiveForm(
                guidance ? "guidance-archive" : "checkup-archive",
                guidance ? "guidance-result" : "checkup-result",
                "checkup-archive",
                Certainty.VERIFIED,
                "a test",
                contents,
                testNumbers,
                Set.of(guidance ? "guidance-result.result" : "checkup-result.result"));
        return new CheckupArchiveContent(
                form,
                new LayoutSurroundings(
                        new Society("架空", "Fictional", Set.of("06999999")),
                        new MemberPseudonyms(new byte[32]),
                        CLOCK,
                        schemas,
                        Map.of()));
    }

    static Reading read(byte[] archive) throws IOException {
        return content(NO_SCHEMAS).read(new ByteArrayInputStream(archive), Arrival.UNKNOWN);
    }

    /** Returns the rules of archives, files and headers that were broken; those of items are another test's. */
    static List<String> archiveRules(Reading reading) {
        var known = Stream.concat(
                        Arrays.stream(ZipRule.values()).map(ZipRule::id),
                        Arrays.stream(ArchiveRule.values())
                                .filter(rule -> rule != ArchiveRule.SCHEMA_ABSENT)
                                .map(ArchiveRule::id))
                .toList();
        return reading.findings().stream()
                .map(Finding::rule)
                .filter(known::contains)
                .toList();
    }

    /** Returns rule, record and field of the findings. */
    static List<String> places(Reading reading) {
        return reading.findings().stream()
                .map(finding -> finding.rule() + " " + finding.record() + " " + finding.field())
                .toList();
    }

    /** Returns findings as people see them. */
    static List<String> told(Reading reading) {
        return reading.findings().stream()
                .map(finding -> finding.rule() + " " + finding.record() + ":" + finding.line() + " " + finding.field()
                        + " " + finding.text(Locale.ENGLISH))
                .toList();
    }
}
