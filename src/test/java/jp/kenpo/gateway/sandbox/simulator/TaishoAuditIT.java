package jp.kenpo.gateway.sandbox.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kenpo.gateway.sandbox.peer.KeyFiles;
import jp.kenpo.gateway.sandbox.peer.KnownHosts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaishoAuditIT {

    private static final String REQUEST = "RECEIPT_20260409_0123456789ab.CSV";
    private static final String RESULT = "KEKKA_20260409_0123456789ab.csv";

    @TempDir
    Path folder;

    private GatewayStandIn gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = new GatewayStandIn(folder, "taisho-audit");
    }

    @AfterEach
    void stop() throws IOException {
        gateway.close();
    }

    @Test
    void answersAFileWithTheReceiptsItContests() throws IOException {
        gateway.handOver("download/" + REQUEST, 1000);
        act();

        Path result = gateway.home().resolve("upload").resolve(RESULT);
        List<String> rows = Files.readAllLines(result, Charset.forName("windows-31j"));
        Set<String> keys = ReceiptLines.in(gateway.home().resolve("download").resolve(REQUEST)).stream()
                .map(ReceiptLines.Receipt::key)
                .collect(Collectors.toSet());
        assertThat(rows.get(0)).isEqualTo("検索番号,理由コード,備考");
        assertThat(rows.subList(1, rows.size()))
                .hasSizeBetween(keys.size() / 200, keys.size() / 25)
                .allMatch(row -> keys.contains(row.split(",")[0]))
                .allMatch(row -> row.split(",")[1].matches("1000(60|43)"));
    }

    @Test
    void answersOnceEvenAfterARestart() throws IOException {
        gateway.handOver("download/" + REQUEST, 20);
        act();
        Path result = gateway.home().resolve("upload").resolve(RESULT);
        Files.delete(result);
        gateway.handOver("download/RECEIPT_20260410_0123456789ab.CSV", 20);
        act();
        assertThat(result).doesNotExist();
        assertThat(gateway.home().resolve("upload/KEKKA_20260410_0123456789ab.csv"))
                .exists();
    }

    @Test
    void contestsOneReceiptAtLeast() throws IOException {
        gateway.handOver("download/" + REQUEST, 3);
        act();
        assertThat(Files.readAllLines(gateway.home().resolve("upload").resolve(RESULT), Charset.forName("windows-31j")))
                .hasSize(2);
    }

    @Test
    void doesNotTalkToAServerItDoesNotKnow() throws IOException {
        KeyPair other = KeyFiles.keyPair(folder.resolve("other-host"), "host");
        new KnownHosts().add(1, other).writeTo(folder.resolve("known_hosts"));
        assertThatThrownBy(this::act).isInstanceOf(IOException.class);
    }

    private void act() throws IOException {
        TaishoAudit audit = new TaishoAudit(folder.resolve("disk"), gateway.client());
        try {
            audit.act();
        } finally {
            audit.close();
        }
    }
}
