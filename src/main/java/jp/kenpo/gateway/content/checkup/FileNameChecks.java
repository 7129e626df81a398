package jp.kenpo.gateway.content.checkup;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jp.kenpo.gateway.content.archive.ArchiveRefusedException;
import org.jspecify.annotations.Nullable;

/** Checks the names of the files in one archive, and that documents and settlement files pair (rules V04, V05). */
final class FileNameChecks {

    private static final Pattern FORM = Pattern.compile("([a-z])([0-9]{10})([0-9]{8})([0-9])([1-9])([0-9]{6})\\.xml");

    private final CheckupFindings findings;
    /** Names without their first letter, by which documents and settlement files pair; and how findings call them. */
    private final Map<String, String> documents = new LinkedHashMap<>();

    private final Map<String, String> claims = new LinkedHashMap<>();
    private final Set<String> serials = new HashSet<>();

    FileNameChecks(CheckupFindings findings) {
        this.findings = findings;
    }

    /** Returns how findings call a file: by its name if that has the form of the standard, else by its ordinal. */
    static String label(String file, int ordinal) {
        return FORM.matcher(file).matches() || file.matches("(ix|su)08_V08\\.xml")
                ? file
                : ArchiveRefusedException.label(ordinal);
    }

    /**
     * Checks the name of the file that the findings were begun for.
     *
     * @param label as findings call it
     * @param archive name of the archive; null if it has another form
     */
    void file(String file, String label, boolean claim, @Nullable ArchiveName archive) {
        (claim ? claims : documents).put(file.substring(1), label);
        var form = FORM.matcher(file);
        if (!form.matches()) {
            // a payer hands over to the next one with names of its own
            if (archive == null || archive.fromInstitution()) {
                add(ArchiveRule.FILE_NAME);
            }
            return;
        }
        if (archive != null) {
            boolean guidance = archive.kind().equals("2");
            String prefix = claim ? guidance ? "p" : "c" : guidance ? "g" : "h";
            check(form.group(1).equals(prefix), ArchiveRule.OTHER_PREFIX);
            check(form.group(5).equals(archive.kind()), ArchiveRule.FILE_KIND);
        }
        if (archive != null && archive.fromInstitution()) {
            check(form.group(2).equals(archive.sender()), ArchiveRule.FILE_INSTITUTION);
            check((form.group(3) + form.group(4)).equals(archive.date() + archive.split()), ArchiveRule.FILE_DAY);
            check(claim || serials.add(form.group(6)), ArchiveRule.SERIAL_TWICE);
        }
    }

    private void check(boolean kept, ArchiveRule rule) {
        if (!kept) {
            add(rule);
        }
    }

    /** Checks what can be said only at the end. */
    void pairs(boolean summary) {
        findings.begin(null);
        check(!documents.isEmpty(), ArchiveRule.NO_DOCUMENTS);
        check(!summary || !claims.isEmpty(), ArchiveRule.CLAIMS_MISSING);
        check(summary || claims.isEmpty(), ArchiveRule.SUMMARY_MISSING);
        if (claims.isEmpty()) {
            return;
        }
        unpaired(documents, claims, ArchiveRule.CLAIM_MISSING);
        unpaired(claims, documents, ArchiveRule.DOCUMENT_MISSING);
    }

    private void unpaired(Map<String, String> files, Map<String, String> others, ArchiveRule rule) {
        files.forEach((name, label) -> {
            if (!others.containsKey(name)) {
                findings.begin(label);
                add(rule);
            }
        });
    }

    int documents() {
        return documents.size();
    }

    int claims() {
        return claims.size();
    }

    private void add(ArchiveRule rule) {
        findings.add(rule.severity(), rule.id(), 0, null);
    }
}
