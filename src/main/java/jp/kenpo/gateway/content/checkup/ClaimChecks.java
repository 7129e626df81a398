package jp.kenpo.gateway.content.checkup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Adds up the settlement files (決済情報) of one archive and compares them with its summary (rule V07). */
final class ClaimChecks {

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}");
    private static final String UNIT = "settlement/unitAmount@value";
    private static final String PAYMENT = "settlement/paymentAmount@value";
    private static final String OTHER = "settlement/paymentByOtherProgram@value";
    private static final String CLAIM = "settlement/claimAmount@value";

    /** Total in the summary, and the amounts of the settlement files that add up to it: of checkups, of guidance. */
    private static final Map<String, List<String>> ADDED = Map.of(
            "totalCostAmount", List.of(UNIT, "settlement/calculatedAmount@value"),
            "totalPaymentAmount", List.of(PAYMENT, "settlement/payment/amount@value"),
            "totalPaymentByOtherProgram", List.of(OTHER),
            "totalClaimAmount", List.of(CLAIM));

    private final CheckupFindings findings;
    private final Map<String, Long> sums = new LinkedHashMap<>();

    ClaimChecks(CheckupFindings findings) {
        this.findings = findings;
    }

    /** Checks one settlement file and adds its amounts. */
    void claim(FlatFile claim, boolean guidance) {
        ADDED.values()
                .forEach(paths -> paths.forEach(path -> {
                    Text amount = claim.first(path);
                    if (amount != null) {
                        sums.merge(path, amount(amount), Long::sum);
                    }
                }));
        if (guidance) {
            needed(claim, CLAIM);
            return;
        }
        Text unit = needed(claim, UNIT);
        Text payment = needed(claim, PAYMENT);
        Text claimed = needed(claim, CLAIM);
        if (unit == null || payment == null || claimed == null) {
            return;
        }
        if (amount(unit) != unitPrices(claim)) {
            add(ArchiveRule.UNIT_AMOUNT, unit.line(), "unitAmount");
        }
        Text other = claim.first(OTHER);
        if (amount(claimed) != amount(unit) - amount(payment) - (other == null ? 0 : amount(other))) {
            add(ArchiveRule.CLAIM_AMOUNT, claimed.line(), "claimAmount");
        }
    }

    private static long unitPrices(FlatFile claim) {
        List<Text> prices = new ArrayList<>();
        for (String price : List.of("unitPriceBasic", "unitPriceDetail", "unitPriceOther")) {
            prices.addAll(claim.all("settlement/" + price + "/amount@value"));
        }
        return prices.stream().mapToLong(ClaimChecks::amount).sum();
    }

    private @Nullable Text needed(FlatFile claim, String path) {
        Text amount = claim.first(path);
        if (amount != null && AMOUNT.matcher(amount.value()).matches()) {
            return amount;
        }
        add(ArchiveRule.AMOUNT_FORM, amount == null ? 0 : amount.line(), name(path));
        return null;
    }

    private static String name(String path) {
        return path.substring(path.indexOf('/') + 1, path.indexOf('@'));
    }

    /** Returns an amount; 0 for what is none, which is a finding of its own. */
    private static long amount(Text text) {
        return AMOUNT.matcher(text.value()).matches() ? Long.parseLong(text.value()) : 0;
    }

    /** Compares the summary, for which the findings were begun, with what was added up. */
    void compare(FlatFile summary, int claims) {
        Text subjects = summary.first("totalSubjectCount@value");
        if (subjects == null || amount(subjects) != claims) {
            add(ArchiveRule.SUBJECTS, line(subjects), "totalSubjectCount", shown(subjects), claims);
        }
        for (String total :
                List.of("totalCostAmount", "totalPaymentAmount", "totalPaymentByOtherProgram", "totalClaimAmount")) {
            Text found = summary.first(total + "@value");
            long sum = ADDED.getOrDefault(total, List.of()).stream()
                    .mapToLong(path -> sums.getOrDefault(path, 0L))
                    .sum();
            // the share of other programmes is left out where there is none
            boolean mayBeAbsent = total.equals("totalPaymentByOtherProgram") && sum == 0;
            if (found == null ? !mayBeAbsent : amount(found) != sum) {
                add(ArchiveRule.TOTAL, line(found), total, shown(found), sum);
            }
        }
    }

    private static int line(@Nullable Text text) {
        return text == null ? 0 : text.line();
    }

    /** Figures of the archive as a whole may be told, and only figures. */
    private static String shown(@Nullable Text text) {
        return text != null && AMOUNT.matcher(text.value()).matches() ? text.value() : "-";
    }

    private void add(ArchiveRule rule, int line, String field, Object... arguments) {
        findings.add(rule.severity(), rule.id(), line, field, arguments);
    }
}
