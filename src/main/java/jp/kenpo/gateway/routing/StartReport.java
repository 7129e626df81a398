package jp.kenpo.gateway.routing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.content.SchemaFolder;
import jp.kenpo.gateway.intake.HostedSftp;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.payload.PayloadStore;
import jp.kenpo.gateway.route.RouteRegister;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Enters the start in the ledger, clears what a crash left, and says where everything listens. */
final class StartReport {

    private static final Logger log = LoggerFactory.getLogger(StartReport.class);

    private final GatewaySettings settings;
    private final RouteRegister routes;
    private final Ledger ledger;
    private final PayloadStore payloads;
    private final HostedSftp sftp;
    private final Broker broker;
    private final Environment environment;

    StartReport(
            GatewaySettings settings,
            RouteRegister routes,
            Ledger ledger,
            PayloadStore payloads,
            HostedSftp sftp,
            Broker broker,
            Environment environment) {
        this.settings = settings;
        this.routes = routes;
        this.ledger = ledger;
        this.payloads = payloads;
        this.sftp = sftp;
        this.broker = broker;
        this.environment = environment;
    }

    /** Runs once, when everything is up. */
    @EventListener(ApplicationReadyEvent.class)
    public void ready() throws java.io.IOException {
        int swept = payloads.sweep(ledger::knowsPayload);
        Map<String, Object> details = new TreeMap<>();
        details.put("routes", routes.routes().size());
        details.put("sweptPayloads", swept);
        ledger.write(write -> {
            write.enter(null, EntryKind.STARTED, details);
            return swept;
        });
        List<String> unreadable = SchemaFolder.unreadable(settings.schemasDir());
        if (!unreadable.isEmpty()) {
            log.warn(
                    "Checkup archives are checked the slow way: {} in the folder of schemas can't be read. Remove what does"
                            + " not belong there, or bring it again, and restart",
                    String.join(", ", unreadable));
        }
        log.info(
                "kenpo-gateway started: console http://{}:{}/  SFTP {}:{}  {}  data {}",
                environment.getProperty("server.address", "127.0.0.1"),
                environment.getProperty("local.server.port", environment.getProperty("server.port", "8080")),
                settings.sftp().address(),
                sftp.port(),
                broker.place(),
                settings.dataDir());
    }
}
