package jp.kenpo.gateway.sandbox.contents;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the receipts in a file that a counterparty got, without understanding more of it than it needs. */
final class ReceiptLines {

    private static final int RECORD = 3;
    private static final int SEARCH_NUMBER = 6;
    private static final int CORRECTED_LINE = 5;
    private static final Set<String> ACTS = Set.of("SI", "IY", "TO");

    /**
     * One receipt of the file.
     *
     * @param key its search number (検索番号)
     * @param contestable number of a line with an act, drug or material that was not corrected; 0 if there is none
     */
    record Receipt(String key, int contestable) {

        /** Returns whether the key is one; what has none can't be named. */
        boolean isNumbered() {
            return key.matches("[0-9]+");
        }
    }

    private final List<Receipt> receipts = new ArrayList<>();
    private final List<String> acts = new ArrayList<>();
    private final Set<String> corrected = new HashSet<>();
    private String key = "";

    private ReceiptLines() {}

    static List<Receipt> in(Path file) throws IOException {
        ReceiptLines lines = new ReceiptLines();
        // the second byte of a Japanese character is never a comma or the end of a line, so bytes pass as Latin-1
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            reader.lines().forEach(lines::read);
        }
        lines.endReceipt();
        return lines.receipts;
    }

    private void read(String line) {
        String[] fields = line.split(",", -1);
        if (fields.length <= SEARCH_NUMBER) {
            return;
        }
        if (fields[RECORD].equals("MN")) {
            endReceipt();
            key = fields[SEARCH_NUMBER];
        } else if (fields[RECORD].equals("JY")) {
            corrected.add(fields[CORRECTED_LINE]);
        } else if (ACTS.contains(fields[RECORD]) && fields[0].equals("1")) {
            acts.add(fields[1]);
        }
    }

    private void endReceipt() {
        acts.removeAll(corrected);
        if (!key.isEmpty()) {
            receipts.add(new Receipt(key, acts.isEmpty() ? 0 : Integer.parseInt(acts.get(0))));
        }
        acts.clear();
        corrected.clear();
        key = "";
    }
}
