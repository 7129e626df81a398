package jp.kenpo.gateway.sandbox.contents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.kenpo.gateway.sandbox.agreed.AgreedColumn;
import jp.kenpo.gateway.sandbox.table.Subject;
import jp.kenpo.gateway.sandbox.table.TableFile;

/** Documents (PDF) in a zip file with an index that names each of them once. */
final class Bundle {

    private static final String FILE_COLUMN = "ファイル";

    private Bundle() {}

    static byte[] of(Commission commission, List<Subject> subjects) throws IOException {
        List<Subject> named = new ArrayList<>();
        String column = fileColumn(commission.layout().columns());
        for (Subject subject : subjects) {
            named.add(named(subject, column, name(subject)));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(zip, "index.csv", TableFile.of(commission.layout(), named), commission.day());
            for (Subject subject : named) {
                entry(zip, name(subject), document(subject), commission.day());
            }
        }
        return bytes.toByteArray();
    }

    private static String name(Subject subject) {
        return "doc%09d-%03d.pdf".formatted(subject.file(), subject.serial());
    }

    private static String fileColumn(List<AgreedColumn> columns) {
        return columns.stream()
                .map(AgreedColumn::name)
                .filter(name -> name.contains(FILE_COLUMN))
                .findFirst()
                .orElse(FILE_COLUMN + "名");
    }

    private static Subject named(Subject subject, String column, String file) {
        var known = new LinkedHashMap<>(subject.known());
        known.put(column, file);
        return subject.with(known);
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content, LocalDate day) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // not the present time: the same commission gives the same bytes
        entry.setTimeLocal(day.atStartOfDay());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** A page without a word on it, whole in the sense of ISO 32000: header, objects, cross references, trailer. */
    private static byte[] document(Subject subject) {
        List<String> objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>");
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n%" + subject.file() + "-" + subject.serial() + "\n");
        StringBuilder references = new StringBuilder("xref\n0 4\n0000000000 65535 f \n");
        for (int number = 1; number <= objects.size(); number++) {
            references.append("%010d 00000 n \n".formatted(pdf.length()));
            pdf.append(number)
                    .append(" 0 obj\n")
                    .append(objects.get(number - 1))
                    .append("\nendobj\n");
        }
        int begin = pdf.length();
        pdf.append(references).append("trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n");
        return pdf.append(begin).append("\n%%EOF\n").toString().getBytes(StandardCharsets.US_ASCII);
    }
}
