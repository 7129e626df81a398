package jp.kenpo.gateway.routing;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.counterparty.Connection.RemoteSftp;
import jp.kenpo.gateway.counterparty.Counterparty;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.counterparty.Party;
import jp.kenpo.gateway.delivery.BegunNotes;
import jp.kenpo.gateway.delivery.Delivery;
import jp.kenpo.gateway.delivery.ErrorReportDelivery;
import jp.kenpo.gateway.delivery.GivenNotes;
import jp.kenpo.gateway.delivery.HostedOutbox;
import jp.kenpo.gateway.delivery.Outbox;
import jp.kenpo.gateway.delivery.Parcel;
import jp.kenpo.gateway.gate.Conservation;
import jp.kenpo.gateway.gate.Gate;
import jp.kenpo.gateway.gate.PurposeGate;
import jp.kenpo.gateway.intake.Doorkeeper;
import jp.kenpo.gateway.intake.HostedHomes;
import jp.kenpo.gateway.intake.HostedSftp;
import jp.kenpo.gateway.intake.Intake;
import jp.kenpo.gateway.intake.TicketQueues;
import jp.kenpo.gateway.intake.Uploads;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.payload.PayloadStore;
import jp.kenpo.gateway.preparation.Composer;
import jp.kenpo.gateway.preparation.ContentCheck;
import jp.kenpo.gateway.preparation.EarlyReadings;
import jp.kenpo.gateway.preparation.ErrorReports;
import jp.kenpo.gateway.preparation.Minimiser;
import jp.kenpo.gateway.preparation.ProvisionNotes;
import jp.kenpo.gateway.purpose.PurposeRegister;
import jp.kenpo.gateway.route.RouteRegister;
import jp.kenpo.gateway.schedule.Batches;
import jp.kenpo.gateway.schedule.BusinessCalendar;
import jp.kenpo.gateway.schedule.ExpectedDeliveries;
import jp.kenpo.gateway.schedule.ScheduleWatch;
import jp.kenpo.gateway.watch.Backoff;
import jp.kenpo.gateway.watch.BrokerLink;
import jp.kenpo.gateway.watch.Circuit;
import jp.kenpo.gateway.watch.Circuits;
import jp.kenpo.gateway.watch.LedgerLink;
import jp.kenpo.gateway.watch.Pollers;
import jp.kenpo.gateway.watch.Pressure;
import jp.kenpo.gateway.watch.Stoppages;
import jp.kenpo.gateway.watch.UnreadQueues;
import jp.kenpo.gateway.watch.Watchdog;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.jms.ConsumerType;
import org.apache.camel.component.jms.JmsComponent;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Puts the capabilities together into a running gateway. */
@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {

    @Bean
    HostedHomes hostedHomes(GatewaySettings settings) {
        return new HostedHomes(settings.dataDir());
    }

    @Bean
    Uploads uploads(GatewaySettings settings, Pressure pressure) throws IOException {
        return new Uploads(settings.dataDir().resolve("unfinished-uploads"), pressure::pausing);
    }

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

    @Bean
    Conservation conservation(Ledger ledger) {
        return new Conservation(ledger, TicketQueues::of);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    HostedSftp hostedSftp(
            GatewaySettings settings,
            CounterpartyRegister counterparties,
            HostedHomes homes,
            Uploads uploads,
            Clock clock) {
        return new HostedSftp(settings, counterparties, homes, uploads, clock);
    }

    /** What the SFTP server turned away, as numbers; no address and no name is a tag. */
    @Bean
    MeterBinder strangers(HostedSftp sftp) {
        Doorkeeper door = sftp.door();
        return metrics -> {
            for (Doorkeeper.Reason reason : Doorkeeper.Reason.values()) {
                FunctionCounter.builder("gateway.sftp.refused.connections", door, d -> d.turnedAway(reason))
                        .description("Connections that were closed before anything was said")
                        .tag("reason", reason.label())
                        .register(metrics);
            }
            FunctionCounter.builder("gateway.sftp.failed.logins", door, Doorkeeper::failedLogins)
                    .description("Connections that ended without a login")
                    .register(metrics);
            FunctionCounter.builder("gateway.sftp.bans", door, Doorkeeper::bans)
                    .description("Addresses that were banned for failed logins")
                    .register(metrics);
            Gauge.builder("gateway.sftp.banned.addresses", door, Doorkeeper::bannedNow)
                    .description("Addresses that are banned now")
                    .register(metrics);
        };
    }

    @Bean
    BrokerLink brokerLink(Clock clock) {
        return new BrokerLink(clock, System::nanoTime);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Broker broker(GatewaySettings settings, CounterpartyRegister counterparties, BrokerLink link) throws Exception {
        String url = settings.broker().url();
        return url == null
                ? new EmbeddedBroker(
                        settings,
                        new BrokerAccounts(settings.broker().passwordFiles()),
                        counterparties.interchanges(),
                        link)
                : new ExternalBroker(settings.broker(), url, counterparties.interchanges(), link);
    }

    @Bean(destroyMethod = "stop")
    JmsPoolConnectionFactory connectionFactory(Broker broker) {
        JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory(broker.connections());
        pool.setMaxConnections(2);
        return pool;
    }

    @Bean
    JmsComponent jms(ConnectionFactory connectionFactory) {
        JmsComponent jms = new JmsComponent();
        jms.setConnectionFactory(connectionFactory);
        jms.getConfiguration().setAllowSerializedHeaders(false);
        // else whoever may send a message would have its text sent on, in the gateway's name, to a queue that it names
        jms.getConfiguration().setDisableReplyTo(true);
        jms.getConfiguration().setConsumerType(ConsumerType.Custom);
        jms.getConfiguration().setMessageListenerContainerFactory(QueueWatch::new);
        jms.getConfiguration().setReceiveTimeout(QueueWatch.LOOK_UP_MILLIS);
        return jms;
    }

    @Bean
    EarlyReadings earlyReadings(
            Layouts layouts, CounterpartyRegister counterparties, PayloadStore payloads, Ledger ledger) {
        return new EarlyReadings(layouts, counterparties, payloads, ledger);
    }

    @Bean
    Intake intake(PayloadStore payloads, Ledger ledger, EarlyReadings early) {
        return new Intake(payloads, ledger, early);
    }

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

    @Bean
    Steps steps(
            Gate gate,
            PurposeRegister purposes,
            CounterpartyRegister counterparties,
            Layouts layouts,
            RouteRegister routes,
            PayloadStore payloads,
            EarlyReadings early,
            ProvisionNotes provisions,
            Ledger ledger,
            Clock clock,
            Batches batches,
            Steps.Deliveries deliveries,
            Circuits circuits,
            Conservation conservation,
            GatewaySettings settings) {
        Retries retries = new Retries(counterparties, settings, ledger, new Random());
        return new Steps(
                new PurposeGate(gate, purposes, counterparties, ledger, clock),
                new ContentCheck(layouts, counterparties, payloads, early, ledger),
                new Composer(layouts, payloads, ledger),
                new Minimiser(layouts, counterparties, payloads, ledger),
                provisions,
                new Acceptance(routes, counterparties, batches, ledger, conservation),
                deliveries,
                ledger,
                routes,
                retries,
                new Turns(counterparties, circuits, retries, ledger));
    }

    @Bean
    Steps.Deliveries deliveries(
            CounterpartyRegister counterparties,
            GatewaySettings settings,
            HostedHomes homes,
            PayloadStore payloads,
            Ledger ledger,
            Conservation conservation,
            org.springframework.beans.factory.ObjectProvider<CamelContext> camel)
            throws IOException {
        HostedOutbox.sweep(drafts(settings));
        Function<Interchange, Outbox> outboxes = interchange -> outbox(
                counterparties.find(interchange.counterparty()).orElseThrow(), settings, homes, camel.getObject());
        return new Steps.Deliveries(name -> {
            Interchange interchange = counterparties.interchange(name).orElseThrow();
            return new Delivery(interchange, outboxes.apply(interchange), payloads, ledger, conservation);
        });
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Leftovers leftovers(CounterpartyRegister counterparties, Circuits circuits, Steps steps) {
        return new Leftovers(counterparties, circuits, steps);
    }

    @Bean
    ErrorReportDelivery errorReportDelivery(
            CounterpartyRegister counterparties,
            Layouts layouts,
            GatewaySettings settings,
            HostedHomes homes,
            Ledger ledger,
            org.springframework.beans.factory.ObjectProvider<CamelContext> camel) {
        return new ErrorReportDelivery(
                counterparties,
                party -> outbox(party, settings, homes, camel.getObject()),
                new ErrorReports(layouts, counterparties, ledger)::files,
                ledger);
    }

    private static Outbox outbox(
            Counterparty counterparty, GatewaySettings settings, HostedHomes homes, CamelContext camel) {
        String party = counterparty.id();
        Path drafts = drafts(settings).resolve(party);
        if (counterparty.connection() instanceof RemoteSftp remote) {
            return new RemoteOutbox(
                    new RemoteFiles((SftpEndpoint) camel.getEndpoint(
                            RemoteOptions.uri(remote, ""), RemoteOptions.of(remote, settings.patience()))),
                    remote.proofOrSize(),
                    new GivenNotes(drafts),
                    new BegunNotes(drafts));
        }
        return counterparty.hasParties()
                ? new HostedOutbox(parcel -> homes.download(partyOf(parcel, counterparty)), drafts)
                : new HostedOutbox(homes.download(party), drafts);
    }

    private static Path drafts(GatewaySettings settings) {
        return settings.dataDir().toAbsolutePath().resolve("drafts");
    }

    private static Party partyOf(Parcel parcel, Counterparty counterparty) {
        return counterparty.parties().stream()
                .filter(party -> party.id().equals(parcel.party()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(parcel.key() + " is for no party of " + counterparty.id()));
    }

    @Bean(destroyMethod = "close")
    OutgoingMessages outgoingMessages(
            Ledger ledger, ConnectionFactory connectionFactory, Clock clock, BrokerLink link) {
        return new OutgoingMessages(ledger, connectionFactory, clock, link);
    }

    @Bean
    StartReport startReport(
            GatewaySettings settings,
            RouteRegister routes,
            Ledger ledger,
            PayloadStore payloads,
            HostedSftp sftp,
            Broker broker,
            Environment environment) {
        return new StartReport(settings, routes, ledger, payloads, sftp, broker, environment);
    }

    @Bean
    RouteLoading routeLoading(
            RouteRegister routes,
            CounterpartyRegister counterparties,
            GatewaySettings settings,
            Steps steps,
            ErrorReportDelivery errorReports,
            Intake intake,
            HostedHomes homes,
            Uploads uploads,
            OutgoingMessages outgoing,
            Pollers pollers,
            Pressure pressure,
            Stoppages stoppages,
            Consumer<Map<String, String>> routeStates) {
        return new RouteLoading(
                routes,
                counterparties,
                steps,
                errorReports,
                intake,
                camel -> new Arrivals(
                        camel, counterparties, settings, homes, uploads, intake, pollers, pressure, stoppages),
                outgoing,
                new RouteStateReport(routes, routeStates));
    }
}
