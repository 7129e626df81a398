package jp.kenpo.gateway.content.mynumber;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.member.MemberPseudonyms;
import jp.kenpo.gateway.member.MyNumber;
import jp.kenpo.gateway.purpose.PurposeRegister;
import jp.kenpo.gateway.testing.ReceiptFiles;

/** Small files full of numbers that are no My Numbers, with a place for one that is. Always the same for one seed. */
final class NumberedFiles {

    static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    private static final String TABLE = """
            id: numbers
            category: my-number
            kind: csv
            certainty: sandbox
            source: made up
            encoding: utf-8
            header: required
            columns:
              - {name: 番号, field: my-number.number, required: false, type: my-number}
              - {name: 氏名, field: my-number.name, required: false, type: text}
              - {name: 会社法人等番号, field: my-number.company, required: false, type: digits, min-length: 12, max-length: 12}
              - {name: 処理日時, field: my-number.time, required: false, type: timestamp}
              - {name: 電話, field: my-number.phone, required: false, type: text}
              - {name: 備考, field: my-number.remark, required: false, type: text}
            """;
    private static final String CATEGORIES = """
              - id: my-number
                name: 個人番号
                english: My Number
                special-care: false
                my-number: true
                fields:
                  number: {name: 個人番号, english: My Number}
                  name: {name: 氏名, english: name}
                  company: {name: 会社, english: company}
                  time: {name: 日時, english: time}
                  phone: {name: 電話, english: phone}
                  remark: {name: 備考, english: remark}
            """;

    /** Of ten one has the check digit of a My Number. */
    private static final List<String> TIMES = IntStream.range(0, 480)
            .mapToObj(minute -> "2025%02d01%02d%02d".formatted(minute % 12 + 1, minute % 24, minute % 60))
            .toList();

    /** One file: which layout reads it, and its bytes. */
    record Made(String layout, byte[] bytes) {}

    private final Random chance;
    private final List<String> receipts;
    private final List<String> numbers;

    NumberedFiles(long seed) {
        chance = new Random(seed);
        receipts = receipts();
        numbers = LongStream.range(0, 4_000)
                .map(i -> 100_000_000_000L + Math.floorMod(i * 7_919_777_777_771L, 899_999_999_999L))
                .mapToObj(Long::toString)
                .filter(MyNumber::isValid)
                .toList();
    }

    /** Returns the layouts of this project and one with a column for My Numbers. */
    static Layouts layouts(Path config) throws IOException {
        Path shipped = Path.of("config");
        Files.createDirectories(config.resolve("layouts"));
        for (Path file : List.of(
                Path.of("society.yaml"),
                Path.of("layouts/receipt.yaml"),
                Path.of("layouts/re-examination-selection.yaml"))) {
            Files.copy(shipped.resolve(file), config.resolve(file));
        }
        String categories = Files.readString(shipped.resolve("categories.yaml"));
        int begin = categories.indexOf("  - id: my-number\n");
        int end = categories.indexOf("  - id:", begin + 1);
        Files.writeString(
                config.resolve("categories.yaml"),
                categories.substring(0, begin) + CATEGORIES + categories.substring(end));
        Files.writeString(config.resolve("layouts/numbers.yaml"), TABLE);
        Files.createDirectories(config.resolve("purposes"));
        return Layouts.load(
                config,
                config.resolve("schemas"),
                PurposeRegister.load(config),
                new MemberPseudonyms(new byte[32]),
                Clock.fixed(Instant.parse("2026-10-01T00:00:00Z"), ZoneId.of("Asia/Tokyo")));
    }

    /** Returns a number that nobody has, in one of the forms in which people write it. */
    String number() {
        String digits = numbers.get(chance.nextInt(numbers.size()));
        String groups = digits.substring(0, 4) + "-" + digits.substring(4, 8) + "-" + digits.substring(8);
        return switch (chance.nextInt(5)) {
            case 0 -> wide(digits);
            case 1 -> groups;
            case 2 -> wide(groups).replace('-', '－');
            case 3 -> groups.replace('-', ' ');
            default -> digits;
        };
    }

