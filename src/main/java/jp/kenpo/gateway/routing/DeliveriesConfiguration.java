package jp.kenpo.gateway.routing;

import java.io.IOException;
import java.nio.file.Path;
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
import jp.kenpo.gateway.delivery.TemporaryNames;
import jp.kenpo.gateway.gate.Conservation;
import jp.kenpo.gateway.intake.HostedHomes;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.payload.PayloadStore;
import jp.kenpo.gateway.preparation.ErrorReports;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;

/** How files and error reports are handed over to each counterparty. */
class DeliveriesConfiguration {

    @Bean
    TemporaryNames temporaryNames(GatewaySettings settings) {
        return new TemporaryNames(drafts(settings));
    }

    @Bean
    Steps.Deliveries deliveries(
            CounterpartyRegister counterparties,
            GatewaySettings settings,
            HostedHomes homes,
            TemporaryNames names,
            PayloadStore payloads,
            Ledger ledger,
            Conservation conservation,
            ObjectProvider<CamelContext> camel)
            throws IOException {
        HostedOutbox.sweep(drafts(settings));
        Function<Interchange, Outbox> outboxes = interchange -> outbox(
                counterparties.find(interchange.counterparty()).orElseThrow(),
                settings,
                homes,
                names,
                camel.getObject());
        return new Steps.Deliveries(name -> {
            Interchange interchange = counterparties.interchange(name).orElseThrow();
            return new Delivery(interchange, outboxes.apply(interchange), payloads, ledger, conservation);
        });
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Leftovers leftovers(CounterpartyRegister counterparties, Steps steps, ErrorReportDelivery reports) {
        return new Leftovers(counterparties, steps, reports);
    }

    @Bean
    ErrorReportDelivery errorReportDelivery(
            CounterpartyRegister counterparties,
            Layouts layouts,
            GatewaySettings settings,
            HostedHomes homes,
            TemporaryNames names,
            Ledger ledger,
            ObjectProvider<CamelContext> camel) {
        return new ErrorReportDelivery(
                counterparties,
                party -> outbox(party, settings, homes, names, camel.getObject()),
                new ErrorReports(layouts, counterparties, ledger)::files,
                ledger);
    }

    private static Outbox outbox(
            Counterparty counterparty,
            GatewaySettings settings,
            HostedHomes homes,
            TemporaryNames names,
            CamelContext camel) {
        String party = counterparty.id();
        Path drafts = drafts(settings).resolve(party);
        if (counterparty.connection() instanceof RemoteSftp remote) {
            return new RemoteOutbox(
                    party,
                    new RemoteFiles((SftpEndpoint) camel.getEndpoint(
                            RemoteOptions.uri(remote, ""), RemoteOptions.of(remote, settings.patience()))),
                    remote.proofOrSize(),
                    new GivenNotes(drafts),
                    new BegunNotes(drafts),
                    names);
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
}
