package jp.kenpo.gateway.content.receipt;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.kenpo.gateway.content.Society;
import jp.kenpo.gateway.member.MemberPseudonyms;

/**
 * Receipts of people who do not exist, as the payment fund would deliver them: western dates, eligibility records,
 * every fifth corrected. The same ordinal always gives the same receipt.
 */
final class MadeUpReceipts {

    static final Charset ENCODING = Charset.forName("windows-31j");
    static final String INSURER = "06990014";
    static final String NAME = "架空　花子";
    static final String SYMBOL = "健保７７";
    static final String SEARCH_NUMBER_OF_FIRST = "13150805000000001";

    private MadeUpReceipts() {}

    /** Returns a reader of the society that the receipts belong to; the shared sample's insurer is its second number. */
    static PayerReceiptContent content() {
        return new PayerReceiptContent(
                layout(),
                new Society("架空健康保険組合", "Fictional", Set.of(INSURER, "06132013")),
                new MemberPseudonyms(new byte[32]),
                Clock.fixed(Instant.parse("2026-06-10T00:00:00Z"), ZoneId.of("Asia/Tokyo")));
    }

    /** Returns a reader of claim files of providers. */
    static ProviderReceiptContent claims(FileKind kind) {
        return new ProviderReceiptContent(
                layout(),
                kind,
                new Society("架空健康保険組合", "Fictional", Set.of(INSURER)),
                new MemberPseudonyms(new byte[32]),
                Clock.fixed(Instant.parse("2026-06-10T00:00:00Z"), ZoneId.of("Asia/Tokyo")));
    }

    static ReceiptLayout layout() {
        var records = new TreeMap<String, String>();
        for (var id : RecordId.values()) {
            if (id != RecordId.UNKNOWN) {
                records.put(id.name(), "receipt." + id.name().toLowerCase(java.util.Locale.ROOT));
            }
        }
        return ReceiptLayout.ofAllKinds(
                records,
                Map.of(
                        "RE", Map.of(5, "receipt.patient-name", 37, "receipt.patient-name", 7, "receipt.birth-date"),
                        "HO", Map.of(3, "receipt.insured-identifier", 4, "receipt.insured-identifier")));
    }

    /** Returns a file of receipts 1 to {@code receipts} with its end mark. */
    static byte[] file(int receipts) {
        var out = new ByteArrayOutputStream();
        for (int ordinal = 1; ordinal <= receipts; ordinal++) {
            out.writeBytes(receipt(ordinal));
        }
        out.write(0x1A);
        return out.toByteArray();
    }

    /** Returns a file as long as wanted, made while it is read. */
    static InputStream stream(int receipts) {
        return new SequenceInputStream(new Enumeration<>() {
            private int ordinal;

            @Override
            public boolean hasMoreElements() {
                return ordinal <= receipts;
            }

            @Override
            public InputStream nextElement() {
                ordinal++;
                return new ByteArrayInputStream(ordinal > receipts ? new byte[] {0x1A} : receipt(ordinal));
            }
        });
    }

    static byte[] receipt(int ordinal) {
        var text = new StringBuilder();
        List<String> records = records(ordinal);
        for (int line = 1; line <= records.size(); line++) {
            String[] parts = records.get(line - 1).split(" ", 3);
            text.append(parts[0]).append(',').append(line).append(',').append(parts[1]);
            text.append(',').append(parts[2]).append("\r\n");
        }
        return text.toString().getBytes(ENCODING);
    }

    /** Each record behind its データ識別 and 枝番号, without the line number. */
    private static List<String> records(int ordinal) {
        boolean corrected = ordinal % 5 == 0;
        var records = new ArrayList<String>();
        records.add("2 0 MN,%09d,東京都架空区一丁目,13150805%09d,,,".formatted(ordinal, ordinal));
        records.add("1 0 IR,1,13,1,9999913,,架空病院,202605,00,03-0000-0000");
        records.add("1 0 RE,%d,1112,202604,%s,2,19880229%s".formatted(ordinal % 999_999 + 1, NAME, ",".repeat(31)));
        records.add("1 0 " + insurer(ordinal, 620));
        records.add("1 0 SN,1,01,,,,%02d,,".formatted(ordinal % 2));
        records.add("1 0 JD,1,1,,1" + ",".repeat(28));
        records.add("1 0 MF,00" + ",".repeat(31));
        records.add("1 0 SY,8830592,20260401,1,,,01,");
        records.add("1 0 SY,0000999,20260403,1,,架空の病名,,");
        records.add("1 0 SY,4660009,20250110,1,80022056,,,");
        services(records);
        if (corrected) {
            records.add("2 0 " + insurer(ordinal, 500));
            records.add("2 0 JY,2,4,0,,,%d,0,".formatted(records.size()));
            records.add("2 0 JY,3,12,0,,C,,,");
        }
        records.add("2 1 EX,,,,,,,,,,,,1:202605:");
        records.add("2 0 EX,,,,,,,,,,,," + "eF7t".repeat(40));
        records.add("2 0 RC,Ver00001" + "0a".repeat(16));
        records.add("2 1 RC,Ver00001" + "0b".repeat(20));
        return records;
    }

    private static String insurer(int ordinal, int points) {
        return "HO,%s,%s,%d,2,%d,,,,,,1860,,,".formatted(INSURER, SYMBOL, 8_100_000 + ordinal / 2, points);
    }

    /** 288 + 60 × 2 + 53 × 4 = 620 points; lines of a unit before its last have none. */
    private static void services(List<String> records) {
        records.add("1 0 " + service("SI", "11", "", "288", 1));
        records.add("1 0 " + service("IY", "21", "3", "60", 2));
        for (int unit = 0; unit < 4; unit++) {
            records.add("1 0 " + service("IY", "33", "1.2", "", 1));
            records.add("1 0 " + service("IY", "", "2", "", 1));
            records.add("1 0 " + service("SI", "", "", "53", 1));
            records.add("1 0 CO,33,1,840000006,０２");
        }
    }

    private static String service(String id, String actClass, String quantity, String points, int times) {
        String code = id.equals("SI") ? "113006910" : "620009461";
        var days = new StringBuilder();
        for (int day = 1; day <= 31; day++) {
            days.append(',').append(day <= times ? "1" : "");
        }
        return "%s,%s,1,%s,%s,%s,%d%s%s".formatted(id, actClass, code, quantity, points, times, ",".repeat(6), days);
    }
}
