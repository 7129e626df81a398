/**
 * The Camel components of the gateway, the loading of routes, the broker, failure handling.
 *
 * <p>Route files that kept the rules come in, running Camel routes go out. What a step means is carried out by the
 * capability of that name; here it is only put on a route. Nothing depends on this module.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "configuration",
            "purpose",
            "counterparty",
            "content",
            "payload",
            "ledger",
            "gate",
            "preparation",
            "intake",
            "delivery",
            "route",
            "schedule",
            "watch"
        })
package jp.kenpo.gateway.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
