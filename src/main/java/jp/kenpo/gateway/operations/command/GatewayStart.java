package jp.kenpo.gateway.operations.command;

import org.springframework.context.ConfigurableApplicationContext;

/** Starts a gateway within this process, for the command that needs a running one. */
@FunctionalInterface
public interface GatewayStart {

    /**
     * Starts it and returns when it is up.
     *
     * @param properties arguments such as {@code --gateway.data-dir=var}
     */
    ConfigurableApplicationContext start(String... properties);
}
