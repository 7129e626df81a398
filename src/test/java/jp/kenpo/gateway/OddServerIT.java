package jp.kenpo.gateway;

import static jp.kenpo.gateway.testing.FaultyServer.RECEIPTS;
import static jp.kenpo.gateway.testing.FaultyServer.REQUEST;
import static jp.kenpo.gateway.testing.FaultyServer.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import jp.kenpo.gateway.testing.FaultyServer;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.LongForm;
import jp.kenpo.gateway.testing.ReceiptFiles;
import jp.kenpo.gateway.testing.ReceiptFiles.Made;
import jp.kenpo.gateway.testing.RemotePeer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A counterparty's server with a wrong clock, names that no file can have, and folders with thousands of files: it is read as
 * any other, and other counterparties notice nothing.
 */
class OddServerIT {

    private static FaultyServer server;
    private static RemotePeer fund;
    private static GatewayProcess gateway;

    @BeforeAll
    static void start() throws IOException {
        server = FaultyServer.start("odd-server");
        fund = server.fund();
        gateway = server.gateway();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void aServerWhoseClockIsADayOffIsReadAsAnyOther(int days) throws Exception {
        Made next = ReceiptFiles.another(YearMonth.of(2025, 12).plusMonths(days), 5);
        long before = server.received();

        server.put(next, Instant.now().plus(Duration.ofDays(days)));

        gateway.awaitTransfer(RECEIPTS, "accepted", next.sha256());
        assertThat(server.received()).isEqualTo(before + 1);
        server.othersGoOn();
    }

    @Test
    void aNameWithAControlCharacterIsRefusedOnceAndTheOthersAreTaken() throws Exception {
        Made next = ReceiptFiles.another(YearMonth.of(2026, 2), 5);
        Path month =
                Files.createDirectories(fund.disk().resolve(next.remotePath()).resolveSibling(""));
        fund.list("bell", "1\u0007_RECODEINFO_MED.CSV");
        Path bell = Files.write(month.resolve("bell"), next.bytes());
        Awaitility.await("it is refused").atMost(GatewayProcess.PATIENCE).until(() -> gateway.transfers().stream()
                .anyMatch(each -> each.path("state").asText().equals("refused")
                        && each.path("lastError").asText().startsWith("the name holds a control character")));

        server.othersGoOn();
        server.put(next);

        gateway.awaitTransfer(RECEIPTS, "accepted", next.sha256());
        Files.delete(bell);
    }

    /** In the long form a hundred thousand: files that are not whole yet, in the folders of both directions. */
    @Test
    void aFolderOfThousandsOfFilesHoldsNothingUp() throws Exception {
        int many = LongForm.chosen() ? 100_000 : 5_000;
        Path in = Files.createDirectories(fund.disk().resolve("receipts/many"));
        for (Path folder : List.of(in, fund.disk().resolve("re-examination"))) {
            for (int each = 0; each < many; each++) {
                Files.createFile(folder.resolve(".half-" + each + ".part"));
            }
        }
        long begun = System.nanoTime();
        int before = server.requests().size();
        Made next = ReceiptFiles.another(YearMonth.of(2026, 3), 5);
        server.put(next);
        String request = server.request();
        gateway.awaitTransfer(REQUEST, "delivered", each -> id(each).equals(request));
        gateway.awaitTransfer(RECEIPTS, "accepted", next.sha256());
        server.othersGoOn();
        System.out.printf(
                "beside %d entries a folder: in and out within %.1f s%n", many, (System.nanoTime() - begun) / 1e9);

        assertThat(server.requests()).hasSize(before + 1);
        for (Path folder : List.of(in, fund.disk().resolve("re-examination"))) {
            for (int each = 0; each < many; each++) {
                Files.delete(folder.resolve(".half-" + each + ".part"));
            }
        }
    }
}
