package jp.kenpo.gateway;

import jp.kenpo.gateway.operations.command.Commands;
import jp.kenpo.gateway.operations.command.Invocation;
import org.springframework.boot.SpringApplication;

/** Entry point of the one jar: {@code java -jar kenpo-gateway.jar <command>}. */
public final class Gateway {

    private Gateway() {}

    /** Starts the gateway, or carries out the command that is named and ends with its exit code. */
    public static void main(String[] arguments) {
        var invocation = Invocation.of(arguments);
        if (!invocation.startsGateway()) {
            System.exit(Commands.execute(invocation));
        }
        start(invocation);
    }

    /** What failed, Spring has said already; a thread that still runs must not keep half a gateway alive. */
    private static void start(Invocation invocation) {
        try {
            SpringApplication.run(
                    GatewayApplication.class, invocation.properties().toArray(String[]::new));
        } catch (RuntimeException e) {
            System.exit(1);
        }
    }
}
