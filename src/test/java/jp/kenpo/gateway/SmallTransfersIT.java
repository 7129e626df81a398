package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.GatewaySetup;
import jp.kenpo.gateway.testing.LongForm;
import jp.kenpo.gateway.testing.Sftp;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Many small files at once for two counterparties, from an upload to the hosted SFTP server to the counterparty's own:
 * each arrives once and whole. The long form, for a machine with nothing else to do, also asks for the agreed speed, after
 * files that warm the process up.
 */
class SmallTransfersIT {

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final int WARMING = LongForm.chosen() ? 6_000 : 0;
    private static final int FILES = LongForm.chosen() ? 3_000 : 42;
    private static final int CLIENTS = 4;
    private static final List<String> ASSOCIATIONS = List.of("kenporen", "zenzoshin");
    private static final int ROWS = 145;
    private static final double A_SECOND = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(LongForm.chosen() ? 10 : 2);

    @Test
    void eachSmallFileOfManyArrivesOnceAndWhole() throws Exception {
        GatewaySetup setup = GatewaySetup.named("small-transfers").only(interchanges());
        try (GatewayProcess gateway =
                LongForm.chosen() ? setup.fullSpeed().jvm("-Xmx512m").start() : setup.start()) {
            if (WARMING > 0) {
                transferred(gateway, 0, WARMING);
            }
            double aSecond = transferred(gateway, WARMING, FILES);

            assertThat(arrived(gateway)).hasSize(WARMING + FILES).allSatisfy(SmallTransfersIT::isNamedByItsBytes);
            assertThat(gateway.command("ledger", "verify").exitCode()).isZero();
            if (LongForm.chosen()) {
                assertThat(aSecond).as("files a second").isGreaterThanOrEqualTo(A_SECOND);
            }
        }
    }

    private static Set<String> interchanges() {
        return ASSOCIATIONS.stream()
                .flatMap(each -> Stream.of("core-system." + each + "-checkup-targets", each + ".checkup-targets"))
                .collect(Collectors.toSet());
    }

    /** Uploads files of different content and waits until they lie at the counterparties; returns how many a second did. */
    private static double transferred(GatewayProcess gateway, int first, int files) throws Exception {
        long begun = System.nanoTime();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> uploads = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int offset = client;
                uploads.add(clients.submit(() -> upload(gateway, first + offset, first + files)));
            }
            for (Future<?> each : uploads) {
                each.get();
            }
        } finally {
            clients.shutdownNow();
        }
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> arrived(gateway).size() >= first + files);
        return files * 1e9 / (System.nanoTime() - begun);
    }

    private static Path upload(GatewayProcess gateway, int from, int until) throws IOException {
        try (Sftp core = gateway.sftp("core-system")) {
            for (int file = from; file < until; file += CLIENTS) {
                String association = ASSOCIATIONS.get(file % ASSOCIATIONS.size());
                core.put("upload/" + association + "-checkup-targets/L" + file + ".csv", content(file));
            }
        }
        return gateway.dataDir();
    }

    private static List<Path> arrived(GatewayProcess gateway) throws IOException {
        List<Path> arrived = new ArrayList<>();
        for (String association : ASSOCIATIONS) {
            Path folder = gateway.dataDir().resolve("sandbox/counterparties/" + association + "/checkup-targets");
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(each -> each.getFileName().toString().startsWith("TAISHO_"))
                        .forEach(arrived::add);
            } catch (NoSuchFileException e) {
                // nothing was delivered yet
            }
        }
        return arrived;
    }

    /** The agreed name ends with the beginning of the hash: bytes of two files that got mixed have another one. */
    private static void isNamedByItsBytes(Path file) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        assertThat(file.getFileName().toString())
                .endsWith("_" + HexFormat.of().formatHex(hash).substring(0, 12) + ".csv");
    }

    /** 20 KB, members of its own. */
    private static byte[] content(int file) {
        StringBuilder text = new StringBuilder(
                "保険者番号,記号,番号,枝番,氏名,カナ氏名,生年月日,性別,郵便番号,住所,電話番号," + "本人家族区分,資格取得日,資格喪失日,事業所,前回健診受診日,前回階層化判定,不開示\r\n");
        for (int row = 0; row < ROWS; row++) {
            text.append("06990014,101,")
                    .append(1_000_000 + file * ROWS + row)
                    .append(",00,模擬　良子,モギ　ヨシコ,19680229,2,9990002,架空県架空市見本町８－１,03-0000-0000,1,20150401,20260331,")
                    .append("株式会社架空製作所,20250610,2,0\r\n");
        }
        return text.toString().getBytes(SHIFT_JIS);
    }
}
