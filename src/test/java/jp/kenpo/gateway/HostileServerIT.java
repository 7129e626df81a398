package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.GatewaySetup;
import jp.kenpo.gateway.testing.ReceiptFiles;
import jp.kenpo.gateway.testing.RemotePeer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A counterparty's server that lists names which lead elsewhere: refused, nothing is written, and files still come. */
class HostileServerIT {

    private static final String RECEIPTS = "payer-fund.receipts";

    @Test
    void aNameThatLeadsElsewhereIsRefusedAndTheNextFileComes() throws IOException {
        GatewaySetup setup = GatewaySetup.named("hostile-server");
        ReceiptFiles.Made made = ReceiptFiles.another(YearMonth.of(2026, 1), 1);
        try (RemotePeer fund = RemotePeer.start(setup)) {
            Path folder = Files.createDirectories(
                    fund.disk().resolve(made.remotePath()).resolveSibling(""));
            // the first two begin with a dot, and are passed over like every hidden file
            List<String> hostile =
                    List.of("../escaped.CSV", "../../../../../escaped.CSV", "/escaped.CSV", "a/../../b.CSV");
            for (int i = 0; i < hostile.size(); i++) {
                Files.write(folder.resolve("file" + i), made.bytes());
                fund.list("file" + i, hostile.get(i));
            }
            Files.write(Files.createDirectories(folder.resolve("folder")).resolve("inside"), made.bytes());
            fund.list("folder", "../../../elsewhere");
            try (GatewayProcess gateway = setup.remote(fund).start()) {
                Awaitility.await("each is refused")
                        .atMost(GatewayProcess.PATIENCE)
                        .until(() -> gateway.transfers().stream()
                                        .filter(HostileServerIT::isRefusedForItsName)
                                        .count()
                                == 2);
                fund.list("part", ".part");
                Files.write(folder.resolve("part"), made.bytes());
                Files.move(folder.resolve("part"), folder.resolve("11_RECODEINFO_MED.CSV"));

                gateway.awaitTransfer("taisho-audit.receipt-check-request", "delivered", made.sha256());
                assertThat(gateway.transfers())
                        .filteredOn(each -> each.path("interchange").asText().equals(RECEIPTS))
                        .filteredOn(each -> !each.path("sha256").isNull())
                        .hasSize(1);
                nothingEscaped(setup.folder());
            }
        }
    }

    private static boolean isRefusedForItsName(JsonNode transfer) {
        return transfer.path("state").asText().equals("refused")
                && transfer.path("lastError").asText().startsWith("the name holds");
    }

    private static void nothingEscaped(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(
                            name -> name.contains("escaped") || name.contains("b.CSV") || name.contains("elsewhere"));
        }
    }
}
