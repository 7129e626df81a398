package jp.kenpo.gateway.operations.command;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Stream;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.operations.Installation;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * What surrounds a command: settings, profiles, language and log, read as the gateway reads them, but without a Spring
 * context, which a command would wait for longer than it works.
 */
final class Surroundings {

    private final ConfigurableEnvironment environment;

    private Surroundings(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    static Surroundings of(Invocation invocation) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource(
                        invocation.properties().toArray(String[]::new)));
        var log = LoggingSystem.get(Surroundings.class.getClassLoader());
        log.beforeInitialize();
        // Only this one step of Spring Boot: others would start the sandbox's servers
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        ConfigurationPropertySources.attach(environment);
        log.initialize(new LoggingInitializationContext(environment), "classpath:commands-log.xml", null);
        return new Surroundings(environment);
    }

    Installation installation() {
        var settings = Binder.get(environment).bindOrCreate("gateway", GatewaySettings.class);
        return Installation.besideRunning(
                settings,
                name -> environment.resolveRequiredPlaceholders("${" + name + "}"),
                Clock.system(ZoneId.of("Asia/Tokyo")));
    }

    /**
     * Returns Japanese if the machine speaks it, else English. Java falls back to English where the locale is named but
     * not installed, as in small containers; so the variables are looked at too.
     */
    Locale locale() {
        boolean japanese = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(environment::getProperty)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .map(value -> value.startsWith("ja"))
                .orElse(false);
        return japanese || Locale.getDefault().getLanguage().equals("ja") ? Locale.JAPANESE : Locale.ENGLISH;
    }
}
