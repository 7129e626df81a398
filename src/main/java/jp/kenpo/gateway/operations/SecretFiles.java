package jp.kenpo.gateway.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.configuration.Problem;
import jp.kenpo.gateway.counterparty.Connection;
import jp.kenpo.gateway.counterparty.Counterparty;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Party;
import org.jspecify.annotations.Nullable;

/**
 * Looks at files with keys and passwords: whether others can read or change them, and whether each holds what it is for.
 *
 * <p>A counterparty for which neither key nor host keys are there is not set up yet, and nothing can move; that is no
 * problem here.
 */
final class SecretFiles {

    private static final Set<PosixFilePermission> OPEN = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);
    private static final Set<PosixFilePermission> FORGEABLE = EnumSet.of(PosixFilePermission.OTHERS_WRITE);
    private static final String PRIVATE = "PRIVATE KEY-----";

    private final GatewaySettings settings;
    private final List<Problem> problems;

    SecretFiles(GatewaySettings settings, List<Problem> problems) {
        this.settings = settings;
        this.problems = problems;
    }

    void look(CounterpartyRegister counterparties) {
        ownKeys();
        password("gateway.database.password-file", settings.database().passwordFile());
        password("gateway.broker.password-file", settings.broker().passwordFile());
        password("gateway.broker.trust-store-password-file", settings.broker().trustStorePasswordFile());
        new TreeMap<>(settings.broker().passwordFiles())
                .forEach((user, file) -> password("gateway.broker.password-files." + user, file));
        for (Counterparty counterparty : counterparties.all()) {
            String where = settings.configDir().getFileName() + "/counterparties/" + counterparty.id() + ".yaml";
            Connection connection = counterparty.connection();
            if (connection instanceof Connection.RemoteSftp remote) {
                remote(where, remote);
            } else if (connection instanceof Connection.HostedSftp hosted) {
                hosted.publicKeys().forEach(file -> publicKey(where, file));
            } else if (connection instanceof Connection.Queues queues && queues.home() != null) {
                queues.home().publicKeys().forEach(file -> publicKey(where, file));
            }
            for (Party party : counterparty.parties()) {
                party.publicKeys().forEach(file -> publicKey(where, file));
            }
        }
    }

    private void ownKeys() {
        if (!Files.isDirectory(settings.keys())) {
            return;
        }
        try (Stream<Path> files = Files.list(settings.keys())) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().endsWith(".pub"))
                    .sorted()
                    .forEach(file -> requireClosed("keys", file));
        } catch (IOException unreadable) {
            problem("keys", "the folder of the keys can't be read", "Give it to the gateway's user, mode 700");
        }
    }

    private void password(String setting, @Nullable Path file) {
        if (file == null || !Files.exists(file)) {
            return;
        }
        requireClosed(setting, file);
        if (text(file).isBlank()) {
            problem(
                    setting,
                    "the password file " + file.getFileName() + " is empty",
                    "Write the password alone into it");
        }
    }

    private void remote(String where, Connection.RemoteSftp remote) {
        boolean hasKey = Files.exists(remote.privateKey());
        boolean hasHostKeys = Files.exists(remote.knownHosts());
        if (hasKey) {
            requireClosed(where, remote.privateKey());
            if (!text(remote.privateKey()).contains(PRIVATE)) {
                problem(
                        where,
                        "private-key names a file that holds no private key (a password never stands in its place)",
                        "Make a key pair with ssh-keygen and name the file without .pub");
            }
            if (!hasHostKeys) {
                problem(
                        where,
                        "known-hosts names a file that does not exist, so that nobody could tell whose server it is",
                        "Write the server's host key into it, as the counterparty told it by another way");
            }
        }
        if (hasHostKeys) {
            requireNotForgeable(where, remote.knownHosts());
            if (text(remote.knownHosts()).lines().allMatch(line -> line.isBlank() || line.startsWith("#"))) {
                problem(
                        where,
                        "known-hosts names a file without a host key",
                        "Write the server's host key into it, as the counterparty told it by another way");
            }
        }
    }

    private void publicKey(String where, Path file) {
        if (!Files.exists(file)) {
            return;
        }
        requireNotForgeable(where, file);
        if (text(file).contains(PRIVATE)) {
            problem(
                    where,
                    "public-keys names a file with a private key, which only the counterparty may have",
                    "Ask for a new key pair and for its public key alone (the file that ends in .pub)");
        }
    }

    private void requireClosed(String where, Path file) {
        if (has(file, OPEN)) {
            problem(
                    where,
                    "the file " + file.getFileName() + " is open to others than its owner",
                    "Run chmod 600 on it, and replace what it holds if somebody may have read it");
        }
    }

    private void requireNotForgeable(String where, Path file) {
        if (has(file, FORGEABLE)) {
            problem(
                    where,
                    "anybody on this machine can change the file " + file.getFileName(),
                    "Run chmod 644 on it, and look whether every key in it is one that you were told");
        }
    }

    private static boolean has(Path file, Set<PosixFilePermission> rights) {
        try {
            Set<PosixFilePermission> found = EnumSet.copyOf(rights);
            found.retainAll(Files.getPosixFilePermissions(file));
            return !found.isEmpty();
        } catch (IOException | UnsupportedOperationException undecided) {
            return true; // what can't be decided is refused
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private void problem(String where, String what, String remedy) {
        problems.add(new Problem(where, 0, what, remedy));
    }
}
