package jp.kenpo.gateway.content.checkup;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.content.Composition;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.FindingCollector;
import jp.kenpo.gateway.content.archive.ArchiveRefusedException;
import jp.kenpo.gateway.content.archive.ZipEntries;

/**
 * Makes the archive that registers checkups for viewing (閲覧用, 随時提出) out of received ones: the documents that the core
 * system chose, byte for byte and under their names, with an index of their own.
 *
 * <p>Each transfer is read once, as a stream. Settlement files stay behind: they are between society and institution.
 */
final class CheckupRepack implements Composition {

    private final ArchiveAddress address;
    private final Clock clock;

    CheckupRepack(ArchiveAddress address, Clock clock) {
        this.address = address;
        this.clock = clock;
    }

    @Override
    public List<Finding> compose(InputStream request, Sources sources, OutputStream out) throws IOException {
        var collected = new FindingCollector();
        var findings = new CheckupFindings(collected);
        RepackRequest wanted = RepackRequest.read(request, findings);
        if (collected.errors() > 0) {
            return collected.kept();
        }
        var archive = new ArchiveWriter(address, LocalDate.now(clock), out);
        Set<String> names = new HashSet<>();
        for (var transfer : wanted.documents().entrySet()) {
            try (InputStream in = sources.open(transfer.getKey())) {
                copy(in, new LinkedHashMap<>(transfer.getValue()), names, archive, findings);
            } catch (FileNotFoundException notHeld) {
                // told to the core system as a finding: it named a transfer that can't be used
                transfer.getValue().values().forEach(row -> add(findings, RepackRule.TRANSFER_NOT_HELD, row));
            }
        }
        archive.finish();
        return collected.kept();
    }

    private static void copy(
            InputStream in,
            Map<String, Integer> wanted,
            Set<String> names,
            ArchiveWriter archive,
            CheckupFindings findings)
            throws IOException {
        try (var entries = new ZipEntries(in, CheckupArchiveContent.LIMITS)) {
            while (entries.next()) {
                ArchivePath path = ArchivePath.of(entries.name(), entries.ordinal());
                Integer row = path.place() == ArchivePath.Place.DOCUMENT ? wanted.remove(path.file()) : null;
                if (row == null) {
                    continue;
                }
                if (names.add(path.file())) {
                    archive.document(path.file(), entries.content(), entries.length());
                } else {
                    add(findings, RepackRule.DOCUMENT_TWICE, row);
                }
            }
            wanted.values().forEach(row -> add(findings, RepackRule.DOCUMENT_NOT_FOUND, row));
        } catch (ArchiveRefusedException damaged) {
            wanted.values().forEach(row -> add(findings, RepackRule.ARCHIVE_DAMAGED, row));
        }
    }

    private static void add(CheckupFindings findings, RepackRule rule, int row) {
        findings.add(rule.severity(), rule.id(), row, null);
    }
}
