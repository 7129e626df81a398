package jp.kenpo.gateway.counterparty;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.configuration.ConfigurationFolder;
import jp.kenpo.gateway.configuration.Problem;
import jp.kenpo.gateway.configuration.Problems;
import jp.kenpo.gateway.purpose.Direction;
import jp.kenpo.gateway.purpose.PurposeRegister;

/** Every counterparty and interchange that was agreed; what is not in it does not exist. */
public final class CounterpartyRegister {

    private static final String CHECKS = ".checks.yaml";

    private record Entry(Counterparty counterparty, ConfigurationFile<CounterpartyFile> file) {}

    private final Map<String, Entry> entries;
    private final PartyRegister parties;
    private final Map<String, Interchange> interchanges = new LinkedHashMap<>();

    private CounterpartyRegister(Map<String, Entry> entries, PartyRegister parties) {
        this.entries = entries;
        this.parties = parties;
        entries.values().stream()
                .flatMap(each -> each.counterparty().interchanges().stream())
                .forEach(each -> interchanges.put(each.name(), each));
    }

    /**
     * Reads {@code counterparties/*.yaml} below the configuration folder (not the {@code *.checks.yaml}), and the lists
     * of parties in {@code parties/} that they name.
     *
     * @param placeholders resolves {@code ${name:default}} in values, from environment and properties
     * @throws jp.kenpo.gateway.configuration.ConfigurationRejectedException with every problem: an unknown key,
     *     purpose, category or field, a channel that does not fit, a purpose that names an unknown counterparty
     */
    public static CounterpartyRegister load(
            Path configDir, PurposeRegister purposes, UnaryOperator<String> placeholders) {
        var problems = new Problems();
        var files = files(configDir, purposes, placeholders, problems);
        // A file with problems is no entry: what refers to it would only repeat them
        problems.throwIfAny();
        var parties =
                PartyRegister.load(configDir.resolve("parties"), lists(files), files.keySet(), placeholders, problems);
        var entries = new LinkedHashMap<String, Entry>();
        files.forEach((id, file) -> entries.put(id, new Entry(file.content().toCounterparty(parties.of(id)), file)));
        var register = new CounterpartyRegister(entries, parties);
        register.checkPurposes(purposes, problems);
        new SharedPlaces(register).check(problems);
        register.checkDueDays(problems);
        problems.throwIfAny();
        return register;
    }

    /** Reads the files of the counterparties, by their ids. */
    static Map<String, ConfigurationFile<CounterpartyFile>> files(
            Path configDir, PurposeRegister purposes, UnaryOperator<String> placeholders, Problems problems) {
        var files = new LinkedHashMap<String, ConfigurationFile<CounterpartyFile>>();
        for (var path : ConfigurationFolder.files(configDir.resolve("counterparties"), ".yaml")) {
            var fileName = String.valueOf(path.getFileName());
            if (!fileName.endsWith(CHECKS)) {
                problems.collect(() -> ConfigurationFile.read(path, CounterpartyFile.class, placeholders))
                        .ifPresent(file -> {
                            new CounterpartyChecks(file, purposes, problems).check(fileName);
                            files.put(file.content().id(), file);
                        });
            }
        }
        return files;
    }

    /** Returns the names of the lists of parties, by counterparty. */
    static Map<String, String> lists(Map<String, ConfigurationFile<CounterpartyFile>> files) {
        var lists = new LinkedHashMap<String, String>();
        files.forEach((id, file) -> {
            var list = file.content().parties();
            if (list != null) {
                lists.put(id, list);
            }
        });
        return lists;
    }

    private void checkPurposes(PurposeRegister purposes, Problems problems) {
        for (var purpose : purposes.all()) {
            for (var named : purpose.counterparties()) {
                if (!entries.containsKey(named)) {
                    problems.add(purposes.problem(
                            purpose.id(),
                            "counterparties",
                            "unknown counterparty \"" + named + "\"",
                            "Write the id of a file in config/counterparties/"));
                }
            }
        }
    }

    /** An answer is due after a request that exists. */
    private void checkDueDays(Problems problems) {
        for (var interchange : interchanges.values()) {
            if (interchange.timing().due() instanceof Due.After after
                    && interchange(after.interchange())
                            .filter(request -> request.direction() == Direction.OUT)
                            .isEmpty()) {
                problems.add(fileOf(interchange)
                        .problem(
                                "\"" + after.interchange() + "\" is no outbound interchange to answer",
                                "Write the full name of the interchange that the request leaves on",
                                "interchanges",
                                interchange.shortName(),
                                "due",
                                "after"));
            }
        }
    }

    private ConfigurationFile<CounterpartyFile> fileOf(Interchange interchange) {
        var entry = entries.get(interchange.counterparty());
        if (entry == null) {
            throw new IllegalStateException("interchange of no counterparty: " + interchange.name());
        }
        return entry.file();
    }

    /** Returns the counterparties in the order of their ids. */
    public List<Counterparty> all() {
        return entries.values().stream().map(Entry::counterparty).toList();
    }

    public Optional<Counterparty> find(String id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::counterparty);
    }

    /** Returns the party of that id, whichever counterparty it is one of. */
    public Optional<Party> party(String id) {
        return parties.find(id);
    }

    /** Returns where a party stands, as {@code file:line}, for messages; its id if there is none. */
    public String whereIsParty(String id) {
        return parties.whereIs(id);
    }

    /** Returns the interchange of that full name. */
    public Optional<Interchange> interchange(String name) {
        return Optional.ofNullable(interchanges.get(name));
    }

    /** Returns every interchange, by counterparty and in the order of its file. */
    public List<Interchange> interchanges() {
        return List.copyOf(interchanges.values());
    }

    /** Returns where a counterparty stands, as {@code file:line}, for messages; its id if there is none. */
    public String whereIs(String counterpartyId) {
        return whereIs(counterpartyId, new Object[0]);
    }

    /** Returns where the node under a path of its file stands, such as {@code "agreements", 0, "until"}. */
    public String whereIs(String counterpartyId, Object... path) {
        var entry = entries.get(counterpartyId);
        return entry == null
                ? counterpartyId
                : entry.file().name() + ":" + entry.file().lineOf(path);
    }

    /** Returns a problem at an interchange. */
    public Problem problem(Interchange interchange, String what, String remedy) {
        return fileOf(interchange).problem(what, remedy, "interchanges", interchange.shortName());
    }
}
