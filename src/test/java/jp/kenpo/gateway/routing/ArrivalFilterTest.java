package jp.kenpo.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.counterparty.Interchange.FileArrival;
import jp.kenpo.gateway.intake.Intake;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.operations.Installation;
import jp.kenpo.gateway.operations.TrialInstallation;
import org.apache.camel.component.file.GenericFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalFilterTest {

    private static final String RESULTS = "taisho-audit.receipt-check-result";

    @TempDir
    Path temp;

    private Installation installation;
    private Ledger ledger;
    private ArrivalFilter<File> filter;

    @BeforeEach
    void open() {
        installation = new TrialInstallation(temp.resolve("var")).running();
        ledger = installation.ledger();
        filter = filterInto(ledger);
    }

    @AfterEach
    void close() {
        installation.close();
    }

    @Test
    void letsARegularFileThroughWhateverItsName() {
        assertThat(filter.accept(file("KEKKA_1.csv"))).isTrue();
        assertThat(filter.accept(file("点検結果 (2).csv"))).isTrue();
        assertThat(refusals()).isEmpty();
    }

    @Test
    void leavesAloneWhatIsStillBeingWritten() {
        for (String name : List.of(".KEKKA.csv", "KEKKA.csv.part", "KEKKA.csv.TMP", "KEKKA.csv.filepart")) {
            assertThat(filter.accept(file(name))).isFalse();
        }
        assertThat(refusals()).isEmpty();
    }

    @Test
    void refusesANameThatMeansOtherFilesToo() {
        for (String name : List.of("*", "KEKKA_?.csv", "a\\*.csv", "a\nb.csv", "..")) {
            assertThat(filter.accept(file(name))).isFalse();
        }
        assertThat(refusals()).hasSize(5).allMatch(transfer -> transfer.state() == TransferState.REFUSED);
    }

    @Test
    void refusesAFolderInPlaceOfAFileAndALink() throws Exception {
        GenericFile<File> folder = file("KEKKA_1.csv");
        folder.setDirectory(true);
        assertThat(filter.accept(folder)).isFalse();

        Path link = Files.createSymbolicLink(temp.resolve("KEKKA_2.csv"), temp.resolve("elsewhere"));
        GenericFile<File> linked = file("KEKKA_2.csv");
        linked.setFile(link.toFile());
        assertThat(filter.accept(linked)).isFalse();

        assertThat(refusals()).hasSize(2);
    }

    @Test
    void doesNotRefuseAFolderOfAnotherName() {
        GenericFile<File> folder = file("過去分");
        folder.setDirectory(true);

        assertThat(filter.accept(folder)).isTrue();
        assertThat(refusals()).isEmpty();
    }

    @Test
    void recordsARefusalOnce() {
        for (int look = 0; look < 3; look++) {
            assertThat(filter.accept(file("*"))).isFalse();
        }
        assertThat(refusals()).hasSize(1);
    }

    @Test
    void triesAgainToRecordWhatItCouldNot() {
        Installation broken = new TrialInstallation(temp.resolve("other")).running();
        ArrivalFilter<File> cut = filterInto(broken.ledger());
        broken.ledger().close();

        assertThatThrownBy(() -> cut.accept(file("*"))).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> cut.accept(file("*"))).isInstanceOf(RuntimeException.class);
        broken.close();
    }

    private ArrivalFilter<File> filterInto(Ledger into) {
        Interchange results = installation.counterparties().interchange(RESULTS).orElseThrow();
        return new ArrivalFilter<>(
                results,
                (FileArrival) results.channel(),
                new Intake(installation.payloads(), into),
                new Places.OfOne("taisho-audit", temp),
                new SettledFiles(1),
                true);
    }

    private GenericFile<File> file(String name) {
        GenericFile<File> file = new GenericFile<>();
        file.setFile(new File("nowhere", "x"));
        file.setFileNameOnly(name);
        file.setRelativeFilePath(name);
        file.setFileLength(1);
        file.setLastModified(1);
        return file;
    }

    private List<Transfer> refusals() {
        return ledger.transfers(new Ledger.Filter(RESULTS, null, null, 10));
    }
}
