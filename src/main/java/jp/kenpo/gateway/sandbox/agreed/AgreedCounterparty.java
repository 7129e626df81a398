package jp.kenpo.gateway.sandbox.agreed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One counterparty (相手先) as its file says.
 *
 * @param insuredPersonsOnly whether no row of a dependant may go there
 * @param parties who logs in: itself, or the parties of its list
 */
public record AgreedCounterparty(
        String id,
        boolean ownSystem,
        Connection connection,
        boolean insuredPersonsOnly,
        List<AgreedParty> parties,
        List<AgreedInterchange> interchanges) {

    /** How it is reached. */
    public enum Connection {
        /** By a server of its own, to which the gateway logs in. */
        REMOTE,
        /** By its home, or the homes of its parties, on the gateway's server. */
        HOSTED,
        /** By a home and by queues on the gateway's broker. */
        QUEUES,
        /** Not by system. */
        NONE
    }

    /** Returns the folders in which the gateway leaves files for it. */
    public List<String> deliveryFolders() {
        return interchanges.stream()
                .filter(each -> !each.incoming())
                .map(AgreedInterchange::folder)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Returns the interchange of a file that lies in one of these folders; empty for what is none, as error reports. */
    public Optional<AgreedInterchange> delivered(String folder, String name) {
        return interchanges.stream()
                .filter(each -> !each.incoming() && folder.equals(each.folder()) && each.fits(name))
                .findFirst();
    }

    static AgreedCounterparty of(JsonNode file, List<Map<String, String>> list) {
        String id = file.path("id").asText();
        List<AgreedInterchange> interchanges = new ArrayList<>();
        file.path("interchanges")
                .properties()
                .forEach(each -> interchanges.add(AgreedInterchange.of(id, each.getKey(), each.getValue())));
        return new AgreedCounterparty(
                id,
                file.path("own-system").asBoolean(),
                connection(file.path("connection")),
                file.path("insured-persons-only").asBoolean(),
                parties(id, file.path("connection"), list),
                interchanges);
    }

    private static Connection connection(JsonNode connection) {
        if (connection.has("remote-sftp")) {
            return Connection.REMOTE;
        }
        if (connection.has("hosted-sftp") || connection.has("hosted-parties")) {
            return Connection.HOSTED;
        }
        return connection.has("queues") ? Connection.QUEUES : Connection.NONE;
    }

    private static List<AgreedParty> parties(String id, JsonNode connection, List<Map<String, String>> list) {
        if (!connection.has("hosted-parties")) {
            return List.of(new AgreedParty(id, id, ""));
        }
        return list.stream()
                .map(row -> new AgreedParty(row.getOrDefault("party", ""), id, row.getOrDefault("code", "")))
                .filter(party -> !party.id().isEmpty())
                .toList();
    }
}
