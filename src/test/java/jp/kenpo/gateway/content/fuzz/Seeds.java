package jp.kenpo.gateway.content.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import jp.kenpo.gateway.content.bundle.Bundles;
import jp.kenpo.gateway.content.event.Events;
import jp.kenpo.gateway.sandbox.checkup.CheckupDelivery;
import jp.kenpo.gateway.sandbox.mistake.MistakePlan;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;
import jp.kenpo.gateway.testing.ReceiptFiles;
import org.dhatim.fastexcel.Workbook;

/** One right file for each layout of the project: made here, or beside a route as its example. */
final class Seeds {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final byte[] RECEIPTS =
            ReceiptFiles.of(YearMonth.of(2026, 7), 1, 2).bytes();
    private static final int SHORTEST_VALUE = 4;
    private static final String TRANSFER = "01K6D0W5Q8ZJ4T7R9XN2M3C5VB";
    private static final String SELECTION = ReceiptFiles.selection("1", TRANSFER, "1314300591000001")
            .replace("\"contacted\": false", "\"contacted\": false, \"note\": \"架空次郎の件\"");
    private static final String COPY_REQUEST = """
            {"specversion": "1.0", "id": "1", "source": "core-system", "type": "jp.kenpo.receipts.copy-requested",
             "time": "2026-01-05T09:00:00Z", "datacontenttype": "application/json",
             "data": {"case": "A-1", "receipts": [{"transfer": "%s", "receiptKey": "13143005910000001"}]}}
            """.formatted(TRANSFER);
    private static final String FILING = "21,01,ｱｲｳ,001,20260401,22223\r\n[kanri]\r\n,001\r\n"
            + "21,01,ｱｲｳ,12345,100,0001,東京都千代田区架空町１丁目,架空商事株式会社,架空　一郎,03-0000-0000\r\n[data]\r\n"
            + "2200700,21,01,ｱｲｳ,12345,77,ｶｸｳ ﾀﾛｳ,架空　太郎,7,020415,1,1,123456789018,,,1234,567890,9,080401,0,250000,0,"
            + "250000,,,,,\"備考,あり\",100,0001,ﾄｳｷﾖｳﾄ,東京都千代田区架空町３,,1\r\n"
            + "2201700,21,01,ｱｲｳ,12345,101,1234567,00,ｶｸｳ ﾊﾅｺ,架空　花子,5,600102,,1234,567890,9,080401,4,9,080331,,,,1,"
            + ",,\r\n";
    private static final String EMPLOYER = "保険者番号,記号,番号,枝番,氏名,生年月日,性別,健診実施日,身長(cm),体重(kg),最高血圧\r\n"
            + "06990014,77,1234567,00,架空次郎,1980/01/02,男,2026/04/01,170.1,60.5,120\r\n"
            + "06990014,77,1234568,00,架空次郎,1980/01/03,男,R8.4.1,170.1,60.5,120\r\n";
    private static final byte[] ARCHIVE = archive();

    private static final String REGISTRATION = "異動番号,版,異動区分,異動年月日,対象異動番号,届書番号,受付日,完備日,保険者番号,記号,番号,枝番,"
            + "変更前記号,変更前番号,変更前枝番,個人番号,本人家族区分,氏名,カナ氏名,性別,生年月日,郵便番号,住所,資格取得日,資格喪失日,喪失事由,"
            + "証有効開始日,証有効終了日,本人確認判定,申出番号,別氏名,別氏名カナ,被保険者氏名,証区分,証交付日,一部負担金割合,限度額証区分,適用区分,限度額証交付日,限度額証有効開始日,限度額証有効終了日,長期入院該当日,特定疾病区分,特定疾病証交付日,特定疾病証有効開始日,特定疾病証有効終了日,特定疾病自己負担限度額,高齢受給者証交付日,高齢受給者証有効開始日,高齢受給者証有効終了日,高齢受給者一部負担金割合\r\n"
            + "E1,1,01,,,F1,20260409,,06990014,101,1234567,00,,,,123456789018,1,架空　次郎,カクウ　ジロウ,1,19900415,"
            + "1000001,東京都千代田区架空町３,20260401,,,,,1,,,,,,,,,,,,,,,,,,,,,,\r\n"
            + "E2,1,11,20260430,,F2,20260409,,06990014,101,1234568,00,,,,,1,,,,,,,,20260501,99,,,,,,,,,,,,,,,,,,,,,,,,,\r\n";

