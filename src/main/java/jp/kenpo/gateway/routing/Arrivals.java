package jp.kenpo.gateway.routing;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.counterparty.Connection;
import jp.kenpo.gateway.counterparty.Connection.HostedParties;
import jp.kenpo.gateway.counterparty.Connection.RemoteSftp;
import jp.kenpo.gateway.counterparty.Counterparty;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.counterparty.Interchange.Afterwards;
import jp.kenpo.gateway.counterparty.Interchange.Completeness;
import jp.kenpo.gateway.counterparty.Interchange.FileArrival;
import jp.kenpo.gateway.counterparty.Interchange.QueueChannel;
import jp.kenpo.gateway.intake.HostedHomes;
import jp.kenpo.gateway.intake.Intake;
import jp.kenpo.gateway.intake.Uploads;
import jp.kenpo.gateway.watch.Poller;
import jp.kenpo.gateway.watch.Pollers;
import jp.kenpo.gateway.watch.Pressure;
import jp.kenpo.gateway.watch.Stoppages;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;

/** Builds Camel's own endpoints for the places where files and messages arrive. */
final class Arrivals {

    private final CamelContext camel;
    private final CounterpartyRegister counterparties;
    private final GatewaySettings settings;
    private final HostedHomes homes;
    private final Uploads uploads;
    private final Intake intake;
    private final Pollers pollers;
    private final Pressure pressure;
    private final Stoppages stoppages;
    private final Map<String, Poller> byInterchange = new ConcurrentHashMap<>();

    Arrivals(
            CamelContext camel,
            CounterpartyRegister counterparties,
            GatewaySettings settings,
            HostedHomes homes,
            Uploads uploads,
            Intake intake,
            Pollers pollers,
            Pressure pressure,
            Stoppages stoppages) {
        this.camel = camel;
        this.counterparties = counterparties;
        this.settings = settings;
        this.homes = homes;
        this.uploads = uploads;
        this.intake = intake;
        this.pollers = pollers;
        this.pressure = pressure;
        this.stoppages = stoppages;
    }

    /** Returns where the interchange's files or messages come from. */
    Endpoint of(Interchange interchange) {
        if (interchange.channel() instanceof QueueChannel queue) {
            return camel.getEndpoint("jms:queue:" + queue.queue(), transacted());
        }
        FileArrival files = (FileArrival) interchange.channel();
        Connection connection =
                counterparties.find(interchange.counterparty()).orElseThrow().connection();
        if (connection instanceof RemoteSftp remote) {
            return remote(interchange, files, remote);
        }
        return connection instanceof HostedParties ? parties(interchange, files) : hosted(interchange, files);
    }

    /** Returns who looks for the interchange's files; empty for messages, and before {@link #of} was called. */
    Optional<Poller> pollerOf(Interchange interchange) {
        return Optional.ofNullable(byInterchange.get(interchange.name()));
    }

    /** Returns whether nothing is taken in on the interchange at the moment. */
    boolean isPausing(Interchange interchange) {
        return pressure.pausing() || stoppages.has(interchange.name());
    }

    /** Returns what says where a file of the interchange lies. */
    Places placesOf(Interchange interchange) {
        Counterparty counterparty =
                counterparties.find(interchange.counterparty()).orElseThrow();
        return counterparty.hasParties() && interchange.channel() instanceof FileArrival files
                ? new Places.OfMany(homes.home(counterparty.id()), uploadOf(files))
                : new Places.OfOne(counterparty.id(), homes.home(counterparty.id()));
    }

    private static String uploadOf(FileArrival files) {
        return files.folder().isEmpty() ? "upload" : "upload/" + files.folder();
    }

    private static Map<String, Object> transacted() {
        return Map.of(
                "transacted", "true", "lazyCreateTransactionManager", "false", "cacheLevelName", "CACHE_CONSUMER");
    }

    private Endpoint remote(Interchange interchange, FileArrival files, RemoteSftp remote) {
        Map<String, Object> options = new LinkedHashMap<>(RemoteOptions.of(remote, settings.patience()));
        long delay = settings.polling().remoteMillis();
        options.putAll(common(files, delay));
        watch(
                options,
                interchange,
                delay,
                remote.longestPauseOr(settings.retry().longestPause()));
        options.put(
                "filter",
                new ArrivalFilter<>(interchange, files, intake, placesOf(interchange), settledFiles(), false));
        options.put("recursive", "true");
        // the stream goes straight into the store; stream caching is off, else Camel would hold the file in memory
        options.put("streamDownload", "true");
        options.put("readLock", "none");
        return camel.getEndpoint(RemoteOptions.uri(remote, files.folder()), options);
    }

    private Endpoint hosted(Interchange interchange, FileArrival files) {
        long delay = settings.polling().hostedMillis();
        Map<String, Object> options = inHomes(interchange, files, delay);
        // only the own system has folders of its own making: its pattern says whom a file in one is for
        options.put("recursive", Boolean.toString(files.pattern().contains("/")));
        Path upload = homes.upload(interchange.counterparty());
        return camel.getEndpoint("file:" + upload.resolve(files.folder()), options);
    }

    private Endpoint parties(Interchange interchange, FileArrival files) {
        // as seldom as remote folders: there are hundreds
        long delay = settings.polling().remoteMillis();
        Map<String, Object> options = inHomes(interchange, files, delay);
        options.remove("maxMessagesPerPoll");
        Counterparty counterparty =
                counterparties.find(interchange.counterparty()).orElseThrow();
        PartyFolders folders = new PartyFolders(
                counterparty.parties().stream()
                        .map(party -> homes.upload(party).resolve(files.folder()))
                        .toList(),
                System::nanoTime);
        return new PartyFilesEndpoint(camel, interchange.name(), homes.home(counterparty.id()), folders, options);
    }

    private Map<String, Object> inHomes(Interchange interchange, FileArrival files, long delay) {
        Map<String, Object> options = common(files, delay);
        Places places = placesOf(interchange);
        watch(options, interchange, delay, settings.retry().longestPause());
        var filter = new ArrivalFilter<File>(interchange, files, intake, places, settledFiles(), true);
        options.put("filter", filter);
        options.put("exclusiveReadLockStrategy", new UploadClaim(places, uploads, filter));
        return options;
    }

    private SettledFiles settledFiles() {
        return new SettledFiles(settings.polling().settledMillis());
    }

    private void watch(Map<String, Object> options, Interchange interchange, long delay, Duration longest) {
        Poller poller = pollers.add(interchange.name(), interchange.counterparty(), Duration.ofMillis(delay), longest);
        byInterchange.put(interchange.name(), poller);
        PollWatch watch = new PollWatch(poller, () -> isPausing(interchange));
        options.put("pollStrategy", watch);
        options.put("exceptionHandler", watch);
    }

    private static Map<String, Object> common(FileArrival files, long delay) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("initialDelay", "0");
        options.put("delay", Long.toString(delay));
        options.put("greedy", "true");
        options.put("maxMessagesPerPoll", "100");
        options.put("idempotent", "false");
        if (files.complete() == Completeness.MARKER) {
            options.put("doneFileName", "${file:name}.done");
        }
        if (files.afterwards() == Afterwards.MOVE) {
            // beside the file, so that its month stays known; a name that was used before must not stand in the way
            options.put("move", "${file:parent}/.taken/${date:now:yyyyMMddHHmmssSSS}_${file:onlyname}");
        } else {
            options.put("delete", "true");
        }
        return options;
    }
}
