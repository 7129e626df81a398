package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.OpenSshSftp;
import jp.kenpo.gateway.testing.Peers;
import jp.kenpo.gateway.testing.ReceiptFiles;
import jp.kenpo.gateway.testing.Sftp;
import jp.kenpo.gateway.testing.SharedGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The payment fund's public sample goes its way, put and fetched by the SFTP client that everybody has. */
class RealInputIT {

    private static final String NAME = "11_RECODEINFO_MED.CSV";
    private static final String IN = "payer-fund.receipts";
    private static final String TO_TAISHO = "taisho-audit.receipt-check-request";

    private final GatewayProcess gateway = SharedGateway.get();

    @TempDir
    private Path own;

    private Path program;

    @BeforeEach
    void findOpenSsh() {
        program = Peers.sftp();
    }

    @Test
    void theSampleReachesTaishoByteForByteAndOnce() throws IOException {
        Path sample = Peers.neededSample("receipts/" + NAME);
        byte[] bytes = Files.readAllBytes(sample);
        String sha256 = ReceiptFiles.sha256(bytes);

        drop(sample, NAME);

        JsonNode received = show(gateway.awaitTransfer(IN, "accepted", sha256).path("id"));
        assertThat(received.path("records").asLong()).isEqualTo(7);
        assertThat(received.path("members").asLong()).isEqualTo(6);
        assertThat(received.path("purposes")).hasToString("[\"3-0a\"]");
        assertThat(received.path("findings").findValuesAsText("severity")).doesNotContain("error", "warning");

        JsonNode sent =
                show(gateway.awaitTransfer(TO_TAISHO, "delivered", sha256).path("id"));
        assertThat(sent.path("parent")).isEqualTo(received.path("id"));
        assertThat(received.at("/chain/children")).contains(sent.path("id"));
        assertThat(sent.path("purposes")).hasToString("[\"3-1\"]");
        assertThat(fetchAsTaisho(sent.path("fileName").asText())).isEqualTo(bytes);

        theSameBytesUnderAnotherNameGoNowhere(sample, sha256);
    }

    private void theSameBytesUnderAnotherNameGoNowhere(Path sample, String sha256) throws IOException {
        List<String> before = atTaisho(sha256);

        drop(sample, "SECOND_DROP.CSV");
        JsonNode duplicate = show(gateway.awaitTransfer(IN, "duplicate", sha256).path("id"));
        assertThat(duplicate.path("fileName").asText()).isEqualTo("SECOND_DROP.CSV");
        assertThat(duplicate.at("/chain/children")).isEmpty();

        ReceiptFiles.Made third = ReceiptFiles.another(YearMonth.of(2026, 1), 2);
        try (Sftp sftp = gateway.payerFund()) {
            sftp.putUnderTemporaryName(third.remotePath(), third.bytes());
        }
        gateway.awaitTransfer(TO_TAISHO, "delivered", third.sha256());
        assertThat(atTaisho(sha256)).isEqualTo(before).hasSize(1);
        assertThat(gateway.transfers())
                .filteredOn(each -> each.path("sha256").asText().equals(sha256))
                .extracting(each -> each.path("interchange").asText() + " "
                        + each.path("state").asText())
                .containsExactlyInAnyOrder(
                        IN + " accepted",
                        IN + " duplicate",
                        TO_TAISHO + " delivered",
                        "core-system.receipts delivered");
    }

    @Test
    void aCounterpartySeesItsOwnHomeOnly() {
        OpenSshSftp.Ended looked = as("taisho-audit").batch("cd ..", "cd ../..", "pwd", "ls -1a /", "ls -1a ..");

        assertThat(looked.exitCode()).isZero();
        assertThat(looked.output()).contains("Remote working directory: /\n");
        assertThat(looked.output().lines().filter(line -> !line.contains("sftp>") && !line.contains("working")))
                .allMatch(line -> line.matches("[/.]*(\\.|\\.\\.|download|upload)"));
    }

    @Test
    void aCounterpartyGetsNothingOfAnother() {
        for (String path : List.of(
                "/../core-system/download/receipts",
                "../core-system/download",
                "/homes/core-system/download",
                "/../../keys/sftp-host-key",
                "/etc/passwd",
                "upload/../../core-system/upload")) {
            OpenSshSftp.Ended ended = as("taisho-audit").batch("get -r " + path + " " + own);

            assertThat(ended.exitCode()).as(path).isNotZero();
        }
        assertThat(own).isEmptyDirectory();
    }

    @Test
    void aCounterpartyWritesNowhereButIntoItsUploads() throws IOException {
        Path file = Files.writeString(own.resolve("file"), "x");
        for (String path : List.of("/file", "download/file", "../core-system/upload/file", "upload/../../file")) {
            OpenSshSftp.Ended ended = as("taisho-audit").batch("put " + file + " " + path);

            assertThat(ended.exitCode()).as(path).isNotZero();
        }
        assertThat(as("taisho-audit").batch("mkdir upload/folder").exitCode()).isNotZero();
        assertThat(as("taisho-audit").batch("symlink / upload/link").exitCode()).isNotZero();
    }

    private void drop(Path file, String name) {
        String month = YearMonth.now(ZoneId.of("Asia/Tokyo")).format(DateTimeFormatter.ofPattern("yyyyMM"));
        String folder = "receipts/" + month + "/06132013/0_COMMON001";
        OpenSshSftp.Ended ended = new OpenSshSftp(
                        program,
                        gateway.remoteSftpPort(),
                        "payer-fund",
                        gateway.sandboxKey("payer-fund"),
                        gateway.knownHosts())
                .batch(
                        "-mkdir receipts/" + month,
                        "-mkdir receipts/" + month + "/06132013",
                        "-mkdir " + folder,
                        "put " + file + " " + folder + "/." + name + ".part",
                        "rename " + folder + "/." + name + ".part " + folder + "/" + name);
        assertThat(ended.exitCode()).as(ended.output()).isZero();
    }

    private byte[] fetchAsTaisho(String name) throws IOException {
        Path fetched = own.resolve(name);
        OpenSshSftp.Ended ended = as("taisho-audit").batch("get download/" + name + " " + fetched);
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        return Files.readAllBytes(fetched);
    }

    private List<String> atTaisho(String sha256) {
        return as("taisho-audit")
                .batch("ls -1 download")
                .output()
                .lines()
                .filter(line -> line.contains(sha256.substring(0, 12)))
                .toList();
    }

    private OpenSshSftp as(String party) {
        return new OpenSshSftp(program, gateway.sftpPort(), party, gateway.sandboxKey(party), gateway.knownHosts());
    }

    private JsonNode show(JsonNode id) throws IOException {
        GatewayProcess.Ended shown = gateway.command("show", id.asText(), "--json");
        assertThat(shown.exitCode()).as(shown.err()).isZero();
        return new ObjectMapper().readTree(shown.out());
    }
}
