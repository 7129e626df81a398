package jp.kenpo.gateway.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import jp.kenpo.gateway.operations.Json;
import jp.kenpo.gateway.operations.LateListing;
import jp.kenpo.gateway.testing.LogLines;
import jp.kenpo.gateway.testing.SteppedClock;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpectedDeliveriesTest {

    private static final String RECEIPTS = TrialSchedule.IN;
    private static final String REQUEST = TrialSchedule.BATCH;
    private static final String ANSWER = TrialSchedule.ANSWER;

    @TempDir
    Path temp;

    private TrialSchedule gateway;
    private ExpectedDeliveries expected;

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void missesWhatDidNotComeByItsDayOfTheMonth() throws Exception {
        begin(RECEIPTS, "due: {monthly: {from: 8, until: 10}}", "2026-04-01T09:00");
        at("2026-04-10T23:59:59").isEmpty();
        at("2026-04-11T00:00").containsExactly(late(RECEIPTS, "2026-04-10T23:59:59", 1, 0));

        gateway.arrived(RECEIPTS);
        at("2026-04-11T00:00").isEmpty();
    }

    @Test
    void waitsUntilTheNextBusinessDayWhenTheLastDayIsNone() throws Exception {
        begin(RECEIPTS, "due: {monthly: {from: 8, until: 10}}", "2026-05-01T09:00");
        // the 10th is a Sunday
        at("2026-05-11T23:59:59").isEmpty();
        at("2026-05-12T00:00").containsExactly(late(RECEIPTS, "2026-05-11T23:59:59", 1, 0));
    }

    @Test
    void missesTheSecondOfTwoFiles() throws Exception {
        begin(RECEIPTS, "due: {monthly: {from: 8, until: 10}, files: 2}", "2026-04-01T09:00");
        gateway.clock.set("2026-04-09T09:00");
        gateway.arrived(RECEIPTS);

        at("2026-04-11T00:00").containsExactly(late(RECEIPTS, "2026-04-10T23:59:59", 2, 1));
    }

    @Test
    void doesNotTakeThisMonthsFileForLastMonths() throws Exception {
        begin(RECEIPTS, "due: {monthly: {from: 8, until: 10}}", "2026-04-01T09:00");
        gateway.clock.set("2026-05-08T09:00");
        gateway.arrived(RECEIPTS);
        at("2026-05-12T00:00").containsExactly(late(RECEIPTS, "2026-04-10T23:59:59", 1, 0));

        gateway.arrived(RECEIPTS);
        at("2026-05-12T00:00").isEmpty();
    }

    @Test
    void expectsSomethingOnEachBusinessDay() throws Exception {
        begin(RECEIPTS, "due: {daily: \"18:00\"}", "2026-04-27T09:00");
        gateway.arrived(RECEIPTS);
        at("2026-04-27T18:00").isEmpty();
        at("2026-04-28T18:00:01").containsExactly(late(RECEIPTS, "2026-04-28T18:00", 1, 0));

        // the evening, and the holiday behind it
        gateway.clock.set("2026-04-28T20:00");
        gateway.arrived(RECEIPTS);
        at("2026-04-29T23:00").isEmpty();
        at("2026-04-30T18:00:01").containsExactly(late(RECEIPTS, "2026-04-30T18:00", 1, 0));
    }

    @Test
    void oneMissingDayDoesNotMakeTheFollowingOnesLate() throws Exception {
        begin(RECEIPTS, "due: {daily: \"18:00\"}", "2026-06-01T19:00");
        for (String day : new String[] {"2026-06-03", "2026-06-04", "2026-06-05"}) {
            gateway.clock.set(day + "T17:00");
            gateway.arrived(RECEIPTS);
        }
        at("2026-06-05T18:00:01").containsExactly(late(RECEIPTS, "2026-06-02T18:00", 1, 0));
    }

    @Test
    void countsBusinessDaysFromTheRequest() throws Exception {
        begin(ANSWER, "due: {after: " + REQUEST + ", business-days: 3}", "2026-04-28T09:00");
        gateway.delivered(REQUEST);
        at("2026-05-07T23:59:59").isEmpty();
        at("2026-05-08T00:00").containsExactly(late(ANSWER, "2026-05-07T23:59:59", 1, 0));

        gateway.arrived(ANSWER);
        at("2026-05-08T00:00").isEmpty();
    }

    @Test
    void wantsAnAnswerToEachRequest() throws Exception {
        begin(ANSWER, "due: {after: " + REQUEST + ", business-days: 3}", "2026-06-01T09:00");
        gateway.delivered(REQUEST);
        gateway.clock.set("2026-06-02T09:00");
        gateway.delivered(REQUEST);
        gateway.clock.set("2026-06-03T09:00");
        gateway.arrived(ANSWER);

        at("2026-06-06T00:00").containsExactly(late(ANSWER, "2026-06-05T23:59:59", 1, 0));
    }

    @Test
    void expectsNothingFromBeforeTheLedgerBegan() throws Exception {
        begin(RECEIPTS, "due: {daily: \"18:00\"}", "2026-06-03T18:30");
        at("2026-06-03T23:00").isEmpty();
        at("2026-06-04T17:59").isEmpty();
        gateway.arrived(RECEIPTS);
        at("2026-06-04T18:01").isEmpty();
    }

    @Test
    void expectsNothingWithoutAnAgreement() throws Exception {
        begin(RECEIPTS, "due: {daily: \"18:00\"}", "2031-06-03T09:00");
        at("2031-06-03T18:01").isEmpty();
    }

    @Test
    void isListedForPeopleAndPrograms() throws Exception {
        begin(RECEIPTS, "due: {monthly: {from: 8, until: 10}, files: 2}", "2026-04-01T09:00");
        gateway.clock.set("2026-04-12T09:00");

        assertThat(Json.text(new LateListing(gateway.installation).late(RECEIPTS)))
                .isEqualToIgnoringWhitespace(
                        "[{\"interchange\": \"payer-fund.receipts\", \"counterparty\": \"payer-fund\","
                                + " \"due\": \"2026-04-10T23:59:59+09:00\", \"expected\": 2, \"arrived\": 0, \"acknowledges\": null}]");
        assertThat(new LateListing(gateway.installation).late(ANSWER)).isEmpty();
    }

    @Test
    void entersOnceWhatIsLate() throws Exception {
        begin(RECEIPTS, "due: {daily: \"18:00\"}", "2026-06-01T09:00");
        gateway.clock.set("2026-06-02T18:00:01");
        assertThat(expected.enterLate())
                .containsExactly(late(RECEIPTS, "2026-06-01T18:00", 1, 0), late(RECEIPTS, "2026-06-02T18:00", 1, 0));
        long entries = gateway.ledger().verify().entries();

        assertThat(expected.enterLate()).isEmpty();
        assertThat(gateway.ledger().verify()).extracting("entries", "fault").containsExactly(entries, null);
        assertThat(expected.late()).hasSize(2);
    }

    @Test
    void saysInTheLogByJapaneseTimeWhatIsLate() throws Exception {
        begin(RECEIPTS, "due: {daily: \"18:00\"}", "2026-06-01T09:00");
        gateway.clock.set("2026-06-01T18:00:01");
        try (LogLines log = LogLines.of(ExpectedDeliveries.class)) {
            expected.enterLate();

            assertThat(log.lines())
                    .containsExactly("payer-fund.receipts: due 2026-06-01T18:00+09:00, 0 of 1 have come");
        }
    }

    @Test
    void forgetsWhatHasBeenLateForLong() throws Exception {
        begin(RECEIPTS, "due: {monthly: {from: 8, until: 10}}", "2026-04-01T09:00");
        at("2026-05-20T00:00")
                .containsExactly(
                        late(RECEIPTS, "2026-04-10T23:59:59", 1, 0), late(RECEIPTS, "2026-05-11T23:59:59", 1, 0));
        at("2026-05-22T00:00").containsExactly(late(RECEIPTS, "2026-05-11T23:59:59", 1, 0));
    }

    private void begin(String interchange, String timing, String from) throws Exception {
        TrialSchedule.configuration(temp, Map.of(interchange, timing));
        gateway = TrialSchedule.open(temp, "var", Map.of(), new SteppedClock(from));
        expected = new ExpectedDeliveries(
                gateway.installation.counterparties(),
                gateway.installation.calendar(),
                gateway.ledger(),
                gateway.clock);
    }

    private ListAssert<LateDelivery> at(String time) {
        gateway.clock.set(time);
        return assertThat(expected.late());
    }

    private static LateDelivery late(String interchange, String due, int files, int arrived) {
        return new LateDelivery(interchange, SteppedClock.at(due), files, arrived);
    }
}
