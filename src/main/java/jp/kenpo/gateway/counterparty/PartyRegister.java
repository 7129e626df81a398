package jp.kenpo.gateway.counterparty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import jp.kenpo.gateway.configuration.Problem;
import jp.kenpo.gateway.configuration.Problems;

/** Every party of every counterparty that stands for many. */
final class PartyRegister {

    private record Listed(Party party, PartyList list) {}

    private final Map<String, PartyList> lists = new LinkedHashMap<>();
    private final Map<String, Listed> parties = new HashMap<>();

    /**
     * Reads the lists that the counterparties name.
     *
     * @param folder {@code config/parties}
     * @param named file names by counterparty
     * @param counterparties ids of all counterparties, of which a party may have none
     */
    static PartyRegister load(
            Path folder,
            Map<String, String> named,
            Set<String> counterparties,
            UnaryOperator<String> placeholders,
            Problems problems) {
        PartyRegister register = new PartyRegister();
        named.forEach((counterparty, file) -> problems.collect(
                        () -> PartyList.read(folder.resolve(file), counterparty, placeholders))
                .ifPresent(list -> register.add(counterparty, list, counterparties, problems)));
        reportUnnamed(folder, Set.copyOf(named.values()), problems);
        return register;
    }

    private void add(String counterparty, PartyList list, Set<String> counterparties, Problems problems) {
        lists.put(counterparty, list);
        for (Party party : list.parties()) {
            if (counterparties.contains(party.id())) {
                problems.add(list.problem(
                        party,
                        "\"" + party.id() + "\" is the id of a counterparty",
                        "Give the party an id of its own"));
            }
            Listed other = parties.putIfAbsent(party.id(), new Listed(party, list));
            if (other != null) {
                problems.add(list.problem(
                        party,
                        "party \"" + party.id() + "\" is already one of "
                                + other.party().counterparty(),
                        "Give each its own id"));
            }
        }
    }

    /** A list that nobody names would be overlooked. */
    private static void reportUnnamed(Path folder, Set<String> named, Problems problems) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            files.sorted()
                    .filter(file -> !named.contains(String.valueOf(file.getFileName())))
                    .forEach(file -> problems.add(new Problem(
                            file.normalize().toString().replace('\\', '/'),
                            0,
                            "no counterparty names this list",
                            "Write parties: in the counterparty's file, or remove the list")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Party> of(String counterparty) {
        PartyList list = lists.get(counterparty);
        return list == null ? List.of() : list.parties();
    }

    Optional<Party> find(String id) {
        return Optional.ofNullable(parties.get(id)).map(Listed::party);
    }

    String whereIs(String id) {
        Listed listed = parties.get(id);
        return listed == null ? id : listed.list().whereIs(listed.party());
    }

    Set<String> ids() {
        return Set.copyOf(parties.keySet());
    }
}
