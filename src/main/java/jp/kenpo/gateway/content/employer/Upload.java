package jp.kenpo.gateway.content.employer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Opens a file of an employer as what its first bytes say it is: a workbook or text. */
final class Upload {

    /** Bytes by which the encoding of a text is told. */
    private static final int BEGINNING = 64 * 1024;

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** Compound file: the binary workbook before 2007, and what encloses an encrypted one. */
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    private static final byte[] UTF_16_BIG = {(byte) 0xFE, (byte) 0xFF};
    private static final byte[] UTF_16_LITTLE = {(byte) 0xFF, (byte) 0xFE};

    private Upload() {}

    /** Returns the rows of the file; empty if there are none to be read, which the report says. */
    static Optional<Rows> open(InputStream in, Report report) throws IOException {
        byte[] beginning = in.readNBytes(BEGINNING);
        if (beginning.length == 0) {
            return refused(EmployerRule.EMPTY_FILE, report);
        }
        if (begins(beginning, UTF_16_BIG) || begins(beginning, UTF_16_LITTLE)) {
            return refused(EmployerRule.UNICODE_TEXT, report);
        }
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(beginning), in);
        if (begins(beginning, COMPOUND)) {
            byte[] compound = whole.readNBytes(WorkbookParts.LARGEST);
            boolean encrypted = indexOf(compound, ENCRYPTED) >= 0;
            return refused(encrypted ? EmployerRule.ENCRYPTED_WORKBOOK : EmployerRule.OLD_WORKBOOK, report);
        }
        if (begins(beginning, ZIP)) {
            return workbook(whole, report);
        }
        TextEncoding encoding = TextEncoding.of(beginning);
        report.file(EmployerRule.ENCODING, 0, encoding.label());
        return Optional.of(new CsvRows(whole, encoding));
    }

    private static Optional<Rows> workbook(InputStream in, Report report) throws IOException {
        byte[] bytes = in.readNBytes(WorkbookParts.LARGEST + 1);
        if (bytes.length > WorkbookParts.LARGEST) {
            return refused(EmployerRule.WORKBOOK_TOO_LARGE, report);
        }
        var parts = new WorkbookParts(bytes);
        EmployerRule refusal = parts.refusal();
        if (refusal != null) {
            return refused(refusal, report);
        }
        if (parts.hasHiddenCells()) {
            report.file(EmployerRule.HIDDEN_CELLS, 0);
        }
        try {
            return Optional.of(new WorkbookRows(bytes, report));
        } catch (IOException | RuntimeException e) {
            // the bytes are in memory: whatever fails here is wrong with them
            return refused(EmployerRule.BROKEN_WORKBOOK, report);
        }
    }

    private static Optional<Rows> refused(EmployerRule rule, Report report) {
        report.file(rule, 0);
        return Optional.empty();
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        return bytes.length >= with.length && Arrays.equals(Arrays.copyOf(bytes, with.length), with);
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i <= bytes.length - part.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        return -1;
    }
}
