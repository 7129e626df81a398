package jp.kenpo.gateway.content.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** DPC, dental, pharmacy and nursing receipts, whose layouts are inferred. */
class ReceiptKindsTest {

    @ParameterizedTest
    @CsvSource({"DPC, ''", "DEN, ''", "PHA, R33 T04", "NURSING, R33 R33 T04"})
    void readsEveryKindWithNotesOnly(FileKind kind, String notes) throws IOException {
        Reading reading = read(MadeUpReceipts.content(), MadeUpKinds.payer(kind), nameOf(kind));

        assertThat(reading.findings()).extracting(Finding::severity).allMatch(Severity.NOTE::equals);
        assertThat(reading.findings()).extracting(Finding::rule).containsExactlyInAnyOrderElementsOf(rules(notes));
        assertThat(reading.counts()).containsEntry("receipts", 2L);
        assertThat(reading.counts()).containsEntry(kind == FileKind.NURSING ? "yen" : "points", 2400L);
        assertThat(reading.members()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"DPC", "DEN", "PHA", "NURSING"})
    void readsTheClaimsOfEveryKindToTheTotalsOfTheirTrailer(FileKind kind) throws IOException {
        Reading reading = read(MadeUpReceipts.claims(kind), MadeUpKinds.provider(kind), "");

        assertThat(reading.findings()).extracting(Finding::severity).allMatch(Severity.NOTE::equals);
        assertThat(reading.counts()).containsEntry("receipts", 2L).containsEntry("items", 2L);
    }

    @ParameterizedTest
    @EnumSource(names = {"DPC", "DEN", "PHA", "NURSING"})
    void writesTheSameBytesWhenEverythingIsPermitted(FileKind kind) throws IOException {
        byte[] payer = MadeUpKinds.payer(kind);
        byte[] provider = MadeUpKinds.provider(kind);

        assertThat(projectWhole(MadeUpReceipts.content(), payer)).isEqualTo(payer);
        assertThat(projectWhole(MadeUpReceipts.claims(kind), provider)).isEqualTo(provider);
    }

    @ParameterizedTest
    @EnumSource(names = {"DPC", "DEN", "PHA", "NURSING"})
    void letsALineOfUnexpectedLengthPassAsAWholeOrNotAtAll(FileKind kind) throws IOException {
        String file = new String(MadeUpKinds.payer(kind), MadeUpReceipts.ENCODING);
        byte[] longer = file.replace(",77777,", ",77777,,").getBytes(MadeUpReceipts.ENCODING);
        var fields = new TreeSet<>(
                read(MadeUpReceipts.content(), longer, nameOf(kind)).fields());

        assertThat(project(MadeUpReceipts.content(), longer, fields)).isEqualTo(longer);

        fields.remove("receipt.patient-name");
        assertThat(new String(project(MadeUpReceipts.content(), longer, fields), MadeUpReceipts.ENCODING))
                .doesNotContain(",RE,", "花子", "ハナコ")
                .contains(",HO,");
    }

    @ParameterizedTest
    @CsvSource({
        "DEN, ',301000110,', ',30100011,', R27",
        "DEN, ',104600,', ',104600,,', R26 R27 R27",
        "DEN, ',0', ',0', ''",
        "DPC, ',1100,', ',1000,', T03 T03",
        "DPC, 'BU,', 'ZZ,', R20 R20",
        "PHA, ',20260402,20260402', ',20261302,20260402', R27 R33 T04"
    })
    void warnsOnceOfWhatDoesNotFitAnInferredTable(FileKind kind, String original, String changed, String rules)
            throws IOException {
        String file = new String(MadeUpKinds.payer(kind), MadeUpReceipts.ENCODING);
        assertThat(file).contains(original);

        Reading reading = read(
                MadeUpReceipts.content(),
                file.replace(original, changed).getBytes(MadeUpReceipts.ENCODING),
                nameOf(kind));

        assertThat(reading.findings()).extracting(Finding::rule).containsExactlyInAnyOrderElementsOf(rules(rules));
        assertThat(reading.accepted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"DPC, 11_RECODEINFO_MED.CSV", "DEN, 14_RECODEINFO_PHA.CSV", "PHA, 12_RECODEINFO_DPC.CSV"})
    void refusesAKindUnderTheNameOfAnother(FileKind kind, String name) throws IOException {
        Reading reading = read(MadeUpReceipts.content(), MadeUpKinds.payer(kind), name);

        assertThat(reading.findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::rule)
                .containsExactly("F04");
    }

    private static String nameOf(FileKind kind) {
        return kind == FileKind.NURSING ? "" : "1x_RECODEINFO_" + kind + ".CSV";
    }

    private static List<String> rules(String rules) {
        return rules.isEmpty() ? List.of() : List.of(rules.split(" ", -1));
    }

    private static byte[] projectWhole(Content content, byte[] file) throws IOException {
        return project(content, file, read(content, file, "").fields());
    }

    private static byte[] project(Content content, byte[] file, Set<String> fields) throws IOException {
        var out = new ByteArrayOutputStream();
        content.project(new ByteArrayInputStream(file), out, Permission.of(fields));
        return out.toByteArray();
    }

    private static Reading read(Content content, byte[] file, String name) throws IOException {
        return content.read(new ByteArrayInputStream(file), new Arrival(name, null, null));
    }
}
