package jp.kenpo.gateway.routing;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.time.Clock;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.intake.Doorkeeper;
import jp.kenpo.gateway.intake.HostedHomes;
import jp.kenpo.gateway.intake.HostedSftp;
import jp.kenpo.gateway.intake.Uploads;
import jp.kenpo.gateway.watch.Pressure;
import org.springframework.context.annotation.Bean;

/** The homes of the counterparties on our own SFTP server, and who may enter them. */
class HomesConfiguration {

    @Bean
    HostedHomes hostedHomes(GatewaySettings settings) {
        return new HostedHomes(settings.dataDir());
    }

    @Bean
    Uploads uploads(GatewaySettings settings, Pressure pressure) throws IOException {
        return new Uploads(settings.dataDir().resolve("unfinished-uploads"), pressure::pausing);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    HostedSftp hostedSftp(
            GatewaySettings settings,
            CounterpartyRegister counterparties,
            HostedHomes homes,
            Uploads uploads,
            Clock clock) {
        return new HostedSftp(settings, counterparties, homes, uploads, clock);
    }

    /** What the SFTP server turned away, as numbers; no address and no name is a tag. */
    @Bean
    MeterBinder strangers(HostedSftp sftp) {
        Doorkeeper door = sftp.door();
        return metrics -> {
            for (Doorkeeper.Reason reason : Doorkeeper.Reason.values()) {
                FunctionCounter.builder("gateway.sftp.refused.connections", door, d -> d.turnedAway(reason))
                        .description("Connections that were closed before anything was said")
                        .tag("reason", reason.label())
                        .register(metrics);
            }
            FunctionCounter.builder("gateway.sftp.failed.logins", door, Doorkeeper::failedLogins)
                    .description("Connections that ended without a login")
                    .register(metrics);
            FunctionCounter.builder("gateway.sftp.bans", door, Doorkeeper::bans)
                    .description("Addresses that were banned for failed logins")
                    .register(metrics);
            Gauge.builder("gateway.sftp.banned.addresses", door, Doorkeeper::bannedNow)
                    .description("Addresses that are banned now")
                    .register(metrics);
        };
    }
}
