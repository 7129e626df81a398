package jp.kenpo.gateway.content.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.kenpo.gateway.content.Arrival;
import org.apache.commons.csv.CSVFormat;

/**
 * How fast a table of members is read with every check, beside Apache Commons CSV that only splits the same bytes. One
 * core, bytes in memory, rounds in turn; {@link #main} prints MB/s and the ratio, which alone carries over to other
 * machines.
 */
public final class TableReadingBenchmark {

    private static final int ROWS = 500_000;
    private static final int ROUNDS = 9;
    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    private static final String COLUMNS = """
            encoding: windows-31j
            header: required
            columns:
              - {name: 保険者番号, field: member-identity.insurer-number, required: true, type: insurer-number}
              - {name: 記号, field: member-identity.insured-identifier, required: true, type: code, max-length: 10}
              - {name: 番号, field: member-identity.insured-identifier, required: true, type: digits, max-length: 10}
              - {name: 枝番, field: member-identity.insured-identifier, required: true, type: digits, max-length: 2}
              - {name: 氏名, field: member-identity.name, required: true, type: full-width, max-bytes: 80}
              - {name: カナ, field: member-identity.name-kana, required: true, type: half-width-kana, max-bytes: 40}
              - {name: 生年月日, field: member-identity.birth-date, required: true, type: date}
              - {name: 性別, field: member-identity.sex, required: true, type: digits, codes: [1, 2]}
              - {name: 資格取得日, field: enrolment.qualified-from, required: true, type: date}
              - {name: 資格喪失日, field: enrolment.qualified-until, required: false, type: date}
              - {name: 郵便番号, field: contact.address, required: true, type: code}
              - {name: 住所, field: contact.address, required: true, type: text, max-bytes: 200}
            """;
    private static final String MEMBERS = "members: {insurer-number: 保険者番号, symbol: 記号, number: 番号, branch: 枝番}\n";

    /** One way through the bytes. */
    private interface Pass {
        long over(byte[] bytes) throws IOException;
    }

    private TableReadingBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        byte[] file = file();
        var checked = MadeUpLayouts.csv(COLUMNS);
        var withMembers = MadeUpLayouts.csv(COLUMNS + MEMBERS);
        List<Pass> passes = List.of(
                TableReadingBenchmark::commonsCsv,
                bytes -> checked.read(new ByteArrayInputStream(bytes), Arrival.UNKNOWN)
                        .records(),
                bytes -> withMembers
                        .read(new ByteArrayInputStream(bytes), Arrival.UNKNOWN)
                        .members());
        List<List<Double>> speeds = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < passes.size(); i++) {
                long begin = System.nanoTime();
                long result = passes.get(i).over(file);
                double speed = file.length * 1_000.0 / (System.nanoTime() - begin);
                if (result < ROWS) {
                    throw new IllegalStateException("rows are missing: " + result);
                }
                speeds.get(i).add(speed);
            }
        }
        double commons = median(speeds.get(0));
        System.out.printf(
                Locale.ROOT,
                "%d rows, %.1f MB: Commons CSV %.0f MB/s, all checks %.0f MB/s (%.2f), with members %.0f MB/s (%.2f)%n",
                ROWS,
                file.length / 1e6,
                commons,
                median(speeds.get(1)),
                median(speeds.get(1)) / commons,
                median(speeds.get(2)),
                median(speeds.get(2)) / commons);
    }

    private static double median(List<Double> speeds) {
        return speeds.stream().skip(2).sorted().toList().get((ROUNDS - 2) / 2);
    }

    private static long commonsCsv(byte[] bytes) throws IOException {
        long cells = 0;
        try (var reader = new InputStreamReader(new ByteArrayInputStream(bytes), WINDOWS_31J);
                var records = CSVFormat.RFC4180.parse(reader)) {
            for (var row : records) {
                cells += row.size();
            }
        }
        return cells;
    }

    private static byte[] file() {
        var table = new StringBuilder("保険者番号,記号,番号,枝番,氏名,カナ,生年月日,性別,資格取得日,資格喪失日,郵便番号,住所\r\n");
        for (int i = 0; i < ROWS; i++) {
            table.append("06990014,")
                    .append(100 + i % 900)
                    .append(',')
                    .append(i)
                    .append(",0")
                    .append(i % 5)
                    .append(",架空　太郎,ｶｸｳ ﾀﾛｳ,19")
                    .append(50 + i % 50)
                    .append("0415,")
                    .append(1 + i % 2)
                    .append(",20150401,,100-0001,東京都千代田区架空町一丁目２番３号\r\n");
        }
        return table.toString().getBytes(WINDOWS_31J);
    }
}
