package jp.kenpo.gateway.operations;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jp.kenpo.gateway.configuration.ConfigurationRejectedException;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.counterparty.Connection;
import jp.kenpo.gateway.counterparty.Counterparty;

/**
 * The files that the configuration names and no backup holds: keys, known hosts, passwords, schemas. Without them a restored
 * gateway starts, and reaches nobody.
 */
final class OutsideFiles {

    private final Installation installation;

    OutsideFiles(Installation installation) {
        this.installation = installation;
    }

    /** Returns those that are here, as they are named, in the order of the counterparties; a folder of schemas last. */
    List<String> here() {
        return Stream.concat(named().stream(), Stream.of(installation.settings().schemasDir()))
                .filter(Files::exists)
                .map(Path::toString)
                .toList();
    }

    /** Returns those that are named and not here. */
    List<String> absent() {
        return named().stream()
                .filter(file -> !Files.exists(file))
                .map(Path::toString)
                .toList();
    }

    /** Returns which of these are not here. */
    static List<String> absent(List<String> files) {
        return files.stream().filter(file -> !Files.exists(Path.of(file))).toList();
    }

    private Set<Path> named() {
        GatewaySettings settings = installation.settings();
        Set<Path> files = new LinkedHashSet<>();
        try {
            installation.counterparties().all().forEach(counterparty -> files.addAll(of(counterparty)));
        } catch (ConfigurationRejectedException told) {
            // a backup is made all the same; check tells what is wrong
        }
        GatewaySettings.Broker broker = settings.broker();
        Stream.of(
                        settings.database().passwordFile(),
                        broker.passwordFile(),
                        broker.trustStore(),
                        broker.trustStorePasswordFile())
                .filter(Objects::nonNull)
                .forEach(files::add);
        files.addAll(broker.passwordFiles().values());
        files.removeIf(file -> Stream.of(settings.configDir(), settings.routesDir(), settings.keys())
                .anyMatch(copied -> whole(file).startsWith(whole(copied))));
        return files;
    }

    private static List<Path> of(Counterparty counterparty) {
        List<Path> files = new ArrayList<>();
        Connection connection = counterparty.connection();
        if (connection instanceof Connection.RemoteSftp remote) {
            files.add(remote.privateKey());
            files.add(remote.knownHosts());
        } else if (connection instanceof Connection.HostedSftp hosted) {
            files.addAll(hosted.publicKeys());
        } else if (connection instanceof Connection.Queues queues && queues.home() != null) {
            files.addAll(queues.home().publicKeys());
        }
        counterparty.parties().forEach(party -> files.addAll(party.publicKeys()));
        return files;
    }

    private static Path whole(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
