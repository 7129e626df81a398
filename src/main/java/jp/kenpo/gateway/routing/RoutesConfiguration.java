package jp.kenpo.gateway.routing;

import java.time.Clock;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.delivery.ErrorReportDelivery;
import jp.kenpo.gateway.gate.Conservation;
import jp.kenpo.gateway.gate.Gate;
import jp.kenpo.gateway.gate.PurposeGate;
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
import jp.kenpo.gateway.preparation.Minimiser;
import jp.kenpo.gateway.preparation.ProvisionNotes;
import jp.kenpo.gateway.purpose.PurposeRegister;
import jp.kenpo.gateway.route.RouteRegister;
import jp.kenpo.gateway.schedule.Batches;
import jp.kenpo.gateway.watch.Circuits;
import jp.kenpo.gateway.watch.Pollers;
import jp.kenpo.gateway.watch.Pressure;
import jp.kenpo.gateway.watch.Stoppages;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The way of a transfer through the steps of its route, and the loading of the routes. */
class RoutesConfiguration {

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
    Conservation conservation(Ledger ledger) {
        return new Conservation(ledger, TicketQueues::of);
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