    private Seeds() {}

    static List<Seed> all() {
        List<Seed> made = made();
        Set<String> layouts = made.stream().map(Seed::layout).collect(Collectors.toSet());
        return Stream.concat(made.stream(), ExampleSeeds.beside(layouts).stream())
                .toList();
    }

    private static List<Seed> made() {
        return List.of(
                receipts("receipt"),
                receipts("re-examination-request"),
                receipts("receipt-pharmacy"),
                receipts("receipt-teaching-case"),
                receipts("receipt-copy"),
                claims(),
                utf8("re-examination-selection", SELECTION, "架空次郎"),
                utf8("receipt-copy-request", COPY_REQUEST),
                utf8("checkup-selection", "授受番号,ファイル名\r\n" + TRANSFER + ",h" + "1".repeat(26) + ".xml\r\n"),
                utf8(
                        "employer-results-selection",
                        "授受番号,ファイル名,整理番号,続柄,提供\r\n" + TRANSFER + ",h" + "1".repeat(26) + ".xml,架空次郎,本人,可\r\n",
                        "架空次郎"),
                windows31j(
                        "employer-results-table",
                        "整理番号,健診実施日,身長,体重,BMI,腹囲,収縮期血圧,拡張期血圧,空腹時中性脂肪,随時中性脂肪,HDLコレステロール,"
                                + "LDLコレステロール,Non-HDLコレステロール,空腹時血糖,随時血糖,HbA1c,尿糖,尿蛋白\r\n"
                                + "架空次郎,20260401,170.1,60.5,20.9,80,120,70,100,,60,110,,90,,5.4,1,1\r\n",
                        "架空次郎"),
                windows31j(
                        "receipt-check-result",
                        "検索番号,理由コード,備考\r\n13143005910000001,100060,架空次郎の件\r\n13143005910000002,100018,\r\n",
                        "架空次郎"),
                windows31j("filing", FILING, "ｶｸｳ ﾀﾛｳ", "架空　太郎", "123456789018", "ｶｸｳ ﾊﾅｺ", "架空　花子"),
                utf8("qualification-registration", REGISTRATION, "架空　次郎", "カクウ　ジロウ", "123456789018"),
                utf8(
                        "qualification-result",
                        "異動番号,版,保険者番号,記号,番号,枝番,結果,結果コード,突合結果\r\nE1,1,06990014,101,1234567,00,2,,1\r\n"
                                + "E2,1,06990014,101,1234568,00,1,KS-0042,\r\n"),
                event("birth-event", "jp.kenpo.member.born", Events.birth()),
                event("member-event", "jp.kenpo.member.acquired", Events.acquired()),
                windows31j("new-parent", "郵便番号,住所,氏名,不開示\r\n1000001,東京都千代田区架空町３,架空　花子,0\r\n", "架空　花子"),
                windows31j(
                        "measurement-source",
                        "保険者番号,記号,番号,枝番,氏名,カナ氏名,生年月日,性別,郵便番号,住所,健診実施日,BMI,収縮期血圧,拡張期血圧,HbA1c,"
                                + "LDLコレステロール,診療年月,傷病名コード,決定点数\r\n06990014,101,1234567,00,架空　太郎,カクウ　タロウ,"
                                + "19800415,1,1000001,東京都千代田区架空町３,20260401,24.5,128,80,5.6,120,202603,8833421,1234\r\n",
                        "架空　太郎",
                        "カクウ　タロウ"),
                windows31j(
                        "measurement",
                        "研究用番号,生年月日,性別,健診実施日,BMI,収縮期血圧,拡張期血圧,HbA1c,LDLコレステロール,診療年月,傷病名コード,"
                                + "決定点数\r\nABCDEFGHIJKLMNOPABCDEFGHIJKLMNOP,19800415,1,20260401,24.5,128,80,5.6,120,202603,"
                                + "8833421,1234\r\n"),
                new Seed("overseas-bill", Bundles.ofBills(), List.of()),
                new Seed("overseas-translation", Bundles.ofBills(), List.of()),
                new Seed("accident-case", Bundles.ofBills(), List.of()),
                windows31j("employer-checkup", EMPLOYER, "架空次郎"),
                new Seed("employer-checkup", workbook(), List.of("架空次郎")),
                new Seed("checkup-archive", ARCHIVE, List.of()),
                new Seed("guidance-archive", ARCHIVE, List.of()),
                new Seed("checkup-registration", ARCHIVE, List.of()),
                new Seed("checkup-exchange", ARCHIVE, List.of()),
                new Seed("employer-results", ARCHIVE, List.of()));
    }

