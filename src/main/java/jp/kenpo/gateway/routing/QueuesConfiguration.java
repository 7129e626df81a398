package jp.kenpo.gateway.routing;

import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.watch.BrokerLink;
import jp.kenpo.gateway.watch.RefusedQueues;
import org.apache.camel.component.jms.ConsumerType;
import org.apache.camel.component.jms.JmsComponent;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.context.annotation.Bean;

/** The broker, inside or outside, and how messages are read from its queues and put on them. */
class QueuesConfiguration {

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
    RefusedQueues refusedQueues() {
        return new RefusedQueues();
    }

    @Bean
    JmsComponent jms(ConnectionFactory connectionFactory, RefusedQueues refused) {
        JmsComponent jms = new JmsComponent();
        jms.setConnectionFactory(connectionFactory);
        jms.getConfiguration().setAllowSerializedHeaders(false);
        // else whoever may send a message would have its text sent on, in the gateway's name, to a queue that it names
        jms.getConfiguration().setDisableReplyTo(true);
        jms.getConfiguration().setConsumerType(ConsumerType.Custom);
        jms.getConfiguration().setMessageListenerContainerFactory(endpoint -> new QueueWatch(endpoint, refused));
        jms.getConfiguration().setReceiveTimeout(QueueWatch.LOOK_UP_MILLIS);
        return jms;
    }

    @Bean(destroyMethod = "close")
    OutgoingMessages outgoingMessages(
            Ledger ledger, ConnectionFactory connectionFactory, Clock clock, BrokerLink link) {
        return new OutgoingMessages(ledger, connectionFactory, clock, link);
    }
}
