package jp.kenpo.gateway.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import jp.kenpo.gateway.sandbox.receipt.ReceiptFile;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;

/** Files as the payer fund writes them, of people who do not exist. */
public final class ReceiptFiles {

    /** The queue on which the core system says which receipts are to be examined again. */
    public static final String SELECTION_QUEUE = "core-system.re-examination-selection";

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final int SEARCH_NUMBER = 6;
    private static final AtomicLong SEED = new AtomicLong(1_000);

    private ReceiptFiles() {}

    /**
     * A receipt file in memory.
     *
     * @param path where it belongs below the payer fund's {@code receipts/} folder
     */
    public record Made(String path, byte[] bytes, long receipts, long patients) {

        /** Returns the path that an SFTP client of the payer fund uses. */
        public String remotePath() {
            return "receipts/" + path;
        }

        public String sha256() {
            return ReceiptFiles.sha256(bytes);
        }

        /** Returns the 検索番号 by which each receipt is named, in the order of the file. */
        public List<String> keys() {
            return keysIn(bytes);
        }
    }

    /** Returns the 検索番号 of each receipt of a file. */
    public static List<String> keysIn(byte[] bytes) {
        return new String(bytes, SHIFT_JIS)
                .lines()
                .map(line -> line.split(",", -1))
                .filter(items -> items.length > SEARCH_NUMBER && items[3].equals("MN"))
                .map(items -> items[SEARCH_NUMBER])
                .toList();
    }

    /** Makes the file of a month of treatment; the same seed and number give the same bytes. */
    public static Made of(YearMonth treated, long seed, long receipts) {
        ReceiptFile file = ReceiptFile.medical(new FictionalSociety(seed, 200), treated, seed, receipts);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ReceiptFile.Written written = file.writeTo(bytes);
            return new Made(file.path(), bytes.toByteArray(), written.receipts(), written.patients());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Makes a file of a month that no other call in this Java machine has given; the month says where it lies. */
    public static Made another(YearMonth treated, long receipts) {
        return of(treated, SEED.incrementAndGet(), receipts);
    }

    /**
     * Returns the core system's message that asks for the re-examination of one receipt.
     *
     * @param event id of the event
     * @param transfer the inbound transfer that the receipt came in with
     */
    public static String selection(String event, String transfer, String receiptKey) {
        return """
                {"specversion": "1.0", "id": "%1$s", "source": "core-system",
                 "type": "jp.kenpo.receipts.re-examination-selected", "time": "2026-01-05T09:00:00Z",
                 "datacontenttype": "application/json",
                 "data": {"receipts": [{"transfer": "%2$s", "receiptKey": "%3$s",
                   "requests": [{"reason": "100020", "contacted": false}], "payerRef": "%3$s"}]}}
                """.formatted(event, transfer, receiptKey);
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns the bytes of a text in the encoding of the payer fund's files. */
    public static byte[] shiftJis(String text) {
        return text.getBytes(SHIFT_JIS);
    }

    /** Returns a JSON text as bytes. */
    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
