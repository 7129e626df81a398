package jp.kenpo.gateway.content.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Projected;
import jp.kenpo.gateway.testing.Peers;
import org.junit.jupiter.api.Test;

class ReceiptProjectionTest {

    private final PayerReceiptContent content = MadeUpReceipts.content();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void writesTheSameBytesWhenEverythingIsPermitted() throws IOException {
        byte[] file = MadeUpReceipts.file(10);

        Projected projected = project(file, allFields(file));

        assertThat(out.toByteArray()).isEqualTo(file);
        assertThat(projected).isEqualTo(new Projected(10, allFields(file), Map.of()));
    }

    @Test
    void writesTheSharedSampleUnchangedWhenEverythingIsPermitted() throws IOException {
        var sample = Peers.sample("receipts/11_RECODEINFO_MED.CSV");
        if (sample.isPresent()) {
            byte[] file = Files.readAllBytes(sample.get());

            project(file, allFields(file));

            assertThat(out.toByteArray()).isEqualTo(file);
        }
    }

    @Test
    void emptiesItemsAndDropsRecordsThatAreNotPermitted() throws IOException {
        Projected projected = project(MadeUpReceipts.file(1), Set.of("receipt.mn", "receipt.re", "receipt.birth-date"));

        assertThat(out.toString(MadeUpReceipts.ENCODING))
                .isEqualTo("2,1,0,MN,000000001,東京都架空区一丁目,13150805000000001,,,\r\n"
                        + "1,3,0,RE,2,1112,202604,,2,19880229" + ",".repeat(31) + "\r\n\u001a");
        assertThat(projected.records()).isEqualTo(1);
        assertThat(projected.left()).containsExactlyInAnyOrder("receipt.mn", "receipt.re", "receipt.birth-date");
        assertThat(projected.removed())
                .containsEntry("receipt.patient-name", 1L)
                .containsEntry("receipt.insured-identifier", 2L)
                .containsEntry("receipt.ho", 1L)
                .containsEntry("receipt.sy", 3L)
                .doesNotContainKey("receipt.birth-date");
    }

    @Test
    void keepsOnlyThePermittedItemsOfARecordThatIsNotPermitted() throws IOException {
        project(MadeUpReceipts.file(1), Set.of("receipt.insured-identifier"));

        assertThat(out.toString(MadeUpReceipts.ENCODING))
                .isEqualTo("1,4,0,HO,,健保７７,8100000" + ",".repeat(11) + "\r\n\u001a");
    }

    @Test
    void leavesOutRecordsAndItemsThatNobodyDeclared() throws IOException {
        byte[] file = "2,1,0,MN,1,,13150805000000001,,,,extra,extra\r\n1,2,0,ZZ,1\r\n\u001a"
                .getBytes(MadeUpReceipts.ENCODING);

        Projected projected = project(file, Set.of("receipt.mn"));

        assertThat(out.toString(MadeUpReceipts.ENCODING)).isEqualTo("2,1,0,MN,1,,13150805000000001,,,\r\n\u001a");
        assertThat(projected.removed()).isEqualTo(Map.of("undeclared", 3L));
    }

    @Test
    void writesNothingButTheEndMarkWhenNothingIsPermitted() throws IOException {
        Projected projected = project(MadeUpReceipts.file(2), Set.of());

        assertThat(out.toByteArray()).containsExactly(0x1A);
        assertThat(projected.records()).isZero();
        assertThat(projected.left()).isEmpty();
    }

    private Projected project(byte[] file, Set<String> permitted) throws IOException {
        return content.project(new ByteArrayInputStream(file), out, Permission.of(permitted));
    }

    private Set<String> allFields(byte[] file) throws IOException {
        return new TreeSet<>(
                content.read(new ByteArrayInputStream(file), Arrival.UNKNOWN).fields());
    }
}
