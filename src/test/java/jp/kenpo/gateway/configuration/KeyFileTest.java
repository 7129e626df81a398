package jp.kenpo.gateway.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.config.TinkConfig2026;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    private static final Parameters KIND = PredefinedAeadParameters.AES256_GCM;
    private static final byte[] PLACE = "place".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void makesAKeyThatOnlyItsOwnerCanReadAndOpensItAgain() throws Exception {
        var file = folder.resolve("keys/payload.json");

        var sealed = aead(KeyFile.open(file, KIND, true)).encrypt(PLACE, PLACE);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file.getParent()).isDirectoryContaining("glob:**/payload.json");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
        assertThat(aead(KeyFile.open(file, KIND, false)).decrypt(sealed, PLACE)).isEqualTo(PLACE);
    }

    @Test
    void refusesAMissingKeyThatMayNotBeMade() {
        var file = folder.resolve("payload.json");

        assertThatThrownBy(() -> KeyFile.open(file, KIND, false))
                .isInstanceOf(ConfigurationRejectedException.class)
                .hasMessage(file + ": the key file does not exist. Put the key file of this installation there");
        assertThat(file).doesNotExist();
    }

    @Test
    void refusesAKeyThatOthersCanRead() throws IOException {
        var file = folder.resolve("payload.json");
        KeyFile.open(file, KIND, true);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> KeyFile.open(file, KIND, true))
                .hasMessage(file + ": the key file is open to others than its owner (---r-----)."
                        + " Run chmod 600 on it, and replace the key if somebody may have read it");
    }

    @Test
    void refusesAFileThatIsNoKeysetAndDoesNotRepeatIt() throws IOException {
        var file = Files.writeString(folder.resolve("payload.json"), "{\"secret\": 42}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        assertThatThrownBy(() -> KeyFile.open(file, KIND, true))
                .hasMessage(file + ": the file is not a keyset."
                        + " Restore the key file of this installation from its backup");
        assertThat(file).hasContent("{\"secret\": 42}");
    }

    @Test
    void givesTheSameKeyToAllWhoStartTogether() throws Exception {
        var file = folder.resolve("payload.json");
        var threads = Executors.newFixedThreadPool(8);
        try {
            Callable<KeysetHandle> open = () -> KeyFile.open(file, KIND, true);
            var keys = threads.invokeAll(Stream.generate(() -> open).limit(8).toList());

            var sealed = aead(keys.get(0).get()).encrypt(PLACE, PLACE);
            for (var key : keys) {
                assertThat(aead(key.get()).decrypt(sealed, PLACE)).isEqualTo(PLACE);
            }
        } finally {
            threads.shutdown();
        }
    }

    private static Aead aead(KeysetHandle key) throws GeneralSecurityException {
        return key.getPrimitive(TinkConfig2026.get(), Aead.class);
    }
}