    /** Returns a file; what is planted stands in it once, in a place of free text; an empty text is nothing. */
    Made file(String planted) {
        return switch (chance.nextInt(3)) {
            case 0 -> receiptFile(planted);
            case 1 -> table("", planted);
            default -> selection(planted);
        };
    }

    /** Returns a table with a number in the column that is declared for it. */
    Made tableWithDeclared(String number) {
        return table(number, "");
    }

    private Made table(String declared, String planted) {
        var text = new StringBuilder("番号,氏名,会社法人等番号,処理日時,電話,備考\r\n");
        int rows = 1 + chance.nextInt(20);
        int place = chance.nextInt(rows);
        for (int row = 0; row < rows; row++) {
            text.append(row == place ? declared : "").append(',');
            text.append("架空 太郎").append(',');
            text.append(digits(12)).append(',');
            text.append(TIMES.get(chance.nextInt(TIMES.size())))
                    .append(",03-")
                    .append(digits(4))
                    .append('-');
            text.append(digits(4)).append(',');
            text.append(remark()).append(row == place ? planted : "").append("\r\n");
        }
        return new Made("numbers", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Numbers of every other length and form. */
    private String remark() {
        return switch (chance.nextInt(5)) {
            case 0 -> "法人番号" + digits(13) + "の件、";
            case 1 -> digits(4) + "-" + digits(4) + "-" + digits(4) + "-" + digits(4) + "より、";
            case 2 -> "基礎年金番号" + digits(4) + "-" + digits(6) + "、";
            case 3 -> digits(8) + "と" + digits(4) + "、";
            default -> "検索番号" + wide(digits(17)) + "、";
        };
    }

    private Made selection(String planted) {
        String note = remark() + planted;
        String message = ReceiptFiles.selection("4711", "01K6D0W5Q8ZJ4T7R9XN2M3C5VB", "13" + digits(15))
                .replace("\"contacted\": false", "\"contacted\": false, \"note\": \"" + note + "\"");
        return new Made("re-examination-selection", message.getBytes(StandardCharsets.UTF_8));
    }

    private Made receiptFile(String planted) {
        var text = new StringBuilder();
        int count = 1 + chance.nextInt(3);
        for (int i = 0; i < count; i++) {
            text.append(receipts.get(chance.nextInt(receipts.size())));
        }
        if (!planted.isEmpty()) {
            text.append("1,99,0,CO,01,1,810000001,")
                    .append(wide(planted).replace('-', '－').replace(' ', '　'))
                    .append("\r\n");
        }
        return new Made("receipt", (text + "\u001a").getBytes(WINDOWS_31J));
    }

    /** Receipts whose chart numbers and modifiers are twelve digits, as many are. */
    private List<String> receipts() {
        byte[] bytes = ReceiptFiles.of(YearMonth.of(2026, 4), 7, 300).bytes();
        List<String> found = new ArrayList<>();
        for (String line : new String(bytes, WINDOWS_31J).replace("\u001a", "").split("\r\n")) {
            String[] items = line.split(",", -1);
            if (items[3].equals("MN")) {
                found.add("");
            } else if (items[3].equals("RE")) {
                items[16] = digits(12);
            } else if (items[3].equals("SY")) {
                items[7] = digits(12);
            }
            found.set(found.size() - 1, found.get(found.size() - 1) + String.join(",", items) + "\r\n");
        }
        return found;
    }

    private String digits(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append((char) ('0' + chance.nextInt(10)));
        }
        return text.toString();
    }

    static String wide(String text) {
        var wide = new StringBuilder();
        text.chars()
                .map(sign -> sign >= '0' && sign <= '9' ? sign - '0' + '０' : sign)
                .forEach(wide::appendCodePoint);
        return wide.toString();
    }
}
