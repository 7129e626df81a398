package jp.kenpo.gateway.operations;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.configuration.Problem;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.content.MembersNamed;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.PartyImport;
import jp.kenpo.gateway.disclosure.ProvisionSeal;
import jp.kenpo.gateway.disclosure.Provisions;
import jp.kenpo.gateway.gate.Gate;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.LedgerDatabase;
import jp.kenpo.gateway.payload.PayloadStore;
import jp.kenpo.gateway.purpose.PurposeRegister;
import jp.kenpo.gateway.route.RouteRegister;
import jp.kenpo.gateway.route.RouteStates;
import jp.kenpo.gateway.schedule.BusinessCalendar;

/**
 * One installation of the gateway: its registers, routes, ledger and payload store, each opened when first needed.
 *
 * <p>Opened {@linkplain #running to run}, it writes, and makes its keys at the very first start. Opened
 * {@linkplain #besideRunning beside a running gateway}, as the commands do, it reads only and makes nothing.
 * Thread-safe.
 */
public final class Installation implements AutoCloseable {

    private final GatewaySettings settings;
    private final Clock clock;
    private final UnaryOperator<String> placeholders;
    private final InstalledLedger ledger;
    private final Lazy<PurposeRegister> purposes;
    private final Lazy<CounterpartyRegister> counterparties;
    private final Lazy<Layouts> layouts;
    private final Lazy<BusinessCalendar> calendar;
    private final Lazy<Gate> gate;
    private final Lazy<RouteRegister> routes;
    private final Lazy<PayloadStore> payloads;
    private final Lazy<Provisions> provisions;
    private final Lazy<MembersNamed> membersNamed;

    private Installation(GatewaySettings settings, UnaryOperator<String> placeholders, Clock clock, boolean runs) {
        this.settings = settings;
        this.clock = clock;
        this.placeholders = placeholders;
        var files = new LedgerFiles(settings.dataDir().resolve("ledger"));
        var keys = new InstallationKeys(settings.keys(), runs && !files.begun(settings.database()));
        this.ledger = new InstalledLedger(settings, files, keys, clock, runs);
        this.purposes = new Lazy<>(() -> PurposeRegister.load(settings.configDir()));
        this.counterparties =
                new Lazy<>(() -> CounterpartyRegister.load(settings.configDir(), purposes(), placeholders));
        this.layouts = new Lazy<>(() -> Layouts.load(
                settings.configDir(),
                settings.schemasDir(),
                purposes(),
                runs ? keys.members() : InstallationKeys.passing(),
                clock));
        this.calendar = new Lazy<>(() ->
                BusinessCalendar.load(settings.configDir(), layouts().society().closingDays()));
        this.gate = new Lazy<>(() -> new Gate(purposes(), counterparties()));
        this.routes =
                new Lazy<>(() -> RouteRegister.load(settings.routesDir(), purposes(), counterparties(), layouts()));
        this.payloads = new Lazy<>(() -> new PayloadStore(settings.dataDir().resolve("payloads"), keys.payload()));
        this.provisions = new Lazy<>(() -> new Provisions(ledger(), new ProvisionSeal(keys.payload())));
        this.membersNamed =
                new Lazy<>(() -> new MembersNamed(settings.configDir(), settings.schemasDir(), purposes(), clock));
    }

    /**
     * Opens the installation for the gateway itself, which writes.
     *
     * @param placeholders resolves {@code name:default} from environment and properties
     * @param clock in Asia/Tokyo
     */
    public static Installation running(GatewaySettings settings, UnaryOperator<String> placeholders, Clock clock) {
        return new Installation(settings, placeholders, clock, true);
    }

    /**
     * Opens the installation for a command, which reads and makes nothing in the data folder; only
     * {@link #writableLedger()} writes.
     */
    public static Installation besideRunning(
            GatewaySettings settings, UnaryOperator<String> placeholders, Clock clock) {
        return new Installation(settings, placeholders, clock, false);
    }

