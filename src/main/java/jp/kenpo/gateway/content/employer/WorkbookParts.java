package jp.kenpo.gateway.content.employer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the parts of a workbook (XLSX, a zip archive) before anything of it is read: names, sizes as they are and
 * not as they are said, and what a table has no need of. Nothing is unpacked to a place.
 *
 * <p>The parts are taken from the central directory, as the reader of the workbook takes them: what only stands in local
 * headers is not seen by either.
 */
final class WorkbookParts {

    /** Most bytes of a workbook as it comes. */
    static final int LARGEST = 20 * 1024 * 1024;

    /** Most parts; a workbook of one table has about a dozen. */
    private static final int MOST_PARTS = 1_000;

    /** Most bytes unpacked: about 100,000 rows of 50 columns. */
    private static final long LARGEST_UNPACKED = 200L * 1024 * 1024;

    /** Most bytes of a part that is no sheet: the reader keeps those in memory. */
    private static final long LARGEST_PART = 32L * 1024 * 1024;

    /** Tables of empty cells pack well: up to one in fifty was measured. */
    private static final int LARGEST_RATIO = 200;

    private static final long RATIO_COUNTS_FROM = 10L * 1024 * 1024;

    private static final List<String> MACRO_PLACES =
            List.of("xl/macrosheets/", "xl/dialogsheets/", "xl/intlmacrosheets/");
    private static final List<String> EMBEDDED_PLACES = List.of(
            "xl/embeddings/",
            "xl/activex/",
            "xl/externallinks/",
            "xl/connections",
            "xl/querytables/",
            "xl/ctrlprops/",
            "xl/webextensions/");

    private final byte[] chunk = new byte[64 * 1024];
    private final byte[] workbook;
    private long unpacked;
    private boolean hiddenCells;

    WorkbookParts(byte[] workbook) {
        this.workbook = workbook;
    }

    /** Returns the rule that keeps the workbook from being read; null if there is none. */
    @Nullable
    EmployerRule refusal() {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get()) {
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
            if (parts.size() > MOST_PARTS) {
                return EmployerRule.WORKBOOK_TOO_LARGE;
            }
            EmployerRule refusal = names(parts);
            for (ZipArchiveEntry part : parts) {
                refusal = refusal == null ? content(zip, part) : refusal;
            }
            return refusal;
        } catch (IOException | RuntimeException e) {
            // the library reports damage with exceptions of many kinds
            return EmployerRule.BROKEN_WORKBOOK;
        }
    }

    /** Returns whether a sheet has hidden rows or columns; known after {@link #refusal()}. */
    boolean hasHiddenCells() {
        return hiddenCells;
    }

    private static @Nullable EmployerRule names(List<ZipArchiveEntry> parts) {
        Set<String> names = new HashSet<>();
        for (ZipArchiveEntry part : parts) {
            String name = part.getName().toLowerCase(Locale.ROOT);
            // the library reads a backslash as a slash
            boolean backslash = new String(part.getRawName(), StandardCharsets.ISO_8859_1).indexOf('\\') >= 0;
            if (backslash || !isPlain(name) || part.isUnixSymlink() || !names.add(name)) {
                return EmployerRule.WORKBOOK_NAMES;
            }
            if (part.getGeneralPurposeBit().usesEncryption()) {
                return EmployerRule.ENCRYPTED_WORKBOOK;
            }
            if (name.contains("vbaproject") || MACRO_PLACES.stream().anyMatch(name::startsWith)) {
                return EmployerRule.MACROS;
            }
            if (isEmbedded(name)) {
                return EmployerRule.EMBEDDED;
            }
        }
        return names.contains("[content_types].xml") && names.contains("xl/workbook.xml")
                ? null
                : EmployerRule.NOT_A_WORKBOOK;
    }

    private static boolean isPlain(String name) {
        return !name.isEmpty()
                && !name.startsWith("/")
                && name.indexOf(':') < 0
                && !List.of(name.split("/", -1)).contains("..")
                && name.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isEmbedded(String name) {
        return EMBEDDED_PLACES.stream().anyMatch(name::startsWith)
                || List.of(".zip", ".xlsx", ".xlsm", ".exe", ".dll").stream().anyMatch(name::endsWith);
    }

    private @Nullable EmployerRule content(ZipFile zip, ZipArchiveEntry part) throws IOException {
        if (part.getMethod() != ZipEntry.DEFLATED && part.getMethod() != ZipEntry.STORED) {
            return EmployerRule.BROKEN_WORKBOOK;
        }
        String name = part.getName().toLowerCase(Locale.ROOT);
        boolean sheet = name.startsWith("xl/worksheets/");
        PartScan scan = name.endsWith(".xml") || name.endsWith(".rels") ? new PartScan(sheet) : null;
        long size = 0;
        try (InputStream in = zip.getInputStream(part)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                size += read;
                unpacked += read;
                if (isTooLarge(size, sheet)) {
                    return EmployerRule.WORKBOOK_TOO_LARGE;
                }
                EmployerRule refusal = scan == null ? null : scan.see(chunk, read);
                if (refusal != null) {
                    return refusal;
                }
            }
        }
        hiddenCells |= scan != null && scan.hasHiddenCells();
        return null;
    }

    private boolean isTooLarge(long size, boolean sheet) {
        return unpacked > LARGEST_UNPACKED
                || (!sheet && size > LARGEST_PART)
                || (unpacked > RATIO_COUNTS_FROM && unpacked / LARGEST_RATIO > workbook.length);
    }
}
