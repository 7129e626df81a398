package jp.kenpo.gateway.routing;

import java.time.Clock;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.payload.PayloadStore;
import jp.kenpo.gateway.schedule.Batches;
import jp.kenpo.gateway.schedule.BusinessCalendar;
import jp.kenpo.gateway.schedule.ExpectedDeliveries;
import jp.kenpo.gateway.schedule.ScheduleWatch;
import org.springframework.context.annotation.Bean;

/** What happens by the calendar: batches are closed, files that have not come are missed. */
class ScheduleConfiguration {

    @Bean
    Batches batches(
            CounterpartyRegister counterparties,
            BusinessCalendar calendar,
            PayloadStore payloads,
            Ledger ledger,
            Clock clock) {
        return new Batches(counterparties, calendar, payloads, ledger, clock);
    }

    @Bean
    ExpectedDeliveries expectedDeliveries(
            CounterpartyRegister counterparties, BusinessCalendar calendar, Ledger ledger, Clock clock) {
        return new ExpectedDeliveries(counterparties, calendar, ledger, clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    ScheduleWatch scheduleWatch(Batches batches, ExpectedDeliveries expected) {
        return new ScheduleWatch(batches, expected);
    }
}
