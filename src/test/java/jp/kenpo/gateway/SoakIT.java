package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.GatewaySetup;
import jp.kenpo.gateway.testing.LedgerFile;
import jp.kenpo.gateway.testing.ReportFile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The sandbox at high speed for an hour, or {@code -Dlong.minutes}: nothing grows but what is kept on the disk. There is no
 * short form: in a minute a leak is not to be told from warming up.
 */
@EnabledIfSystemProperty(named = "long", matches = "true")
class SoakIT {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(15);
    private static final int DAYS_A_MINUTE = 10;

    /** A full collection moves all that lives there; what is elsewhere was made since. */
    private static final Pattern USED = Pattern.compile("tenured generation.*used (\\d+)K");

    /** What is in use at one moment; the heap in kilobytes after a collection. */
    private record Use(long heap, long threads, long handles, long sockets, long transfers) {}

    private ReportFile report;

    @BeforeEach
    void beginReport() throws IOException {
        report = ReportFile.of(SoakIT.class);
    }

    @Test
    void nothingGrowsWhileTheSandboxRunsAtHighSpeed() throws Exception {
        Duration length = Duration.ofMinutes(Long.getLong("long.minutes", 60));
        int looks = (int) (length.toMillis() / BETWEEN_LOOKS.toMillis());
        List<Use> uses = new ArrayList<>();
        try (GatewayProcess gateway = GatewaySetup.named("soak")
                .fullSpeed()
                .with("--sandbox.simulators=true", "--sandbox.speed=" + DAYS_A_MINUTE)
                .jvm("-Xmx384m", "-XX:+UseSerialGC")
                .start()) {
            long begun = System.nanoTime();
            for (int look = 1; look <= looks; look++) {
                long due = begun + BETWEEN_LOOKS.multipliedBy(look).toNanos();
                Awaitility.await("the next look")
                        .pollInterval(Duration.ofMillis(500))
                        .atMost(BETWEEN_LOOKS.plus(GatewayProcess.PATIENCE))
                        .until(() -> System.nanoTime() > due);
                assertThat(gateway.isAlive()).isTrue();
                uses.add(use(gateway));
                report.say("%d/%d %s", look, looks, uses.get(uses.size() - 1));
            }
        }
        requireFlat("heap after a collection, KB", uses, Use::heap, 16 * 1024);
        requireFlat("threads", uses, Use::threads, 8);
        requireFlat("open handles", uses, Use::handles, 24);
        requireFlat("open sockets", uses, Use::sockets, 16);
        assertThat(quarter(uses, 3, Use::transfers)).isGreaterThan(quarter(uses, 1, Use::transfers));
    }

    /** The first quarter warms up; what the last has more than the second, beyond a tenth and some grace, is a leak. */
    private void requireFlat(String what, List<Use> uses, ToLongFunction<Use> of, long grace) throws IOException {
        long second = quarter(uses, 1, of);
        long last = quarter(uses, 3, of);
        report.say("%s: %d in the second quarter, %d in the last", what, second, last);
        assertThat(last).as("%s, see %s", what, report).isLessThanOrEqualTo(second + second / 10 + grace);
    }

    private static long quarter(List<Use> uses, int number, ToLongFunction<Use> of) {
        int size = uses.size() / 4;
        long[] sorted = uses.subList(number * size, (number + 1) * size).stream()
                .mapToLong(of)
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    private static Use use(GatewayProcess gateway) throws IOException, SQLException {
        Path process = Path.of("/proc", Long.toString(gateway.pid()));
        jcmd(gateway, "GC.run");
        return new Use(
                heap(jcmd(gateway, "GC.heap_info")),
                status(process),
                open(process, ""),
                open(process, "socket:"),
                Long.parseLong(new LedgerFile(gateway.dataDir())
                        .column("select count(*) from transfer")
                        .iterator()
                        .next()));
    }

    private static long heap(String told) {
        Matcher used = USED.matcher(told);
        assertThat(used.find()).as(told).isTrue();
        return Long.parseLong(used.group(1));
    }

    private static String jcmd(GatewayProcess gateway, String command) throws IOException {
        Process told = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(gateway.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        return new String(told.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static long status(Path process) throws IOException {
        return Files.readAllLines(process.resolve("status")).stream()
                .filter(line -> line.startsWith("Threads:"))
                .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    /** A handle may be closed between listing and looking. */
    private static long open(Path process, String kind) throws IOException {
        try (Stream<Path> handles = Files.list(process.resolve("fd"))) {
            return handles.filter(handle -> leadsTo(handle, kind)).count();
        }
    }

    private static boolean leadsTo(Path handle, String kind) {
        try {
            return Files.readSymbolicLink(handle).toString().startsWith(kind);
        } catch (IOException closed) {
            return false;
        }
    }
}
