package jp.kenpo.gateway.sandbox.receipt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A generated receipt, read back in the plainest way, to compute again what the generator claims. */
record ReadReceipt(List<Line> lines) {

    private static final List<String> ACTS = List.of("SI", "IY", "TO");

    record Line(List<String> fields) {

        String field(int index) {
            return fields.get(index);
        }

        String record() {
            return field(3);
        }

        int times() {
            return Integer.parseInt(field(9));
        }

        int sumOfDays() {
            return fields.subList(fields.size() - 31, fields.size()).stream()
                    .filter(day -> !day.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .sum();
        }
    }

    static List<ReadReceipt> allOf(String text) {
        List<ReadReceipt> receipts = new ArrayList<>();
        for (String line : text.substring(0, text.length() - 1).split("\r\n")) {
            Line read = new Line(Arrays.asList(line.split(",", -1)));
            if (read.record().equals("MN")) {
                receipts.add(new ReadReceipt(new ArrayList<>()));
            }
            receipts.get(receipts.size() - 1).lines().add(read);
        }
        return receipts;
    }

    String searchNumber() {
        return first("MN").field(6);
    }

    String patient() {
        return first("HO").field(5) + "/" + first("HO").field(6) + "/"
                + first("SN").field(9);
    }

    boolean has(String record) {
        return lines.stream().anyMatch(line -> line.record().equals(record));
    }

    long total(String record) {
        return Long.parseLong(first(record).field(8));
    }

    Stream<Line> acts() {
        return lines.stream().filter(line -> ACTS.contains(line.record()));
    }

    /** Points of the claim's lines: of the insurer, or of those that a public payer shares in. */
    long sum(boolean sharedOnly) {
        long sum = 0;
        String actClass = "";
        for (Line line : acts().filter(each -> each.field(0).equals("1")).toList()) {
            actClass = line.field(4).isEmpty() ? actClass : line.field(4);
            boolean counts = !line.field(8).isEmpty() && !actClass.equals("97");
            if (counts && (!sharedOnly || line.field(5).equals("2"))) {
                sum += Long.parseLong(line.field(8)) * line.times();
            }
        }
        return sum;
    }

    /** The receipt with the payer fund's corrections carried out; what came in replaced stands as claimed. */
    ReadReceipt paid() {
        Map<String, Line> byNumber = new HashMap<>();
        lines.forEach(line -> byNumber.put(line.field(1), line));
        List<Line> paid = new ArrayList<>(
                lines.stream().filter(line -> line.field(0).equals("1")).toList());
        for (Line reason :
                lines.stream().filter(line -> line.record().equals("JY")).toList()) {
            int at = paid.indexOf(byNumber.get(reason.field(5)));
            if (reason.field(4).equals("3")) {
                paid.remove(at);
            } else {
                List<String> fields =
                        new ArrayList<>(byNumber.get(reason.field(9)).fields());
                fields.set(0, "1");
                paid.set(at, new Line(fields));
            }
        }
        return new ReadReceipt(paid);
    }

    private Line first(String record) {
        return lines.stream()
                .filter(line -> line.record().equals(record))
                .findFirst()
                .orElseThrow();
    }
}
