package jp.kenpo.gateway.content.employer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.Severity;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @Test
    void readsACleanWorkbookAsACleanCsv() throws IOException {
        Reading reading = Uploads.read(workbook(sheet -> {}));

        assertThat(reading.accepted()).isTrue();
        assertThat(cells(reading)).isEmpty();
        assertThat(reading.counts()).containsEntry("records", 2L).containsEntry("lines", 3L);
        assertThat(reading.members()).isEqualTo(2);
    }

    @Test
    void readsNumbersAndDaysOfASpreadsheetAsWhatTheyAre() throws IOException {
        Reading reading = Uploads.read(workbook(sheet -> {
            sheet.value(1, 0, 6_999_999);
            sheet.value(1, 2, 1001);
            sheet.value(1, 5, LocalDate.of(1991, 11, 11));
            sheet.style(1, 5).format("yyyy/m/d").set();
            sheet.value(1, 7, LocalDate.of(2025, 4, 18));
            sheet.style(1, 7).format("[$-411]ge.m.d;@").set();
            sheet.value(2, 7, 45_765);
            sheet.value(1, 9, 160.10000000000002);
        }));

        assertThat(cells(reading)).containsExactly("W30 2 保険者番号 (A)", "W34 2 身長 (J)", "W31 3 受診日 (H)");
    }

    @Test
    void refusesCellsWithFormulasAndErrors() throws IOException {
        byte[] formula = workbook(sheet -> sheet.formula(1, 9, "A1+1"));
        byte[] error = changed(
                workbook(sheet -> sheet.value(2, 9, 170)),
                SHEET,
                xml -> xml.replace("t=\"n\"><v>170</v>", "t=\"e\"><v>#N/A</v>"));

        assertThat(cells(Uploads.read(formula))).containsExactly("W69 2 身長 (J)");
        assertThat(cells(Uploads.read(error))).containsExactly("W70 3 身長 (J)");
    }

    @Test
    void saysWhatIsHiddenAndWhatIsNotRead() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("健診");
            fill(sheet);
            sheet.hideRow(2);
            workbook.newWorksheet("給与").setVisibilityState(org.dhatim.fastexcel.VisibilityState.HIDDEN);
        }
        Reading reading = Uploads.read(out.toByteArray());

        assertThat(rules(reading)).contains("W71", "W72", "W73");
        assertThat(reading.records()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/vbaProject.bin", "xl/macrosheets/sheet1.xml"})
    void refusesMacros(String part) throws IOException {
        assertRefused("W65", with(workbook(sheet -> {}), part, "x"));
    }

    @Test
    void refusesAWorkbookThatCallsItselfOneWithMacros() throws IOException {
        assertRefused(
                "W65",
                changed(
                        workbook(sheet -> {}),
                        "[Content_Types].xml",
                        xml -> xml.replace(
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                                "application/vnd.ms-excel.sheet.macroEnabled.main+xml")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xl/embeddings/oleObject1.bin",
                "xl/externalLinks/externalLink1.xml",
                "xl/activeX/activeX1.bin",
                "xl/connections.xml",
                "inner.xlsx"
            })
    void refusesWhatIsEmbeddedOrLinked(String part) throws IOException {
        assertRefused("W66", with(workbook(sheet -> {}), part, "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../evil.xml", "/etc/passwd", "xl\\evil.xml", "C:evil.xml", "XL/WORKBOOK.XML", "a/\u0007.xml"})
    void refusesNamesOfPartsThatLeadElsewhereOrStandTwice(String part) throws IOException {
        assertRefused("W64", with(workbook(sheet -> {}), part, "x"));
    }

    @Test
    void refusesADocumentType() throws IOException {
        String xxe = "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";

        assertRefused("W67", changed(workbook(sheet -> {}), SHEET, xml -> xml.replaceFirst("\\?>", "?>" + xxe)));
        assertRefused(
                "W67", with(workbook(sheet -> {}), "docProps/custom.xml", "<?xml version='1.0'?>" + xxe + "<a/>"));
    }

    @Test
    void refusesADocumentTypeInUtf16() throws IOException {
        byte[] laughs = "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY e \"ha\">]><a/>".getBytes(StandardCharsets.UTF_16);

        assertRefused("W67", parts(workbook(sheet -> {}), Map.of("customXml/item1.xml", laughs)));
    }

    @Test
    void refusesAZipBombInConstantTime() throws IOException {
        byte[] bomb = bomb(300L * 1024 * 1024);
        assertThat(bomb.length).isLessThan(1024 * 1024);

        assertRefused("W63", bomb);
    }

    @Test
    void refusesAHundredThousandParts() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(0);
            for (int i = 0; i < 100_000; i++) {
                zip.putNextEntry(new ZipEntry("xl/" + i));
            }
        }
        assertRefused("W63", out.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZZZZZZ2", "&#90;Z2", "YAA2", "2A"})
    void refusesAddressesBeyondTheLastColumn(String address) throws IOException {
        assertRefused(
                "W68", changed(workbook(sheet -> {}), SHEET, xml -> xml.replace("r=\"J2\"", "r=\"" + address + "\"")));
    }

    @Test
    void refusesARowOfAMillionCells() throws IOException {
        String cells = "<c/>".repeat(1_000_000);

        assertRefused("W63", changed(workbook(sheet -> {}), SHEET, xml -> xml.replace("</row>", cells + "</row>")));
    }

    @Test
    void refusesATextOfAMillionCharacters() throws IOException {
        String text = "あ".repeat(1_000_000);

        assertRefused(
                "W63",
                changed(workbook(sheet -> {}), SHEET, xml -> xml.replace("<sheetData>", "<!-- " + text + "-->")));
    }

    @Test
    void namesTheRowAtWhichADamagedWorkbookEnds() throws IOException {
        byte[] damaged =
                changed(workbook(sheet -> {}), SHEET, xml -> xml.substring(0, xml.indexOf("<row r=\"3\"") + 30));

        assertThat(errors(Uploads.read(damaged))).containsExactly("W68 3 null");
    }

    @Test
    void refusesWhatIsNoWorkbookInside() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("kenshin.csv"));
        }
        assertRefused("W62", out.toByteArray());
        assertRefused("W68", Arrays.copyOf(workbook(sheet -> {}), 1_000));
    }

    @Test
    void saysWhatToDoWithOldAndLockedWorkbooks() throws IOException {
        byte[] old = new byte[4096];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, old, 0, 4);
        byte[] locked = old.clone();
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, locked, 1024, name.length);

        assertRefused("W60", old);
        assertRefused("W61", locked);
    }

    @Test
    void neverThrowsWhereverAWorkbookIsDamaged() throws IOException {
        byte[] whole = workbook(sheet -> {});
        for (int i = 0; i < whole.length; i += 7) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x41;

            assertThat(Uploads.read(damaged)).isNotNull();
        }
    }

    private static void assertRefused(String rule, byte[] file) throws IOException {
        Reading reading = Uploads.read(file);

        assertThat(errors(reading)).containsExactly(rule + " 0 null");
        assertThat(reading.records()).isZero();
    }

    private static byte[] workbook(Consumer<Worksheet> change) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("健診");
            fill(sheet);
            change.accept(sheet);
        }
        return out.toByteArray();
    }

    private static void fill(Worksheet sheet) {
        List<List<String>> rows = List.of(Uploads.HEADER, Uploads.row(1), Uploads.row(2));
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < Uploads.HEADER.size(); column++) {
                sheet.value(row, column, rows.get(row).get(column));
            }
        }
    }

    private static byte[] with(byte[] workbook, String part, String text) throws IOException {
        return parts(workbook, Map.of(part, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] parts(byte[] workbook, Map<String, byte[]> added) throws IOException {
        return rewritten(workbook, Map.of(), added);
    }

    private static byte[] changed(byte[] workbook, String part, UnaryOperator<String> change) throws IOException {
        return rewritten(workbook, Map.of(part, change), Map.of());
    }

    private static byte[] rewritten(
            byte[] workbook, Map<String, UnaryOperator<String>> changes, Map<String, byte[]> added) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                        .get();
                var zip = new ZipOutputStream(out)) {
            for (var entry : Collections.list(in.getEntries())) {
                String text = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                zip.putNextEntry(new ZipEntry(entry.getName()));
                String after = changes.getOrDefault(entry.getName(), UnaryOperator.identity())
                        .apply(text);
                assertThat(after.equals(text)).isEqualTo(!changes.containsKey(entry.getName()));
                zip.write(after.getBytes(StandardCharsets.UTF_8));
            }
            added.forEach((name, bytes) -> put(zip, name, bytes));
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bomb(long size) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            byte[] row = "<row r=\"9\"></row>".repeat(4096).getBytes(StandardCharsets.UTF_8);
            put(zip, "[Content_Types].xml", "<Types/>".getBytes(StandardCharsets.UTF_8));
            put(zip, "xl/workbook.xml", "<workbook/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(SHEET));
            for (long written = 0; written < size; written += row.length) {
                zip.write(row);
            }
        }
        return out.toByteArray();
    }

    private static List<String> rules(Reading reading) {
        return reading.findings().stream().map(Finding::rule).toList();
    }

    private static List<String> errors(Reading reading) {
        return reading.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(WorkbookTest::place)
                .toList();
    }

    private static List<String> cells(Reading reading) {
        return reading.findings().stream()
                .filter(finding -> finding.record() != null)
                .map(WorkbookTest::place)
                .toList();
    }

    private static String place(Finding finding) {
        return finding.rule() + " " + finding.line() + " " + finding.field();
    }
}
