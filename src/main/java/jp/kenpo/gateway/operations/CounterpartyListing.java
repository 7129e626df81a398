package jp.kenpo.gateway.operations;

import java.time.LocalDate;
import java.util.List;
import jp.kenpo.gateway.counterparty.Agreement;
import jp.kenpo.gateway.counterparty.Connection;
import jp.kenpo.gateway.counterparty.Counterparty;
import jp.kenpo.gateway.counterparty.Interchange;

/** Lists the counterparties with their connection, agreements and interchanges. */
public final class CounterpartyListing {

    private final Installation installation;

    public CounterpartyListing(Installation installation) {
        this.installation = installation;
    }

    /** Returns every counterparty in the order of the register. */
    public List<CounterpartyView> counterparties() {
        return installation.counterparties().all().stream().map(this::view).toList();
    }

    private CounterpartyView view(Counterparty counterparty) {
        var connection = counterparty.connection();
        return new CounterpartyView(
                counterparty.id(),
                counterparty.name(),
                counterparty.english(),
                counterparty.ownSystem(),
                connection == null ? null : form(connection),
                connection == null ? null : address(connection),
                counterparty.agreements().stream().map(this::view).toList(),
                counterparty.interchanges().stream().map(Interchange::name).toList(),
                counterparty.hasParties() ? counterparty.parties().size() : null);
    }

    private CounterpartyView.AgreementView view(Agreement agreement) {
        return new CounterpartyView.AgreementView(
                agreement.id(),
                agreement.title(),
                agreement.from(),
                agreement.until(),
                agreement.purposes().stream().sorted().toList(),
                agreement.runsOn(LocalDate.now(installation.clock())));
    }

    private static String form(Connection connection) {
        if (connection instanceof Connection.RemoteSftp) {
            return "remote-sftp";
        }
        if (connection instanceof Connection.HostedParties) {
            return "hosted-parties";
        }
        return connection instanceof Connection.HostedSftp ? "hosted-sftp" : "queues";
    }

    private String address(Connection connection) {
        var hosted = installation.settings().sftp();
        if (connection instanceof Connection.RemoteSftp remote) {
            return remote.user() + "@" + remote.host() + ":" + remote.port();
        }
        if (connection instanceof Connection.Queues queues && queues.home() == null) {
            var broker = installation.settings().broker();
            return broker.url() == null ? broker.address() + ":" + broker.corePort() : broker.url();
        }
        return hosted.address() + ":" + hosted.port();
    }
}
