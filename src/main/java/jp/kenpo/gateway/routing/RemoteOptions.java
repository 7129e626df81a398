package jp.kenpo.gateway.routing;

import com.jcraft.jsch.JSch;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.counterparty.Connection.RemoteSftp;

/** The options that every SFTP connection of the gateway has: keys only, host key pinned, modern ciphers. */
final class RemoteOptions {

    static {
        // at every connection JSch makes a key for each of these, to see whether Java can; sntrup761 alone takes 60 ms
        JSch.setConfig("CheckKexes", "mlkem768x25519-sha256,curve25519-sha256,curve25519-sha256@libssh.org");
    }

    private RemoteOptions() {}

    /** The user stands in it: two parties may have an account each on one server, and a folder of the same name there. */
    static String uri(RemoteSftp remote, String folder) {
        return "sftp:" + remote.user() + "@" + remote.host() + ":" + remote.port() + "/" + folder;
    }

    static Map<String, Object> of(RemoteSftp remote, GatewaySettings.Patience patience) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("username", remote.user());
        options.put("privateKeyFile", remote.privateKey().toAbsolutePath().toString());
        options.put("preferredAuthentications", "publickey");
        options.put("knownHostsFile", remote.knownHosts().toAbsolutePath().toString());
        options.put("strictHostKeyChecking", "yes");
        options.put("useUserKnownHostsFile", "false");
        options.put("autoCreateKnownHostsFile", "false");
        // chacha20 is four times slower in Java
        options.put("ciphers", "aes128-gcm@openssh.com,aes256-gcm@openssh.com,aes128-ctr,aes256-ctr");
        options.put("stepwise", "false");
        options.put("bulkRequests", "64");
        options.put("autoCreate", "false");
        options.put("filenameEncoding", "UTF-8");
        options.put("connectTimeout", millis(patience.connect()));
        // a server whose SFTP side hangs may still answer signs of life: none are asked for, so that silence ends it
        options.put("soTimeout", millis(patience.answer()));
        options.put("serverAliveInterval", "0");
        options.put("serverAliveCountMax", "0");
        options.put("maximumReconnectAttempts", "0");
        options.put("throwExceptionOnConnectFailed", "true");
        options.put("jschLoggingLevel", "OFF");
        return options;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
