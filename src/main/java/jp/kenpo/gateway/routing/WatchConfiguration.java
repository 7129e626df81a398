package jp.kenpo.gateway.routing;

import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.counterparty.Connection.RemoteSftp;
import jp.kenpo.gateway.counterparty.Counterparty;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.schedule.BusinessCalendar;
import jp.kenpo.gateway.watch.Backoff;
import jp.kenpo.gateway.watch.Circuit;
import jp.kenpo.gateway.watch.Circuits;
import jp.kenpo.gateway.watch.LedgerLink;
import jp.kenpo.gateway.watch.Pollers;
import jp.kenpo.gateway.watch.Pressure;
import jp.kenpo.gateway.watch.Stoppages;
import jp.kenpo.gateway.watch.UnreadQueues;
import jp.kenpo.gateway.watch.Watchdog;
import org.springframework.context.annotation.Bean;

/** What is watched while the gateway runs, so that nothing stops unseen. */
class WatchConfiguration {

    @Bean
    Pollers pollers(Clock clock) {
        return new Pollers(clock, System::nanoTime, new Random());
    }

    @Bean
    Pressure pressure(GatewaySettings settings, Broker broker) {
        return new Pressure(
                () -> settings.dataDir().toAbsolutePath().toFile().getUsableSpace(),
                broker::waitingTickets,
                settings.pressure().freeSpace().toBytes(),
                settings.pressure().waitingTickets());
    }

    @Bean
    Circuits circuits(CounterpartyRegister counterparties, GatewaySettings settings, Clock clock) {
        Map<String, Circuit> circuits = new TreeMap<>();
        for (Counterparty counterparty : counterparties.all()) {
            if (counterparty.connection() instanceof RemoteSftp remote) {
                Backoff backoff = new Backoff(
                        Duration.ofMillis(settings.broker().redeliveryMillis()),
                        remote.longestPauseOr(settings.retry().longestPause()),
                        new Random());
                circuits.put(
                        counterparty.id(),
                        new Circuit(counterparty.id(), settings.retry().failuresUntilOpen(), backoff, clock));
            }
        }
        return new Circuits(circuits);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Watchdog watchdog(Pollers pollers, Pressure pressure, Stoppages stoppages) {
        return new Watchdog(pollers, pressure, stoppages);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    UnreadQueues unreadQueues(
            CounterpartyRegister counterparties,
            GatewaySettings settings,
            Ledger ledger,
            ConnectionFactory connectionFactory,
            BusinessCalendar calendar,
            Clock clock) {
        List<String> queues = counterparties.interchanges().stream()
                .map(Interchange::channel)
                .filter(Interchange.AnnouncedFile.class::isInstance)
                .map(channel -> ((Interchange.AnnouncedFile) channel).queue())
                .toList();
        Duration longest = settings.queues().unreadAfter();
        return new UnreadQueues(
                queues,
                () -> new OldestMessages(connectionFactory, ledger),
                since -> calendar.between(since, clock.instant()).compareTo(longest) > 0);
    }

    @Bean
    LedgerLink ledgerLink(Clock clock) {
        return new LedgerLink(clock, System::nanoTime);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    LedgerReturn ledgerReturn(Ledger ledger, LedgerLink link) {
        return new LedgerReturn(ledger, link);
    }

    @Bean
    Stoppages stoppages(Ledger ledger, LedgerLink link) {
        return new Stoppages(() -> link.ask(() -> ledger.stoppages().stream()
                .map(each -> new Stoppages.Stopped(
                        each.interchange(), each.transfer().value(), each.since()))
                .toList()));
    }
}
