package jp.kenpo.gateway.sandbox.contents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.kenpo.gateway.sandbox.agreed.AgreedInterchange;
import jp.kenpo.gateway.sandbox.agreed.AgreedLayout;
import jp.kenpo.gateway.sandbox.agreed.CsvRows;

/**
 * A file that a party got from the gateway.
 *
 * @param interchange on which it came
 * @param layout its layout
 * @param file where the party keeps it
 * @param on day on which it was fetched
 * @param party user name of who got it; for the core system the party that it is about, empty if there is none
 * @param ordinal which one of its interchange, from 1
 * @param origin transfer in which it came into the gateway; empty if the party was not told
 */
public record Received(
        AgreedInterchange interchange,
        AgreedLayout layout,
        Path file,
        LocalDate on,
        String party,
        int ordinal,
        String origin) {

    /** Returns whether it is a table, or receipts of which some are contested. */
    boolean hasRows() {
        return layout.kind().equals("receipt-payer")
                || (layout.hasHeader() && !layout.columns().isEmpty());
    }

    /** Returns its rows by column; none if it is no table. */
    List<Map<String, String>> rows() {
        if (layout.kind().equals("receipt-payer")) {
            return Contested.in(file);
        }
        if (!hasRows()) {
            return List.of();
        }
        try {
            return CsvRows.of(new String(Files.readAllBytes(file), layout.charset()));
        } catch (IOException lost) {
            return List.of();
        }
    }

    @Override
    public String toString() {
        return "Received[" + interchange.name() + " " + ordinal + "]";
    }
}
