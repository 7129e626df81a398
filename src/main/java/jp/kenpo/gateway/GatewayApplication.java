package jp.kenpo.gateway;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import jp.kenpo.gateway.configuration.ConfigurationRejectedException;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.configuration.Problem;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.gate.Gate;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.operations.Installation;
import jp.kenpo.gateway.payload.PayloadStore;
import jp.kenpo.gateway.preparation.ProvisionNotes;
import jp.kenpo.gateway.purpose.PurposeRegister;
import jp.kenpo.gateway.route.RouteRegister;
import jp.kenpo.gateway.route.RouteStates;
import jp.kenpo.gateway.schedule.BusinessCalendar;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The running gateway: one installation, opened to write, handed to the capabilities part by part. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class GatewayApplication {

    /** The one clock: every day and time of the gateway is one in Japan. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Tokyo"));
    }

    @Bean(destroyMethod = "close")
    Installation installation(GatewaySettings settings, Environment environment, Clock clock) {
        Installation installation = Installation.running(
                settings, name -> environment.resolveRequiredPlaceholders("${" + name + "}"), clock);
        // before anything listens or writes: nothing may arrive at a gateway that will not start
        List<Problem> problems = new ArrayList<>(installation.routes().problems());
        problems.addAll(installation.unsafe());
        problems.addAll(installation.withoutRetention());
        problems.addAll(installation.withoutRecords());
        if (!problems.isEmpty()) {
            throw new ConfigurationRejectedException(problems);
        }
        return installation;
    }

    /** Where a running gateway says how its routes are, for the commands beside it. */
    @Bean(destroyMethod = "remove")
    RouteStates routeStatesFile(Installation installation) {
        return installation.routeStates();
    }

    @Bean
    Consumer<Map<String, String>> routeStates(RouteStates file) {
        return file::write;
    }

    @Bean
    PurposeRegister purposes(Installation installation) {
        return installation.purposes();
    }

    @Bean
    CounterpartyRegister counterparties(Installation installation) {
        return installation.counterparties();
    }

    @Bean
    Layouts layouts(Installation installation) {
        return installation.layouts();
    }

    @Bean
    ProvisionNotes provisionNotes(Installation installation) {
        return new ProvisionNotes(
                installation.layouts(),
                installation::membersNamed,
                installation.counterparties(),
                installation.purposes(),
                installation.payloads(),
                installation.ledger(),
                installation.provisions());
    }

    @Bean
    BusinessCalendar calendar(Installation installation) {
        return installation.calendar();
    }

    @Bean
    Gate gate(Installation installation) {
        return installation.gate();
    }

    @Bean
    RouteRegister routes(Installation installation) {
        return installation.routes();
    }

    @Bean(destroyMethod = "")
    Ledger ledger(Installation installation) {
        return installation.ledger();
    }

    @Bean
    PayloadStore payloads(Installation installation) {
        return installation.payloads();
    }
}
