package jp.kenpo.gateway.routing;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.kenpo.gateway.configuration.ConfigurationRejectedException;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.configuration.Problem;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.intake.TicketQueues;
import jp.kenpo.gateway.preparation.ErrorReports;
import jp.kenpo.gateway.watch.BrokerLink;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * An Artemis server outside this process. The gateway makes the queues that are missing, and refuses a server whose
 * settings would lose or double a message: see {@link BrokerRequirements}.
 */
final class ExternalBroker implements Broker {

    private static final int ATTEMPTS = 30;
    private static final int RETRY_MILLIS = 1000;
    /** Its watch must not stand still for long while a broker hangs. */
    private static final int CALL_MILLIS = 5000;

    /**
     * A connection that broke is never mended, whatever the URL says: another is made, to whichever server works. One that
     * moves over to a backup by itself was seen to wait half a minute for an answer that the dead server owed it, and hides
     * that nobody is there.
     */
    private static final int AFRESH = 0;

    private final GatewaySettings.Broker settings;
    private final BrokerLink link;
    private final BrokerRequirements requirements;
    private final List<String> queues = new ArrayList<>();
    private final List<SimpleString> ticketQueues = new ArrayList<>();
    private final String url;
    private final String password;
    private @Nullable ServerLocator locator;
    private @Nullable ClientSession session;
    private long waiting;

    ExternalBroker(GatewaySettings.Broker settings, String url, Iterable<Interchange> interchanges, BrokerLink link)
            throws IOException {
        this.settings = settings;
        this.link = link;
        this.password = text(settings.passwordFile());
        this.url = withSafeOptions(url);
        queues.add(TicketQueues.FAILED);
        queues.add(ErrorReports.QUEUE);
        for (Interchange interchange : interchanges) {
            queues.add(TicketQueues.of(interchange.name()));
            ticketQueues.add(SimpleString.of(TicketQueues.of(interchange.name())));
            if (interchange.channel() instanceof Interchange.QueueChannel inbound) {
                queues.add(inbound.queue());
            } else if (interchange.channel() instanceof Interchange.AnnouncedFile outbound) {
                queues.add(outbound.queue());
            }
        }
        this.requirements = new BrokerRequirements(queues);
    }

    private static String text(@Nullable Path file) throws IOException {
        return file == null ? "" : Files.readString(file).strip();
    }

    private String withSafeOptions(String plain) throws IOException {
        StringBuilder all =
                new StringBuilder(plain).append(plain.contains("?") ? '&' : '?').append(NO_OBJECTS);
        Path trustStore = settings.trustStore();
        if (trustStore != null) {
            option(all, "trustStorePath", trustStore.toAbsolutePath().toString());
            option(all, "trustStorePassword", text(settings.trustStorePasswordFile()));
        }
        return all.toString();
    }

    private static void option(StringBuilder url, String name, String value) {
        url.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    @Override
    public ExternalBroker start() throws Exception {
        try (ServerLocator patient = locator(ATTEMPTS);
                ClientSession asking = open(patient)) {
            for (String queue : queues) {
                make(asking, queue);
            }
            List<Problem> wrong = requirements.unmetBy(asking);
            if (!wrong.isEmpty()) {
                throw new ConfigurationRejectedException(wrong);
            }
        } catch (ActiveMQException failed) {
            throw new ConfigurationRejectedException(List.of(new Problem(
                    BrokerRequirements.WHERE,
                    0,
                    "the broker can't be asked whether it keeps messages safe (" + failed.getType() + ")",
                    "Start it, and give the gateway's account there the permissions that src/docs/operations.md"
                            + " lists")));
        }
        locator = locator(1);
        link.works(BrokerLink.Sign.ASKED);
        return this;
    }

    private ServerLocator locator(int attempts) throws Exception {
        return ActiveMQClient.createServerLocator(url)
                .setInitialConnectAttempts(attempts)
                .setRetryInterval(RETRY_MILLIS)
                .setReconnectAttempts(AFRESH)
                .setCallTimeout(CALL_MILLIS);
    }

    private ClientSession open(ServerLocator from) throws Exception {
        ClientSessionFactory sessions = from.createSessionFactory();
        try {
            ClientSession opened = sessions.createSession(settings.user(), password, false, true, true, false, 1);
            opened.start();
            return opened;
        } catch (ActiveMQException | RuntimeException failed) {
            sessions.close();
            throw failed;
        }
    }

    private static void make(ClientSession asking, String queue) throws ActiveMQException {
        if (!asking.queueQuery(SimpleString.of(queue)).isExists()) {
            asking.createQueue(QueueConfiguration.of(queue)
                    .setAddress(queue)
                    .setRoutingType(RoutingType.ANYCAST)
                    .setDurable(true)
                    .setAutoDelete(false));
        }
    }

    @Override
    public ActiveMQConnectionFactory connections() {
        ActiveMQConnectionFactory outside = new ActiveMQConnectionFactory(url);
        outside.setUser(settings.user());
        outside.setPassword(password);
        outside.setReconnectAttempts(AFRESH);
        return outside;
    }

    @Override
    public synchronized long waitingTickets() {
        try {
            ClientSession asking = session;
            if (asking == null || asking.isClosed()) {
                asking = open(Objects.requireNonNull(locator, "asked before the start"));
                session = asking;
            }
            long count = 0;
            for (SimpleString queue : ticketQueues) {
                count += asking.queueQuery(queue).getMessageCount();
            }
            waiting = count;
            link.works(BrokerLink.Sign.ASKED);
        } catch (Exception away) {
            link.fails(BrokerLink.Sign.ASKED, away.getClass().getSimpleName());
            forget();
        }
        link.look();
        return waiting;
    }

    private void forget() {
        ClientSession left = session;
        session = null;
        if (left != null) {
            left.getSessionFactory().close();
        }
    }

    @Override
    public String place() {
        return "broker " + url.replaceFirst("\\?.*", "");
    }

    @Override
    public synchronized void close() {
        forget();
        if (locator != null) {
            locator.close();
        }
    }
}
