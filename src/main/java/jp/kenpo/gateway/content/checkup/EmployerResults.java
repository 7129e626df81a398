package jp.kenpo.gateway.content.checkup;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.kenpo.gateway.content.Composition;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.FindingCollector;
import jp.kenpo.gateway.content.archive.ArchiveRefusedException;
import jp.kenpo.gateway.content.archive.ZipEntries;
import jp.kenpo.gateway.content.mynumber.MyNumberGuard;

/**
 * Makes the table in which an employer gets the checkup results of its insured persons (本人), a row for each document:
 * windows-31j, CRLF, one heading line. Key, day, and numbers as they are written; no name, number or text of a person.
 *
 * <p>The form is ours: none is published, and the key is to be agreed with each employer. Source: notice 4(5).
 */
final class EmployerResults implements Composition {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    private static final Map<String, Quantity> NUMBERS = numbers();
    private static final Map<String, String> QUALITATIVE = Map.of("尿糖", "1A0200000001", "尿蛋白", "1A0100000001");

    private final SchemaSet schemas;

    EmployerResults(SchemaSet schemas) {
        this.schemas = schemas;
    }

    private static Map<String, Quantity> numbers() {
        Map<String, Quantity> numbers = new LinkedHashMap<>();
        numbers.put("身長", Quantity.HEIGHT);
        numbers.put("体重", Quantity.WEIGHT);
        numbers.put("BMI", Quantity.BODY_MASS_INDEX);
        numbers.put("腹囲", Quantity.WAIST);
        numbers.put("収縮期血圧", Quantity.SYSTOLIC);
        numbers.put("拡張期血圧", Quantity.DIASTOLIC);
        numbers.put("空腹時中性脂肪", Quantity.FASTING_TRIGLYCERIDE);
        numbers.put("随時中性脂肪", Quantity.RANDOM_TRIGLYCERIDE);
        numbers.put("HDLコレステロール", Quantity.HDL);
        numbers.put("LDLコレステロール", Quantity.LDL);
        numbers.put("Non-HDLコレステロール", Quantity.NON_HDL);
        numbers.put("空腹時血糖", Quantity.FASTING_GLUCOSE);
        numbers.put("随時血糖", Quantity.RANDOM_GLUCOSE);
        numbers.put("HbA1c", Quantity.HBA1C);
        return numbers;
    }

    /** Returns the headings, in their order. */
    static List<String> columns() {
        return Stream.of(List.of("整理番号", "健診実施日"), NUMBERS.keySet(), List.of("尿糖", "尿蛋白"))
                .flatMap(names -> names.stream())
                .toList();
    }

    @Override
    public List<Finding> compose(InputStream request, Sources sources, OutputStream out) throws IOException {
        var collected = new FindingCollector();
        var findings = new CheckupFindings(collected);
        EmployerRequest wanted = EmployerRequest.read(request, findings);
        if (wanted.leftOut() > 0) {
            add(findings, RepackRule.LEFT_OUT, 0, wanted.leftOut());
        }
        if (collected.errors() > 0) {
            return collected.kept();
        }
        line(columns(), out);
        for (var transfer : wanted.keys().entrySet()) {
            Map<String, Integer> rows = new LinkedHashMap<>(wanted.rows().getOrDefault(transfer.getKey(), Map.of()));
            try (InputStream in = sources.open(transfer.getKey())) {
                copy(in, transfer.getValue(), rows, out, findings);
            } catch (FileNotFoundException notHeld) {
                // told to the core system as a finding: it named a transfer that can't be used
                rows.values().forEach(row -> add(findings, RepackRule.TRANSFER_NOT_HELD, row));
            }
        }
        return collected.kept();
    }

    private void copy(
            InputStream in,
            Map<String, String> keys,
            Map<String, Integer> rows,
            OutputStream out,
            CheckupFindings findings)
            throws IOException {
        var files = new XmlFiles(schemas, new MyNumberGuard(), findings);
        try (var entries = new ZipEntries(in, CheckupArchiveContent.LIMITS)) {
            while (entries.next()) {
                ArchivePath path = ArchivePath.of(entries.name(), entries.ordinal());
                String key = path.place() == ArchivePath.Place.DOCUMENT ? keys.get(path.file()) : null;
                Integer row = key == null ? null : rows.remove(path.file());
                if (key != null && row != null) {
                    var read = files.document(XmlKind.CHECKUP, entries.content(), entries.length(), path.file());
                    if (read == null) {
                        add(findings, RepackRule.ARCHIVE_DAMAGED, row);
                    } else {
                        line(row(key, read.sink().document(path.file(), false)), out);
                    }
                }
            }
            rows.values().forEach(row -> add(findings, RepackRule.DOCUMENT_NOT_FOUND, row));
        } catch (ArchiveRefusedException damaged) {
            rows.values().forEach(row -> add(findings, RepackRule.ARCHIVE_DAMAGED, row));
        }
    }

    private static List<String> row(String key, CheckupDocument document) {
        Results results = Results.of(document);
        LocalDate day = document.performedOn();
        List<String> cells = new ArrayList<>();
        cells.add(key);
        cells.add(day == null ? "" : DateTimeFormatter.BASIC_ISO_DATE.format(day));
        for (Quantity quantity : NUMBERS.values()) {
            cells.add(results.number(quantity).map(BigDecimal::toPlainString).orElse(""));
        }
        for (String column : List.of("尿糖", "尿蛋白")) {
            cells.add(qualitative(results, QUALITATIVE.getOrDefault(column, "")));
        }
        return cells;
    }

    private static String qualitative(Results results, String prefix) {
        return results.all().stream()
                .filter(observed -> observed.code().startsWith(prefix))
                .flatMap(observed -> results.value(observed.code()).stream())
                .filter(code -> code.length() == 1)
                .findFirst()
                .orElse("");
    }

    private static void line(List<String> cells, OutputStream out) throws IOException {
        out.write((String.join(",", cells) + "\r\n").getBytes(WINDOWS_31J));
    }

    private static void add(CheckupFindings findings, RepackRule rule, int row, Object... arguments) {
        findings.add(rule.severity(), rule.id(), row, null, arguments);
    }
}
