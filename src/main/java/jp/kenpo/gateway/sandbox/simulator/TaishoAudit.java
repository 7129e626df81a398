package jp.kenpo.gateway.sandbox.simulator;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kenpo.gateway.sandbox.society.Chance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays Taisho Audit, which checks receipts (レセプト点検): fetches what the gateway hands over, and answers each file
 * with the receipts that it would contest.
 *
 * <p>The same file always gets the same answer, byte for byte.
 */
public final class TaishoAudit implements Simulator {

    private static final Logger LOG = LoggerFactory.getLogger(TaishoAudit.class);
    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final Pattern REQUEST = Pattern.compile("RECEIPT_(.+)\\.CSV");
    private static final String HEADER = "検索番号,理由コード,備考";

    /** Share of receipts that are contested: as many are sent back for re-examination in Japan. */
    private static final double CONTESTED = 0.016;

    private static final List<String> FINDINGS =
            List.of("100060,検査の回数を確認されたい", "100060,投薬の期間を確認されたい", "100043,診療実日数を確認されたい");

    private final Path disk;
    private final Memory memory;
    private final GatewaySftp gateway;

    /**
     * Prepares the counterparty; nothing is connected yet.
     *
     * @param disk where it keeps what it fetched
     * @throws IOException if its memory can't be read
     */
    public TaishoAudit(Path disk, GatewaySftp gateway) throws IOException {
        this.disk = disk;
        this.memory = Memory.in(disk.resolve("done.txt"));
        this.gateway = gateway;
    }

    @Override
    public String party() {
        return "taisho-audit";
    }

    @Override
    public void act() throws IOException {
        for (String name : gateway.list("download")) {
            Matcher request = REQUEST.matcher(name);
            if (request.matches() && !memory.holds(name)) {
                answer(name, "KEKKA_" + request.group(1) + ".csv");
            }
        }
    }

    @Override
    public void close() {
        gateway.close();
    }

    private void answer(String name, String resultName) throws IOException {
        Path file = Files.createDirectories(disk).resolve(name);
        gateway.fetch("download/" + name, file);
        List<ReceiptLines.Receipt> receipts = ReceiptLines.in(file);
        List<String> rows = rows(receipts);
        gateway.put("upload/" + resultName, (String.join("\r\n", rows) + "\r\n").getBytes(WINDOWS_31J));
        memory.add(name);
        LOG.info("taisho-audit checks {}: contests {} of {} receipts", name, rows.size() - 1, receipts.size());
    }

    private static List<String> rows(List<ReceiptLines.Receipt> receipts) {
        List<String> rows = new ArrayList<>(List.of(HEADER));
        for (ReceiptLines.Receipt receipt : receipts) {
            if (chance(receipt).happens(CONTESTED)) {
                rows.add(row(receipt));
            }
        }
        if (rows.size() == 1 && !receipts.isEmpty()) {
            rows.add(row(receipts.get(0)));
        }
        return rows;
    }

    private static String row(ReceiptLines.Receipt receipt) {
        return receipt.key() + "," + FINDINGS.get(Math.floorMod(receipt.key().hashCode(), FINDINGS.size()));
    }

    private static Chance chance(ReceiptLines.Receipt receipt) {
        return Chance.of(receipt.key().hashCode());
    }
}
