package jp.kenpo.gateway.intake;

import java.util.List;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;

/**
 * What the hosted SFTP server speaks: nothing with SHA-1, CBC or less than 112 bits of strength. Source: RFC 9142
 * (key exchanges), RFC 8332 (RSA with SHA-2), RFC 5647 (AES-GCM).
 *
 * <p>ML-KEM with X25519 protects what is recorded today from tomorrow's computers. The other such exchange, sntrup761,
 * is not spoken: in Java one costs its server 60 ms, so that a stranger could keep it busy with handshakes alone; its
 * clients have X25519 too.
 */
final class ModernAlgorithms {

    private static final List<String> KEY_EXCHANGES = List.of(
            "mlkem768x25519-sha256",
            "curve25519-sha256",
            "curve25519-sha256@libssh.org",
            "ecdh-sha2-nistp256",
            "ecdh-sha2-nistp384",
            "ecdh-sha2-nistp521",
            "diffie-hellman-group16-sha512",
            "diffie-hellman-group14-sha256");

    private ModernAlgorithms() {}

    /** Lets the server offer these and no others. */
    static void only(SshServer server) {
        server.setKeyExchangeFactories(ServerBuilder.setUpDefaultKeyExchanges(false).stream()
                .filter(each -> KEY_EXCHANGES.contains(each.getName()))
                .toList());
        // AES only: ChaCha20 is four times slower in Java
        server.setCipherFactories(List.of(
                BuiltinCiphers.aes128gcm,
                BuiltinCiphers.aes256gcm,
                BuiltinCiphers.aes128ctr,
                BuiltinCiphers.aes256ctr));
        server.setMacFactories(List.of(
                BuiltinMacs.hmacsha256etm, BuiltinMacs.hmacsha512etm, BuiltinMacs.hmacsha256, BuiltinMacs.hmacsha512));
        server.setSignatureFactories(List.of(
                BuiltinSignatures.ed25519,
                BuiltinSignatures.nistp256,
                BuiltinSignatures.nistp384,
                BuiltinSignatures.nistp521,
                BuiltinSignatures.rsaSHA512,
                BuiltinSignatures.rsaSHA256));
    }
}
