package jp.kenpo.gateway.sandbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jp.kenpo.gateway.sandbox.peer.KeyFiles;
import jp.kenpo.gateway.sandbox.receipt.ReceiptFile;
import jp.kenpo.gateway.sandbox.receipt.SavedReceiptFile;
import jp.kenpo.gateway.sandbox.simulator.GatewaySftp;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * What transfers are measured with, in a sandbox in which nobody acts by themselves: many lists of whom to invite to a
 * checkup, 20 KB each, and large files of receipts.
 *
 * <p>The lists go to the two associations of the shipped configuration that have an SFTP server of their own.
 */
public final class TransferLoad {

    /** Interchanges on which the lists leave. */
    public static final List<String> LISTS_OUT = List.of("kenporen.checkup-targets", "zenzoshin.checkup-targets");

    /** Interchange on which the large files leave. */
    public static final String RECEIPTS_OUT = "taisho-audit.receipt-check-request";

    private static final String CORE_SYSTEM = "core-system";
    private static final String PAYER_FUND = "payer-fund";
    private static final List<String> UPLOADS = List.of("kenporen-checkup-targets", "zenzoshin-checkup-targets");
    private static final String PLAIN = "plain.csv";
    private static final int CLIENTS = 4;
    private static final int ROWS = 145;
    private static final int BYTES_OF_A_RECEIPT = 1_860;
    private static final int MEMBERS = 110_000;
    private static final YearMonth MONTH = YearMonth.of(2025, 3);
    private static final Charset ENCODING = Charset.forName("windows-31j");

    private final SandboxFolders folders;
    private final int gatewayPort;
    private final int remotePort;

    TransferLoad(SandboxFolders folders, int gatewayPort, int remotePort) {
        this.folders = folders;
        this.gatewayPort = gatewayPort;
        this.remotePort = remotePort;
    }

    /** What one client does with the list of a number. */
    @FunctionalInterface
    private interface Act {
        void on(GatewaySftp client, int number) throws IOException;
    }

    /**
     * Uploads lists to the gateway, four clients at a time; returns when the last is uploaded.
     *
     * @param first number of the first; no two lists of different numbers are equal
     */
    public void handIn(int first, int files) throws Exception {
        eachOf(
                first,
                files,
                CORE_SYSTEM,
                gatewayPort,
                (client, number) -> client.put(
                        "upload/" + UPLOADS.get(number % UPLOADS.size()) + "/L" + number + ".csv", list(number)));
    }

    /** Puts such lists on a counterparty's server and fetches them from there, without a gateway; returns how many a second. */
    public double plain(int files) throws Exception {
        Files.createDirectories(folders.disk(PAYER_FUND).resolve("plain"));
        Path scratch = Files.createTempDirectory("gateway-bench");
        try {
            long begun = System.nanoTime();
            eachOf(0, files, PAYER_FUND, remotePort, (client, number) -> {
                client.put("plain/L" + number + ".csv", list(number));
                client.fetch("plain/L" + number + ".csv", scratch.resolve("L" + number + ".csv"));
            });
            return files * (double) TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - begun);
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
    }

    /** Bytes of one list. */
    public int listBytes() {
        return list(0).length;
    }

    /**
     * Makes a receipt file of about so many bytes on the payer fund's disk, outside of what the gateway fetches, in place of
     * the one before.
     *
     * @param number no two files of different numbers are equal
     * @return how many bytes it has
     */
    public long makeReceipts(int number, long bytes) throws IOException {
        long made = SavedReceiptFile.save(receipts(number, bytes), plain())
                .written()
                .bytes();
        // what the disk still had to write would be counted with what is measured next
        try (FileChannel file = FileChannel.open(plain(), StandardOpenOption.WRITE)) {
            file.force(true);
        }
        return made;
    }

    /** Lays that file where the gateway fetches it, under a name of its number. */
    public void handInReceipts(int number) throws IOException {
        Path target = folders.disk(PAYER_FUND)
                .resolve("receipts")
                .resolve(receipts(number, Files.size(plain())).path().replace(".CSV", "_" + number + ".CSV"));
        Files.createDirectories(target.resolveSibling(""));
        Files.createLink(target, plain());
    }

    /**
     * Gets that file from the payer fund's server with OpenSSH and puts it there under another name.
     *
     * @return seconds that both took; null if this machine has no {@code sftp}
     */
    public @Nullable Double openSsh() throws IOException, InterruptedException {
        return new OpenSsh(remotePort, PAYER_FUND, folders.key(PAYER_FUND), folders.knownHosts())
                .getAndPut(PLAIN, PLAIN + ".copy");
    }

    private Path plain() {
        return folders.disk(PAYER_FUND).resolve(PLAIN);
    }

    private static ReceiptFile receipts(int number, long bytes) {
        return ReceiptFile.medical(
                new FictionalSociety(1, MEMBERS), MONTH, number, Math.max(1, bytes / BYTES_OF_A_RECEIPT));
    }

    private void eachOf(int first, int files, String user, int port, Act act) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> working = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int from = first + client;
                working.add(clients.submit(() -> {
                    act(from, first + files, client(user, port), act);
                    return null;
                }));
            }
            for (Future<?> each : working) {
                each.get();
            }
        } catch (ExecutionException failed) {
            throw new IOException("a client could not do its part", failed.getCause());
        } finally {
            clients.shutdownNow();
        }
    }

    private static void act(int from, int end, GatewaySftp client, Act act) throws IOException {
        try (client) {
            for (int number = from; number < end; number += CLIENTS) {
                act.on(client, number);
            }
        }
    }

    private GatewaySftp client(String user, int port) throws IOException {
        return new GatewaySftp(
                new GatewaySftp.Address("127.0.0.1", port, folders.knownHosts()),
                user,
                KeyFiles.keyPair(folders.key(user), user + "@sandbox"));
    }

    /** Members of its own in every list. */
    private static byte[] list(int number) {
        StringBuilder text = new StringBuilder("保険者番号,記号,番号,枝番,氏名,カナ氏名,生年月日,性別,郵便番号,住所,電話番号,")
                .append("本人家族区分,資格取得日,資格喪失日,事業所,前回健診受診日,前回階層化判定,不開示\r\n");
        for (int row = 0; row < ROWS; row++) {
            text.append("06990014,101,")
                    .append(1_000_000 + number * ROWS + row)
                    .append(",00,模擬　良子,モギ　ヨシコ,19680229,2,9990002,架空県架空市見本町８－１,03-0000-0000,1,20150401,20260331,")
                    .append("株式会社架空製作所,20250610,2,0\r\n");
        }
        return text.toString().getBytes(ENCODING);
    }
}
