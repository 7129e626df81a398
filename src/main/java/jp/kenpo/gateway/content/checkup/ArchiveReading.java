package jp.kenpo.gateway.content.checkup;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.FindingCollector;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.archive.ArchiveRefusedException;
import jp.kenpo.gateway.content.archive.ZipEntries;
import jp.kenpo.gateway.content.mynumber.MyNumberGuard;
import org.jspecify.annotations.Nullable;

/** One reading of one archive: each file once, in the order in which they stand there. */
final class ArchiveReading {

    /** A file of which more is said when all were read. */
    private record Kept(FlatFile file, XmlEvents events) {}

    private final ArchiveForm form;
    private final SchemaSet schemas;
    private final FindingCollector collected = new FindingCollector();
    private final CheckupFindings findings = new CheckupFindings(collected);
    private final MyNumberGuard guard = new MyNumberGuard();
    private final XmlFiles files;
    private final FileNameChecks names = new FileNameChecks(findings);
    private final ClaimChecks claims = new ClaimChecks(findings);
    private final IndexChecks indexes;
    private final HeaderChecks headers;
    private final ItemChecks items = new ItemChecks();
    private final PersonsSeen persons;
    private final @Nullable String expectedName;
    private @Nullable String root;
    private @Nullable ArchiveName name;
    private @Nullable Kept index;
    private @Nullable Kept summary;
    private boolean indexSeen;
    private boolean summarySeen;
    private long documents;

    ArchiveReading(ArchiveForm form, SchemaSet schemas, LayoutSurroundings surroundings, Arrival arrival) {
        this.form = form;
        this.schemas = schemas;
        this.files = new XmlFiles(schemas, guard, findings);
        this.indexes =
                new IndexChecks(findings, surroundings.society(), form.acceptsTestNumbers(), surroundings.clock());
        this.headers = new HeaderChecks(findings, form.acceptsTestNumbers(), surroundings.clock());
        this.persons = new PersonsSeen(findings, surroundings.pseudonyms());
        this.expectedName = arrival.fileName() == null ? null : CheckupArchiveContent.withoutEnding(arrival.fileName());
    }

    Reading read(InputStream in) throws IOException {
        try (var entries = new ZipEntries(in, CheckupArchiveContent.LIMITS)) {
            try {
                while (entries.next()) {
                    entry(entries);
                }
                ended();
            } catch (ArchiveRefusedException refused) {
                // nothing behind it is believed, and nothing is said of what would have followed
                findings.refused(refused);
                entries.drain();
            }
        }
        return new Reading(
                Map.of("records", documents, "settlements", (long) names.claims()),
                persons.concerned(),
                documents == 0 ? Set.of() : form.fields(),
                collected.kept(),
                collected.errors(),
                collected.warnings(),
                guard.sightings());
    }

    private void entry(ZipEntries entries) throws IOException, ArchiveRefusedException {
        var path = ArchivePath.of(entries.name(), entries.ordinal());
        root(path.root(), entries.ordinal());
        String label = FileNameChecks.label(path.file(), entries.ordinal());
        findings.begin(label);
        switch (path.place()) {
            case INDEX -> {
                indexSeen = true;
                index = flat(XmlKind.INDEX, entries, label);
            }
            case SUMMARY -> {
                summarySeen = true;
                summary = flat(XmlKind.SUMMARY, entries, label);
            }
            case DOCUMENT -> document(entries, path.file(), label);
            case CLAIM -> claim(entries, path.file(), label);
            case FOLDER, SCHEMA -> {}
        }
    }

    private void root(String found, int ordinal) throws ArchiveRefusedException {
        if (root == null) {
            root = found;
            name = ArchiveName.of(found).orElse(null);
            findings.begin(null);
            if (expectedName != null && !found.equals(expectedName)) {
                add(ArchiveRule.ROOT_FOLDER);
            }
            if (name == null) {
                add(ArchiveRule.ARCHIVE_NAME);
            } else {
                indexes.name(name);
                if (name.kind().equals("2") != form.guidance()) {
                    add(ArchiveRule.OTHER_CONTENTS);
                }
            }
        } else if (!root.equals(found)) {
            throw new ArchiveRefusedException(ArchiveRule.ROOT_FOLDER.id(), ordinal);
        }
    }

    private @Nullable Kept flat(XmlKind kind, ZipEntries entries, String label) throws IOException {
        var file = new FlatFile();
        XmlEvents events = files.parse(kind, entries.content(), entries.length(), label, file);
        return events == null ? null : new Kept(file, events);
    }

    private void document(ZipEntries entries, String file, String label) throws IOException {
        documents++;
        names.file(file, label, false, name);
        XmlKind kind = form.guidance() ? XmlKind.GUIDANCE : XmlKind.CHECKUP;
        var parsed = files.document(kind, entries.content(), entries.length(), label);
        if (parsed == null) {
            return;
        }
        CheckupDocument document = parsed.sink().document(label, form.guidance());
        headers.check(parsed.sink(), document, name == null ? null : indexes.payer(name));
        findings.add(parsed.events(), kind, schemas.names());
        items.check(document, findings);
        persons.add(document);
    }

    private void claim(ZipEntries entries, String file, String label) throws IOException {
        names.file(file, label, true, name);
        XmlKind kind = form.guidance() ? XmlKind.GUIDANCE_CLAIM : XmlKind.CHECKUP_CLAIM;
        Kept claim = flat(kind, entries, label);
        if (claim != null) {
            claims.claim(claim.file(), form.guidance());
            findings.add(claim.events(), kind, schemas.names());
        }
    }

    private void ended() throws IOException {
        names.pairs(summarySeen);
        if (!indexSeen) {
            indexes.missing();
        }
        Kept keptIndex = index;
        if (keptIndex != null) {
            findings.begin("ix08_V08.xml");
            indexes.index(keptIndex.file(), name, names.documents());
            findings.add(keptIndex.events(), XmlKind.INDEX, schemas.names());
        }
        Kept keptSummary = summary;
        if (keptSummary != null) {
            findings.begin("su08_V08.xml");
            indexes.kind(keptSummary.file(), name, "serviceEventType");
            claims.compare(keptSummary.file(), names.claims());
            findings.add(keptSummary.events(), XmlKind.SUMMARY, schemas.names());
        }
        files.reportUnchecked();
    }

    private void add(ArchiveRule rule) {
        findings.add(rule.severity(), rule.id(), 0, null);
    }
}
