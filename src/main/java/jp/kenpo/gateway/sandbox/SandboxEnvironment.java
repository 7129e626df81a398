package jp.kenpo.gateway.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import jp.kenpo.gateway.sandbox.peer.SandboxPeers;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.context.ApplicationListener;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Prepares the sandbox before the gateway starts, in the profile {@code sandbox} only, and gives the gateway the
 * settings that lead to it.
 *
 * <p>It is this early because ports and keys have to be known when the gateway's configuration is read.
 */
public final class SandboxEnvironment implements EnvironmentPostProcessor, Ordered {

    private static final String SOURCE = "sandbox";

    /** Weaker than all that anybody sets. Nobody waits in the sandbox: its counterparties rename what is whole. */
    private static final Map<String, Object> DEFAULTS =
            Map.of("gateway.polling.remote-millis", "1000", "gateway.polling.settled-millis", "1000");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(Profiles.of("sandbox"))
                || environment.getPropertySources().contains(SOURCE)) {
            return;
        }
        SandboxPreparation preparation = prepare(environment);
        environment.getPropertySources().addFirst(new MapPropertySource(SOURCE, preparation.properties()));
        environment.getPropertySources().addLast(new MapPropertySource(SOURCE + "-defaults", DEFAULTS));
        SandboxPeers peers = preparation.peers();
        // a bean that is AutoCloseable is closed with the context
        application.addInitializers(context ->
                ((GenericApplicationContext) context).registerBean("sandboxPeers", SandboxPeers.class, () -> peers));
        application.addListeners((ApplicationListener<ApplicationFailedEvent>) failed -> close(peers));
    }

    /** Late: the profiles have to be known. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    private static SandboxPreparation prepare(ConfigurableEnvironment environment) {
        Path data = Path.of(environment.getProperty("gateway.data-dir", "var"));
        int port = environment.getProperty("gateway.sftp.port", Integer.class, 2222);
        SandboxSettings settings = Binder.get(environment).bindOrCreate("sandbox", SandboxSettings.class);
        try {
            Path config = Path.of(environment.getProperty("gateway.config-dir", "config"));
            return SandboxPreparation.prepare(new SandboxFolders(data), settings, ReachedParties.in(config), port);
        } catch (IOException failed) {
            throw new UncheckedIOException("the sandbox can't be prepared: " + failed.getMessage(), failed);
        }
    }

    private static void close(SandboxPeers peers) {
        try {
            peers.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("the simulated counterparties' server does not stop", failed);
        }
    }
}
