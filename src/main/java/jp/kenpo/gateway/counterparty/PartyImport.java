package jp.kenpo.gateway.counterparty;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import jp.kenpo.gateway.configuration.ConfigurationRejectedException;
import jp.kenpo.gateway.configuration.Problems;
import jp.kenpo.gateway.purpose.PurposeRegister;

/** Takes over a list of parties, for example one that was exported elsewhere, as that of a counterparty. */
public final class PartyImport {

    private final Path configDir;
    private final UnaryOperator<String> placeholders;
    private final Map<String, String> lists;
    private final Set<String> counterparties;

    /**
     * Reads which counterparties are many parties. That a list is missing or broken is no hindrance: an import puts it
     * right.
     *
     * @throws ConfigurationRejectedException if a file in {@code config/counterparties/} has a problem
     */
    public PartyImport(Path configDir, PurposeRegister purposes, UnaryOperator<String> placeholders) {
        var problems = new Problems();
        var files = CounterpartyRegister.files(configDir, purposes, placeholders, problems);
        problems.throwIfAny();
        this.configDir = configDir;
        this.placeholders = placeholders;
        this.lists = CounterpartyRegister.lists(files);
        this.counterparties = files.keySet();
    }

    /** Returns the counterparties that a list may be imported for. */
    public Set<String> counterpartiesOfMany() {
        return new TreeSet<>(lists.keySet());
    }

    /** What an import does to one party. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }

    public record Change(Party party, Kind kind) {}

    /**
     * Returns what would change, in the order of the lists.
     *
     * @throws ConfigurationRejectedException with every problem of the new list, also ids that others have
     */
    public List<Change> changes(String counterparty, Path file) {
        Map<String, Party> before = byId(current(counterparty));
        Map<String, Party> after = byId(read(counterparty, file).parties());
        List<Change> changes = new ArrayList<>();
        after.values().forEach(party -> {
            Party old = before.get(party.id());
            if (old == null) {
                changes.add(new Change(party, Kind.ADDED));
            } else if (!old.equals(party)) {
                changes.add(new Change(party, Kind.CHANGED));
            }
        });
        before.values().stream()
                .filter(party -> !after.containsKey(party.id()))
                .forEach(party -> changes.add(new Change(party, Kind.REMOVED)));
        return changes;
    }

    private static Map<String, Party> byId(List<Party> parties) {
        Map<String, Party> byId = new LinkedHashMap<>();
        parties.forEach(party -> byId.put(party.id(), party));
        return byId;
    }

    /** A list that can't be read has no party yet. */
    private List<Party> current(String counterparty) {
        return new Problems()
                .collect(() -> PartyList.read(list(counterparty), counterparty, placeholders))
                .map(PartyList::parties)
                .orElse(List.of());
    }

    private PartyList read(String counterparty, Path file) {
        PartyList list = PartyList.read(file, counterparty, placeholders);
        Set<String> taken = new HashSet<>(counterparties);
        taken.addAll(partiesBeside(counterparty));
        Problems problems = new Problems();
        list.parties().stream()
                .filter(party -> taken.contains(party.id()))
                .forEach(party -> problems.add(list.problem(
                        party, "\"" + party.id() + "\" is the id of another", "Give the party an id of its own")));
        problems.throwIfAny();
        return list;
    }

    private Set<String> partiesBeside(String counterparty) {
        Map<String, String> others = new HashMap<>(lists);
        others.remove(counterparty);
        return PartyRegister.load(folder(), others, counterparties, placeholders, new Problems())
                .ids();
    }

    /**
     * Writes the list in place of the old one, whole or not at all. The gateway reads it at its next start.
     *
     * @throws ConfigurationRejectedException as {@link #changes}
     */
    public void write(String counterparty, Path file) throws IOException {
        read(counterparty, file);
        Path target = list(counterparty);
        Files.createDirectories(folder());
        // outside of the folder of lists, in which nothing may lie that nobody names
        Path draft = configDir.resolve("." + target.getFileName() + ".part");
        Files.copy(file, draft, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path folder() {
        return configDir.resolve("parties");
    }

    private Path list(String counterparty) {
        String name = lists.get(counterparty);
        if (name == null) {
            throw new IllegalArgumentException(counterparty + " is not many parties");
        }
        return folder().resolve(name);
    }
}
