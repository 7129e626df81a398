package jp.kenpo.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModernAlgorithmsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Set<ClientSession.ClientSessionEvent> DECIDED =
            Set.of(ClientSession.ClientSessionEvent.WAIT_AUTH, ClientSession.ClientSessionEvent.CLOSED);

    @TempDir
    private Path temp;

    private final SshServer server = SshServer.setUpDefaultServer();

    @BeforeEach
    void start() throws IOException {
        SimpleGeneratorHostKeyProvider hostKey = new SimpleGeneratorHostKeyProvider(temp.resolve("host-key"));
        hostKey.setAlgorithm("EC");
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(hostKey);
        server.setPublickeyAuthenticator((user, key, session) -> false);
        ModernAlgorithms.only(server);
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(true);
    }

    @Test
    void agreesOnTheExchangeThatHoldsAgainstTomorrowsComputers() throws IOException {
        assertThat(agreed(client -> {})).isEqualTo("mlkem768x25519-sha256");
    }

    @Test
    void takesNoExchangeThatCostsTheServerMoreThanItsClient() {
        assertThatThrownBy(() -> agreed(client -> client.setKeyExchangeFactories(
                        List.of(ClientBuilder.DH2KEX.apply(BuiltinDHFactories.sntrup761x25519_openssh)))))
                .hasMessageContaining("Unable to negotiate");
    }

    @Test
    @SuppressWarnings("deprecation") // what must not be spoken is deprecated, too
    void speaksNoKeyExchangeWithSha1() {
        assertThatThrownBy(() -> agreed(client ->
                        client.setKeyExchangeFactories(List.of(ClientBuilder.DH2KEX.apply(BuiltinDHFactories.dhg14)))))
                .hasMessageContaining("Unable to negotiate");
    }

    @Test
    void speaksNoCipherInCbcMode() {
        assertThatThrownBy(() -> agreed(client -> client.setCipherFactories(List.of(BuiltinCiphers.aes256cbc))))
                .hasMessageContaining("Unable to negotiate");
    }

    @Test
    void speaksNoMacWithSha1() {
        assertThatThrownBy(() -> agreed(client -> {
                    client.setCipherFactories(List.of(BuiltinCiphers.aes256ctr));
                    client.setMacFactories(List.of(BuiltinMacs.hmacsha1));
                }))
                .hasMessageContaining("Unable to negotiate");
    }

    private String agreed(Consumer<SshClient> settings) throws IOException {
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
            settings.accept(client);
            client.start();
            try (ClientSession session = client.connect("anyone", "127.0.0.1", server.getPort())
                    .verify(PATIENCE)
                    .getSession()) {
                if (!session.waitFor(DECIDED, PATIENCE).contains(ClientSession.ClientSessionEvent.WAIT_AUTH)) {
                    session.auth().verify(PATIENCE);
                }
                return session.getNegotiatedKexParameter(KexProposalOption.ALGORITHMS);
            }
        }
    }
}