    /** Returns where everything lies. */
    public GatewaySettings settings() {
        return settings;
    }

    /** Returns the clock of the installation, in Asia/Tokyo. */
    public Clock clock() {
        return clock;
    }

    /** Returns the register of purposes; its problems are a {@code ConfigurationRejectedException}. */
    public PurposeRegister purposes() {
        return purposes.get();
    }

    /** Returns the register of counterparties; its problems are a {@code ConfigurationRejectedException}. */
    public CounterpartyRegister counterparties() {
        return counterparties.get();
    }

    /** Returns what takes over lists of parties; problems of the counterparties' files are an exception. */
    public PartyImport partyImport() {
        return new PartyImport(settings.configDir(), purposes(), placeholders);
    }

    /**
     * Returns the layouts. Beside a running gateway their pseudonyms hold for this process only: a command counts
     * members and keeps nothing, and so needs neither key nor data folder.
     */
    public Layouts layouts() {
        return layouts.get();
    }

    /** Returns the days on which the society works; its problems are a {@code ConfigurationRejectedException}. */
    public BusinessCalendar calendar() {
        return calendar.get();
    }

    /** Returns the gate over today's registers. */
    public Gate gate() {
        return gate.get();
    }

    /** Returns the routes, with their problems. */
    public RouteRegister routes() {
        return routes.get();
    }

    /**
     * Returns the ledger: the writer in the running gateway, a reader beside it.
     *
     * @throws NeverStartedException beside a gateway that was never started with this data folder
     */
    public Ledger ledger() {
        return ledger.get();
    }

    /**
     * Returns the ledger for writing: that of the running gateway, or beside it one whose commits take their turn with
     * the gateway's.
     *
     * @throws NeverStartedException beside a gateway that was never started with this data folder
     */
    public Ledger writableLedger() {
        return ledger.writable();
    }

    /** Returns the ledger, or empty if the gateway was never started with this data folder. */
    public Optional<Ledger> ledgerIfStarted() {
        return ledger.ifStarted();
    }

    /** Returns the payload store. */
    public PayloadStore payloads() {
        return payloads.get();
    }

    /**
     * Returns the records of third-party provisions and receipts.
     *
     * @throws NeverStartedException beside a gateway that was never started with this data folder
     */
    public Provisions provisions() {
        return provisions.get();
    }

    /** Returns who names members, which only those records do. */
    public MembersNamed membersNamed() {
        return membersNamed.get();
    }

    /** Returns what is exchanged without a period for which it is kept; empty if each has one. */
    public List<Problem> withoutRetention() {
        return new RetentionCheck(settings, counterparties(), layouts()).problems();
    }

    /** Returns which acknowledgements are to be found by records that nothing tells of; empty if none. */
    public List<Problem> withoutRecords() {
        return new AcknowledgedRecords(counterparties(), layouts()).problems();
    }

    /** Returns which key, known-hosts and password files the configuration names that are not here, as it names them. */
    public List<String> absentFiles() {
        return new OutsideFiles(this).absent();
    }

    /** Returns which settings and files would open the gateway to others; empty if none would. */
    public List<Problem> unsafe() {
        return new SafetyCheck(settings, placeholders).problems(counterparties());
    }

    /** Returns what a running gateway says of its routes. */
    public RouteStates routeStates() {
        return RouteStates.in(settings.dataDir());
    }

    /** Returns whether the gateway was started with this data folder before. */
    public boolean wasStarted() {
        return ledger.wasStarted();
    }

    @Override
    public void close() {
        ledger.close();
    }

    /** Returns where the ledger of this data folder lies. */
    LedgerFiles ledgerFiles() {
        return ledger.files();
    }

    /** Opens the database of the ledger; the caller closes it. */
    LedgerDatabase openDatabase() {
        return ledger.openDatabase();
    }
}
