package jp.kenpo.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.operations.Installation;
import jp.kenpo.gateway.operations.TrialInstallation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file counts as whole only when it gives as many bytes as its server says that it has. */
class WholeFilesTest {

    private static final byte[] BYTES = "bytes".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path temp;

    private Installation installation;
    private Intake intake;
    private Interchange receipts;

    @BeforeEach
    void open() {
        installation = new TrialInstallation(temp.resolve("var")).running();
        intake = new Intake(installation.payloads(), installation.ledger());
        receipts = installation
                .counterparties()
                .interchange("payer-fund.member-inquiry-answer")
                .orElseThrow();
    }

    @AfterEach
    void close() {
        installation.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 4, 6})
    void doesNotTakeAFileThatGivesMoreOrFewerBytes(long said) throws IOException {
        long kept = payloads();

        assertThatThrownBy(() -> take(said))
                .isInstanceOf(NotWholeException.class)
                .hasMessage("a file gave 5 bytes, its server says it has " + said + "; not taken until they agree");

        assertThat(installation.ledger().transfers(new Ledger.Filter(null, null, null, 10)))
                .isEmpty();
        assertThat(payloads()).isEqualTo(kept);
    }

    @Test
    void takesItWhenTheyAgree() throws IOException {
        assertThatThrownBy(() -> take(6)).isInstanceOf(NotWholeException.class);

        take(5);

        assertThat(installation.ledger().transfers(new Ledger.Filter(null, null, null, 10)))
                .singleElement()
                .matches(transfer -> transfer.state() == TransferState.RECEIVED);
    }

    private void take(long said) throws IOException {
        intake.take(receipts, new Place("KAITO_1.csv", said, 1), new ByteArrayInputStream(BYTES));
    }

    private long payloads() throws IOException {
        try (Stream<Path> files = Files.walk(temp.resolve("var/payloads"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
