package jp.kenpo.gateway.routing;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** What carries the tickets, and the messages of the core system: inside this process, or a server of its own. */
interface Broker {

    /** Object messages are off: nothing is ever deserialized. */
    String NO_OBJECTS = "deserializationDenyList=*";

    /**
     * Returns when messages are taken.
     *
     * @throws Exception if there is no broker, or one that would lose messages
     */
    Broker start() throws Exception;

    /** Returns how the gateway itself connects. */
    ActiveMQConnectionFactory connections();

    /** Returns how many tickets wait to be worked on; the last known number while the broker does not answer. */
    long waitingTickets();

    /** Returns where it listens, for people. */
    String place();

    void close() throws Exception;
}
