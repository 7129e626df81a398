package jp.kenpo.gateway.content.checkup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Whose results an employer is to get: a table in UTF-8 with one heading line, and in each row transfer, name of the
 * document, key (整理番号), {@code 本人} or {@code 家族}, and {@code 可} or {@code 否} (the person objected).
 *
 * <p>Whether a person is insured and has objected is known to the core system only; a document does not say it. Whoever
 * is not expressly {@code 本人} and {@code 可} is left out. Source: notice 4(5), insured persons only; own form.
 *
 * @param keys key of each result that may be given, by transfer and name of the document
 * @param rows row of each of these documents, by transfer and name
 * @param leftOut number of rows that are left out
 */
record EmployerRequest(Map<String, Map<String, String>> keys, Map<String, Map<String, Integer>> rows, int leftOut) {

    private static final Pattern ROW =
            Pattern.compile("([0-9A-HJKMNP-TV-Z]{26}),(h[0-9]{26}\\.xml),([0-9A-Za-z-]{1,20}),(本人|家族),(可|否)");

    static EmployerRequest read(InputStream in, CheckupFindings findings) throws IOException {
        Map<String, Map<String, String>> keys = new LinkedHashMap<>();
        Map<String, Map<String, Integer>> rows = new LinkedHashMap<>();
        int leftOut = 0;
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        lines.readLine();
        int row = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            row++;
            var parts = ROW.matcher(line);
            if (!parts.matches()) {
                findings.add(RepackRule.EMPLOYER_ROW.severity(), RepackRule.EMPLOYER_ROW.id(), row, null);
            } else if (parts.group(4).equals("本人") && parts.group(5).equals("可")) {
                String transfer = parts.group(1);
                String document = parts.group(2);
                keys.computeIfAbsent(transfer, id -> new LinkedHashMap<>()).put(document, parts.group(3));
                if (rows.computeIfAbsent(transfer, id -> new LinkedHashMap<>()).putIfAbsent(document, row) != null) {
                    findings.add(RepackRule.DOCUMENT_TWICE.severity(), RepackRule.DOCUMENT_TWICE.id(), row, null);
                }
            } else {
                leftOut++;
            }
        }
        return new EmployerRequest(keys, rows, leftOut);
    }
}
