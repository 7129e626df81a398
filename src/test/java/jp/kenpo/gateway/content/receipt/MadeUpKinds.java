package jp.kenpo.gateway.content.receipt;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Receipts of DPC, dental, pharmacy and nursing for people who do not exist, in both dialects, written by the tables:
 * every item is there, those not named are empty.
 */
final class MadeUpKinds {

    private MadeUpKinds() {}

    /** Returns a file of the payer side with two receipts. */
    static byte[] payer(FileKind kind) {
        var out = new ByteArrayOutputStream();
        for (int ordinal = 1; ordinal <= 2; ordinal++) {
            out.writeBytes(receipt(kind, ordinal));
        }
        out.write(0x1A);
        return out.toByteArray();
    }

    private static byte[] receipt(FileKind kind, int ordinal) {
        List<String> lines = new ArrayList<>();
        lines.add("2,1,0,"
                + record(kind, "MN", "receiptControlNo", "" + ordinal, "searchNo", "1315080500000000" + ordinal));
        lines.add("1,2,0," + head(kind, kind == FileKind.DEN ? "IR" : fileHead(kind)));
        for (String record : records(kind, ordinal)) {
            lines.add("1," + (lines.size() + 1) + ",0," + record);
        }
        lines.add("2," + (lines.size() + 1) + ",0," + record(kind, "EX", "sskInternal", "1:202605:"));
        lines.add("2," + (lines.size() + 1) + ",0,RC,Ver00001" + "0a".repeat(16));
        lines.add("2," + (lines.size() + 1) + ",1,RC,Ver00001" + "0b".repeat(20));
        return (String.join("\r\n", lines) + "\r\n").getBytes(MadeUpReceipts.ENCODING);
    }

    /** Returns a provider's claim of two receipts. */
    static byte[] provider(FileKind kind) {
        List<String> lines = new ArrayList<>();
        lines.add(head(kind, fileHead(kind)));
        for (int ordinal = 1; ordinal <= 2; ordinal++) {
            if (kind == FileKind.DEN) {
                lines.add(head(kind, "IR"));
            }
            lines.addAll(records(kind, ordinal));
        }
        lines.add("GO,2,2400,99");
        return (String.join("\r\n", lines) + "\r\n\u001a").getBytes(MadeUpReceipts.ENCODING);
    }

    private static String fileHead(FileKind kind) {
        return switch (kind) {
            case DEN -> "UK";
            case PHA -> "YK";
            case NURSING -> "HM";
            default -> "IR";
        };
    }

    private static String head(FileKind kind, String id) {
        return record(
                kind,
                id,
                "reviewBody",
                "1",
                "prefecture",
                "13",
                "feeTable",
                "" + kind.feeTable(),
                "providerCode",
                "9999913",
                "providerName",
                "架空",
                "claimMonth",
                "202605",
                "volumeId",
                "00");
    }

    private static List<String> records(FileKind kind, int ordinal) {
        List<String> records = new ArrayList<>();
        boolean dpc = kind == FileKind.DPC;
        records.add(record(
                kind,
                "RE",
                "receiptNo",
                "" + ordinal,
                "receiptType",
                kind.feeTable() + (dpc ? "111" : "112"),
                "treatmentMonth",
                "202604",
                "patientName",
                "架空　花子",
                "patientKana",
                "カクウハナコ",
                "sex",
                "2",
                "birthDate",
                "19880229",
                "admissionDate",
                dpc ? "20260401" : "",
                "chartNo",
                "77777"));
        records.add(record(
                kind,
                "HO",
                "insurerNo",
                MadeUpReceipts.INSURER,
                "cardSymbol",
                MadeUpReceipts.SYMBOL,
                "cardNumber",
                "810000" + ordinal,
                "actualDays",
                "2",
                "receptions",
                "2",
                "totalPoints",
                "1200",
                "totalYen",
                "1200"));
        records.add(record(kind, "SN", "payerKind", "1", "checkClass", "01", "branch", "01"));
        records.addAll(
                switch (kind) {
                    case DPC -> dpc(kind);
                    case DEN -> dental(kind);
                    case PHA -> pharmacy(kind);
                    case NURSING -> nursing(kind);
                    default -> List.of();
                });
        return records;
    }

    /** 1,100 points of the month and 100 of a drug. */
    private static List<String> dpc(FileKind kind) {
        return List.of(
                record(kind, "BU", "dpcCode", "010010xx99x00x", "admittedOn", "20260401"),
                record(kind, "SB", "diseaseCode", "8830592", "diseaseClass", "11"),
                record(kind, "SY", "diseaseCode", "8830592", "startDate", "20260401", "outcome", "1"),
                record(kind, "KK", "urgency", "1", "age", "38"),
                record(kind, "HH", "month", "202604", "adjustment", "2", "periodClass", "1", "burdenClass", "1"),
                record(kind, "GT", "month", "202604", "adjustment", "2", "burdenClass", "1", "inclusivePoints", "1100"),
                service(kind, "IY", "620009461", "50", 2),
                record(kind, "CD", "performedOn", "20260401", "actClass", "21", "code", "620009461"));
    }

    private static List<String> dental(FileKind kind) {
        return List.of(
                record(kind, "HS", "tooth", "104600", "diseaseCode", "8830592"),
                service(kind, "SS", "301000110", "300", 2),
                service(kind, "SI", "113006910", "500", 1),
                service(kind, "IY", "620009461", "50", 2),
                record(kind, "CO", "actClass", "21", "burdenClass", "1", "commentCode", "840000006", "text", "０２"));
    }

    private static List<String> pharmacy(FileKind kind) {
        return List.of(
                record(kind, "SH", "prescriptionNo", "1", "form", "1"),
                record(kind, "CZ", "doctorNo", "1", "prescribedOn", "20260402", "dispensedOn", "20260402") + ",1,14,5",
                record(kind, "IY", "burdenClass", "1", "itemCode", "620009461", "quantity", "1.5"),
                record(kind, "TK", "commentCode", "840000006", "text", "０２"),
                "KI,1,413000010,45,1,,,");
    }

    private static List<String> nursing(FileKind kind) {
        return List.of(
                "IH,1,架空",
                record(kind, "HJ", "orderClass", "01", "orderedFrom", "20260401", "orderedUntil", "20260930"),
                record(kind, "JS", "text", "架空の状態"),
                record(kind, "SY", "diseaseCode", "8830592"),
                "RJ,1",
                record(
                        kind,
                        "KA",
                        "performedOn",
                        "20260401",
                        "burdenClass",
                        "1",
                        "itemCode",
                        "510000110",
                        "quantity",
                        "1"));
    }

    private static String service(FileKind kind, String id, String code, String points, int times) {
        String[] values = {
            "actClass",
            "21",
            "burdenClass",
            "1",
            "itemCode",
            code,
            "points",
            points,
            "times",
            "" + times,
            "day1",
            "1",
            "day2",
            times > 1 ? "1" : ""
        };
        return record(kind, id, values);
    }

    /** Returns a record with the named items filled. */
    static String record(FileKind kind, String id, String... namesAndValues) {
        RecordItems items = kind.table().items(RecordId.valueOf(id));
        var texts = new String[items.fieldCount() - Line.RECORD_ID];
        Arrays.fill(texts, "");
        texts[0] = id;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            for (int item = 1; item < texts.length; item++) {
                if (items.item(item + Line.RECORD_ID).english().equals(namesAndValues[i])) {
                    texts[item] = namesAndValues[i + 1];
                }
            }
        }
        return String.join(",", texts);
    }
}
