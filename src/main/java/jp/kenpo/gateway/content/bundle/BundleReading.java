package jp.kenpo.gateway.content.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.FindingCollector;
import jp.kenpo.gateway.content.MyNumberSightings;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.Severity;
import jp.kenpo.gateway.content.archive.ArchiveRefusedException;
import jp.kenpo.gateway.content.archive.ZipEntries;
import jp.kenpo.gateway.content.archive.ZipLimits;
import jp.kenpo.gateway.content.table.CsvContent;
import jp.kenpo.gateway.content.table.TableRow;
import jp.kenpo.gateway.member.MembersConcerned;
import org.jspecify.annotations.Nullable;

/** One reading of one bundle: each entry once, the index compared with the documents at the end. Used once. */
final class BundleReading {

    /** A page of a scan has some 200 KB, a whole bill from abroad a few MB. A blank page shrinks a thousand times. */
    static final ZipLimits LIMITS = new ZipLimits(32 * 1024 * 1024, 512L * 1024 * 1024, 1_100);

    private static final String INDEX = "index.csv";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,79}\\.[A-Za-z]{3,4}");
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])\\..*");

    private final BundleForm form;
    private final CsvContent table;
    private final FindingCollector findings = new FindingCollector();

    /** Names of documents that were seen, and where. */
    private final Map<String, Integer> documents = new LinkedHashMap<>();

    private byte @Nullable [] index;

    BundleReading(BundleForm form, CsvContent table) {
        this.form = form;
        this.table = table;
    }

    Reading read(InputStream in) throws IOException {
        try (var entries = new ZipEntries(in, LIMITS)) {
            try {
                while (entries.next()) {
                    entry(entries);
                }
            } catch (ArchiveRefusedException refused) {
                // nothing behind it is believed, and nothing is said of what would have followed
                findings.add(
                        new Finding(Severity.ERROR, refused.rule(), 0, refused.label(), null, refused.arguments()));
                entries.drain();
                return reading(null);
            }
        }
        byte[] found = index;
        if (found == null) {
            add(BundleRule.INDEX_MISSING, null);
            return reading(null);
        }
        Map<String, TableMention> named = new HashMap<>();
        Reading read = table.read(new ByteArrayInputStream(found), (row, wrong) -> mention(row, named, wrong));
        read.findings().forEach(findings::add);
        if (read.accepted()) {
            compare(named);
        }
        if (!documents.isEmpty()) {
            add(BundleRule.UNREAD, null, documents.size());
        }
        return reading(read);
    }

    private void entry(ZipEntries entries) {
        String name = entries.name();
        String label = ArchiveRefusedException.label(entries.ordinal());
        if (name.equals(INDEX)) {
            index = Arrays.copyOf(entries.content(), entries.length());
            return;
        }
        if (!NAME.matcher(name).matches() || DEVICE.matcher(name).matches()) {
            add(BundleRule.UNSAFE_NAME, label);
            return;
        }
        documents.put(name, entries.ordinal());
        Optional<DocumentType> type = DocumentType.of(entries.content(), entries.length(), form.types());
        if (type.isEmpty()) {
            String types =
                    form.types().stream().map(DocumentType::label).sorted().collect(Collectors.joining(", "));
            add(BundleRule.OTHER_TYPE, label, types);
        } else if (!type.get().isEndingOf(name)) {
            add(BundleRule.OTHER_ENDING, label, type.get().label());
        }
    }

    /** Where the index names a document. */
    private record TableMention(long line, String record) {}

    private void mention(TableRow row, Map<String, TableMention> named, Consumer<Finding> wrong) {
        String name = row.text(form.document()).orElse("");
        if (named.putIfAbsent(name, new TableMention(row.line(), row.record())) != null) {
            wrong.accept(finding(BundleRule.NAMED_TWICE, row.line(), row.record(), form.document()));
        }
    }

    private void compare(Map<String, TableMention> named) {
        Set<String> missing = new HashSet<>(named.keySet());
        missing.removeAll(documents.keySet());
        named.forEach((name, mention) -> {
            if (missing.contains(name)) {
                findings.add(finding(BundleRule.DOCUMENT_MISSING, mention.line(), mention.record(), form.document()));
            }
        });
        documents.forEach((name, ordinal) -> {
            if (!named.containsKey(name)) {
                add(BundleRule.NOT_IN_INDEX, ArchiveRefusedException.label(ordinal));
            }
        });
    }

    private Reading reading(@Nullable Reading ofIndex) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("records", ofIndex == null ? 0L : ofIndex.records());
        counts.put("documents", (long) documents.size());
        Set<String> fields = new HashSet<>(ofIndex == null ? Set.of() : ofIndex.fields());
        if (!documents.isEmpty()) {
            fields.add(form.holds());
        }
        return new Reading(
                counts,
                ofIndex == null ? MembersConcerned.none() : ofIndex.concerned(),
                Set.copyOf(fields),
                findings.kept(),
                findings.errors(),
                findings.warnings(),
                ofIndex == null ? MyNumberSightings.NONE : ofIndex.myNumbers());
    }

    private void add(BundleRule rule, @Nullable String record, Object... arguments) {
        findings.add(finding(rule, 0, record, null, arguments));
    }

    private static Finding finding(
            BundleRule rule, long line, @Nullable String record, @Nullable String field, Object... arguments) {
        List<String> texts = Arrays.stream(arguments).map(String::valueOf).toList();
        return new Finding(rule.severity(), rule.id(), line, record, field, texts);
    }
}
