package jp.kenpo.gateway.intake;

import java.nio.file.Path;
import java.security.PublicKey;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kenpo.gateway.counterparty.Connection;
import jp.kenpo.gateway.counterparty.Counterparty;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Party;
import org.apache.sshd.server.config.keys.AuthorizedKeysAuthenticator;
import org.apache.sshd.server.session.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * Who may log in to the gateway's SFTP server under a user name, and which home is theirs.
 *
 * @param party the one of many; null for a counterparty that is but one
 */
record HostedAccount(
        Path home,
        List<AuthorizedKeysAuthenticator> keys,
        @Nullable Party party) {

    /** Returns every account by its user name. */
    static Map<String, HostedAccount> of(CounterpartyRegister counterparties, HostedHomes homes) {
        Map<String, HostedAccount> accounts = new HashMap<>();
        for (Counterparty counterparty : counterparties.all()) {
            List<Path> keys = publicKeys(counterparty);
            if (!keys.isEmpty()) {
                accounts.put(counterparty.id(), account(homes.home(counterparty.id()), keys, null));
            }
            for (Party party : counterparty.parties()) {
                accounts.put(party.id(), account(homes.home(party), party.publicKeys(), party));
            }
        }
        return accounts;
    }

    private static HostedAccount account(Path home, List<Path> keys, @Nullable Party party) {
        return new HostedAccount(
                home, keys.stream().map(AuthorizedKeysAuthenticator::new).toList(), party);
    }

    private static List<Path> publicKeys(Counterparty counterparty) {
        if (counterparty.connection() instanceof Connection.HostedSftp hosted) {
            return hosted.publicKeys();
        }
        return counterparty.connection() instanceof Connection.Queues queues && queues.home() != null
                ? queues.home().publicKeys()
                : List.of();
    }

    /** Returns whether the holder of the key may log in on the day. */
    boolean admits(String user, PublicKey key, ServerSession session, LocalDate on) {
        // the keys first, whatever the day: how long a refusal takes is to tell nothing
        boolean keyFits = keys.stream().anyMatch(file -> isIn(file, user, key, session));
        return keyFits && (party == null || party.runsOn(on));
    }

    private static boolean isIn(AuthorizedKeysAuthenticator file, String user, PublicKey key, ServerSession session) {
        // of two that log in at the same moment, the second would find the file neither to be read nor read yet
        synchronized (file) {
            return file.authenticate(user, key, session);
        }
    }
}
