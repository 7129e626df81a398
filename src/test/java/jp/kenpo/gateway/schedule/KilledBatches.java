package jp.kenpo.gateway.schedule;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import jp.kenpo.gateway.testing.SteppedClock;

/** The process that {@link KilledBatchesIT} kills: days pass, some transfers are accepted on each, batches are made. */
final class KilledBatches {

    private KilledBatches() {}

    public static void main(String[] arguments) throws Exception {
        LocalDate day = LocalDate.parse(arguments[1]);
        SteppedClock clock = new SteppedClock(day + "T09:00");
        TrialSchedule gateway = TrialSchedule.open(Path.of(arguments[0]), "var", Map.of(), clock);
        while (true) {
            clock.set(day + "T09:00");
            for (int each = 0; each < 3; each++) {
                System.out.println("accepted " + gateway.accept(1));
            }
            clock.set(day + "T17:00");
            gateway.batches.makeDue();
            System.out.println("day " + day);
            day = day.plusDays(1);
        }
    }
}
