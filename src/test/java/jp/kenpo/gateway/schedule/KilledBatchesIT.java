package jp.kenpo.gateway.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.testing.SteppedClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while days pass: every accepted transfer is in one batch, and no cut-off has two. */
class KilledBatchesIT {

    private static final int ROUNDS = 3;
    private static final String NEXT = "2031-01-06";

    @TempDir
    Path temp;

    private final Set<TransferId> accepted = new HashSet<>();

    @Test
    void makesOneBatchAndNeverTwoWhereverItIsKilled() throws Exception {
        TrialSchedule.configuration(temp, Map.of(TrialSchedule.BATCH, "batch: {cut-off: \"17:00\"}"));
        LocalDate day = LocalDate.parse("2026-04-01");
        for (int round = 0; round < ROUNDS; round++) {
            day = runUntilKilled(day, 40 + 7 * round).plusDays(1);
        }

        try (TrialSchedule gateway = TrialSchedule.open(temp, "var", Map.of(), new SteppedClock(NEXT + "T09:00"))) {
            gateway.batches.makeDue();
            List<TransferId> collected = new ArrayList<>();
            for (TransferId batch : gateway.made()) {
                List<TransferId> parts = gateway.ledger().parts().of(batch);
                assertThat(gateway.list(batch).lines().map(TransferId::new)).isEqualTo(parts);
                collected.addAll(parts);
            }
            assertThat(accepted).hasSizeGreaterThan(ROUNDS * 30);
            assertThat(collected).doesNotHaveDuplicates().containsAll(accepted);
            assertThat(gateway.ledger().parts().waiting(SteppedClock.at(NEXT + "T23:59")))
                    .isEmpty();
            assertThat(gateway.ledger().verify().fault()).isNull();
        }
    }

    /** Returns the last day that was begun for certain. */
    private LocalDate runUntilKilled(LocalDate from, int lines) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledBatches.class.getName(),
                        temp.toString(),
                        from.toString())
                .redirectError(temp.resolve("errors").toFile())
                .start();
        LocalDate last = from;
        int said = 0;
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("accepted ")) {
                    accepted.add(new TransferId(line.substring("accepted ".length())));
                } else if (line.startsWith("day ")) {
                    last = LocalDate.parse(line.substring("day ".length()));
                } else {
                    continue;
                }
                said++;
                if (said == lines) {
                    // the handle, because the process itself would close the stream that says what was accepted
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        return last;
    }
}
