package jp.kenpo.gateway;

import java.io.ObjectInputFilter;
import jp.kenpo.gateway.operations.command.Commands;
import jp.kenpo.gateway.operations.command.Invocation;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/** Entry point of the one jar: {@code java -jar kenpo-gateway.jar <command>}. */
public final class Gateway {

    /** Nothing here is ever sent as a Java object: whoever tries, in whatever library, gets an exception. */
    static final ObjectInputFilter NO_OBJECTS = object ->
            object.serialClass() == null ? ObjectInputFilter.Status.UNDECIDED : ObjectInputFilter.Status.REJECTED;

    private Gateway() {}

    /** Starts the gateway, or carries out the command that is named and ends with its exit code. */
    public static void main(String[] arguments) {
        if (ObjectInputFilter.Config.getSerialFilter() == null) {
            ObjectInputFilter.Config.setSerialFilter(NO_OBJECTS);
        }
        var invocation = Invocation.of(arguments);
        if (!invocation.startsGateway()) {
            System.exit(Commands.execute(invocation, Gateway::within));
        }
        start(invocation);
    }

    /** A gateway within a command logs as it is told, no longer as the command does. */
    private static ConfigurableApplicationContext within(String... properties) {
        LoggingSystem.get(Gateway.class.getClassLoader()).cleanUp();
        return SpringApplication.run(GatewayApplication.class, properties);
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
