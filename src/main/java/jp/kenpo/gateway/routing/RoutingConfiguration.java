package jp.kenpo.gateway.routing;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the capabilities together into a running gateway. The parts stand in the order in which they start. */
@Configuration(proxyBeanMethods = false)
@Import({
    HomesConfiguration.class,
    WatchConfiguration.class,
    QueuesConfiguration.class,
    ScheduleConfiguration.class,
    RoutesConfiguration.class,
    DeliveriesConfiguration.class
})
class RoutingConfiguration {}