    /** What a provider sends: the same lines without the payer fund's, and a sum behind them. */
    private static Seed claims() {
        var text = new StringBuilder();
        for (String line : new String(RECEIPTS, WINDOWS_31J).split("\r\n")) {
            String[] items = line.split(",", 4);
            boolean own = items.length == 4
                    && !List.of("MN", "EX", "RC", "JY", "JD", "MF", "SN", "ON").contains(items[3].substring(0, 2));
            boolean again = own && items[3].startsWith("IR") && text.length() > 0;
            text.append(own && !again ? items[3] + "\r\n" : "");
        }
        byte[] bytes = (text + "GO,2,1000,99\r\n").getBytes(WINDOWS_31J);
        return new Seed("receipt-claim", bytes, receipts("receipt").persons());
    }

    private static byte[] workbook() {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "fuzz", "1.0")) {
            var sheet = book.newWorksheet("健診結果");
            int row = 0;
            for (String line : EMPLOYER.split("\r\n")) {
                int column = 0;
                for (String cell : line.split(",")) {
                    sheet.value(row, column++, cell);
                }
                row++;
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return zippedAnew(out.toByteArray());
    }

    /** The library writes sizes where a stream can't read them before the content. */
    private static byte[] zippedAnew(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try {
            Path file = Files.createTempFile("seed", ".xlsx");
            Files.write(file, bytes);
            try (var from = new ZipFile(file.toFile());
                    var to = new ZipOutputStream(out)) {
                for (var entry : Collections.list(from.entries())) {
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    from.getInputStream(entry).transferTo(to);
                }
            }
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] archive() {
        try {
            Path file = Files.createTempFile("seed", ".zip");
            CheckupDelivery.of(new FictionalSociety(1, 300), YearMonth.of(2026, 7), 1)
                    .get(0)
                    .write(file, MistakePlan.none(), mistake -> {});
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Seed receipts(String layout) {
        List<String> persons = new String(RECEIPTS, WINDOWS_31J)
                .lines()
                .map(line -> line.split(",", -1))
                .flatMap(Seeds::persons)
                // digits that a damage moves into the points are shown as points
                .filter(value -> value.length() >= SHORTEST_VALUE && !value.matches("[0-9]+"))
                .distinct()
                .toList();
        return new Seed(layout, RECEIPTS, persons);
    }

    private static Stream<String> persons(String[] items) {
        return switch (items.length > 3 ? items[3] : "") {
            case "RE" -> Stream.of(items[7], items[9]);
            case "HO" -> Stream.of(items[5], items[6]);
            default -> Stream.of();
        };
    }

    private static Seed event(String layout, String type, Map<String, String> data) {
        return new Seed(layout, Events.message(type, data), List.of(data.get("氏名"), data.get("カナ氏名")));
    }

    private static Seed windows31j(String layout, String text, String... persons) {
        return new Seed(layout, text.getBytes(WINDOWS_31J), List.of(persons));
    }

    private static Seed utf8(String layout, String text, String... persons) {
        return new Seed(layout, text.getBytes(StandardCharsets.UTF_8), List.of(persons));
    }
}
