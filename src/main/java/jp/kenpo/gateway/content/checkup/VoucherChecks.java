package jp.kenpo.gateway.content.checkup;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Checks the vouchers (受診券, 利用券) that one document names (rules V09c and V12). */
final class VoucherChecks {

    private static final String FIELD = "受診券・利用券整理番号";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{11}");

    private final HeaderChecks checks;
    private final CheckupDocument document;

    VoucherChecks(HeaderChecks checks, CheckupDocument document) {
        this.checks = checks;
        this.document = document;
    }

    void check(List<Voucher> vouchers) {
        for (Voucher voucher : vouchers) {
            number(voucher);
            until(voucher);
            Text insurer = voucher.insurer();
            if (insurer != null && !insurer.value().equals(document.person().insurerNumber())) {
                checks.add(ArchiveRule.VOUCHER_PAYER, insurer.line(), "id", "保険者番号");
            }
        }
    }

    private void number(Voucher voucher) {
        Text number = voucher.number();
        int line = number == null ? voucher.line() : number.line();
        if (number == null || !NUMBER.matcher(number.value()).matches()) {
            checks.add(ArchiveRule.VOUCHER_FORM, line, "id", FIELD);
            return;
        }
        String payer = Objects.requireNonNullElse(document.person().insurerNumber(), "");
        String root = Objects.requireNonNullElse(voucher.root(), "");
        if (!root.equals(DocumentHeader.OID + "209.1" + payer) && !root.equals(DocumentHeader.OID + "210.1" + payer)) {
            checks.add(ArchiveRule.VOUCHER_ROOT, line, "id", FIELD);
        }
        LocalDate day = document.performedOn();
        if (day != null && !fits(Integer.parseInt(number.value(), 0, 2, 10), day)) {
            checks.add(ArchiveRule.VOUCHER_YEAR, line, "id", FIELD);
        }
    }

    /** Guidance may follow in the fiscal year after the voucher's. */
    private boolean fits(int voucherYear, LocalDate day) {
        int year = CheckupDates.fiscalYear(day) % 100;
        return voucherYear == year || (document.guidance() && (voucherYear + 1) % 100 == year);
    }

    private void until(Voucher voucher) {
        Text until = voucher.until();
        LocalDate day = document.performedOn();
        LocalDate last = until == null ? null : CheckupDates.date(until.value());
        if (until != null && last != null && day != null && last.isBefore(day)) {
            checks.add(ArchiveRule.VOUCHER_EXPIRED, until.line(), "high", "有効期限");
        }
    }
}
