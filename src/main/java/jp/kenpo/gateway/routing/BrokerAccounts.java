package jp.kenpo.gateway.routing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;
import org.jspecify.annotations.Nullable;

/**
 * Who may log in to the broker: the gateway itself, with a password made anew at each start, and counterparties with
 * the password in their file. A user's one role has the user's name.
 */
final class BrokerAccounts implements ActiveMQSecurityManager {

    static final String GATEWAY = "gateway";
    private static final int PASSWORD_BYTES = 24;

    private final Map<String, byte[]> passwords = new HashMap<>();
    private final String ownPassword;

    /** @param files password file by user name; a file that is missing means that nobody logs in under the name */
    BrokerAccounts(Map<String, Path> files) throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        ownPassword = Base64.getEncoder().encodeToString(random);
        passwords.put(GATEWAY, ownPassword.getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, Path> file : files.entrySet()) {
            if (!file.getKey().equals(GATEWAY) && Files.exists(file.getValue())) {
                String password = Files.readString(file.getValue()).strip();
                passwords.put(file.getKey(), password.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    String ownPassword() {
        return ownPassword;
    }

    @Override
    public boolean validateUser(@Nullable String user, @Nullable String password) {
        byte[] known = user == null ? null : passwords.get(user);
        return known != null
                && known.length > 0
                && password != null
                && MessageDigest.isEqual(known, password.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean validateUserAndRole(
            @Nullable String user, @Nullable String password, Set<Role> roles, CheckType checkType) {
        return validateUser(user, password)
                && roles.stream().anyMatch(role -> role.getName().equals(user) && checkType.hasRole(role));
    }
}
