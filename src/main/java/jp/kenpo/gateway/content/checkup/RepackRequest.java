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
 * Which documents of which received archives are wanted: a table in UTF-8 with one heading line, and in each row a
 * transfer and the name of a document in its archive. Further columns are not looked at.
 *
 * @param documents row of each wanted document, by transfer and name, in the order of the request
 */
record RepackRequest(Map<String, Map<String, Integer>> documents) {

    private static final Pattern ROW = Pattern.compile("([0-9A-HJKMNP-TV-Z]{26}),(h[0-9]{26}\\.xml)(?:,.*)?");

    /** Reads the request; rows that can't be understood are findings. */
    static RepackRequest read(InputStream in, CheckupFindings findings) throws IOException {
        Map<String, Map<String, Integer>> documents = new LinkedHashMap<>();
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        lines.readLine();
        int row = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            row++;
            var parts = ROW.matcher(line);
            if (!parts.matches()) {
                findings.add(RepackRule.ROW.severity(), RepackRule.ROW.id(), row, null);
            } else if (documents
                            .computeIfAbsent(parts.group(1), transfer -> new LinkedHashMap<>())
                            .putIfAbsent(parts.group(2), row)
                    != null) {
                findings.add(RepackRule.DOCUMENT_TWICE.severity(), RepackRule.DOCUMENT_TWICE.id(), row, null);
            }
        }
        return new RepackRequest(documents);
    }
}
