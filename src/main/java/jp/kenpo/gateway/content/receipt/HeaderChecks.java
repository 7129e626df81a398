package jp.kenpo.gateway.content.receipt;

import java.time.Clock;
import java.time.YearMonth;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.member.InstitutionCode;
import org.jspecify.annotations.Nullable;

/** Checks the provider and the header of a receipt: months, age, admission, institution (R08 to R10, R13, N02, F16). */
final class HeaderChecks {

    private static final int SCHOOL_AGE = 6;
    private static final int ELDERLY_AGE = 70;
    private static final int LATE_ELDERLY_AGE = 75;

    private final Findings findings;
    private final ServiceChecks services;
    private final int lastClaimMonth;

    HeaderChecks(Findings findings, ServiceChecks services, Arrival arrival, Clock clock) {
        this.findings = findings;
        this.services = services;
        lastClaimMonth = number(arrival.month(), clock);
    }

    private static int number(@Nullable YearMonth folder, Clock clock) {
        var month = folder == null ? YearMonth.now(clock) : folder;
        return month.getYear() * 100 + month.getMonthValue();
    }

    void provider(Line line, RecordItems items, Receipt receipt) {
        receipt.claimMonth = ReceiptDates.month(line, Places.IR_CLAIM_MONTH);
        if (receipt.claimMonth > lastClaimMonth) {
            findings.add(
                    Rule.CLAIM_AFTER_DELIVERY,
                    line.number,
                    items.label(Places.IR_CLAIM_MONTH),
                    ReceiptDates.text(lastClaimMonth));
        }
        boolean valid = InstitutionCode.isValid(
                line.text(Places.IR_PREFECTURE), line.text(Places.IR_FEE_TABLE), line.text(Places.IR_PROVIDER));
        if (!valid) {
            findings.add(Rule.INSTITUTION_CHECK_DIGIT, line.number, items.label(Places.IR_PROVIDER));
        }
    }

    void header(Line line, RecordItems items, Receipt receipt) {
        receipt.type = line.length(Places.RE_TYPE) == 4 ? line.number(Places.RE_TYPE) : -1;
        receipt.treatmentMonth = ReceiptDates.month(line, Places.RE_TREATMENT_MONTH);
        receipt.birthDate = ReceiptDates.day(line, Places.RE_BIRTH_DATE);
        receipt.sex = line.number(Places.RE_SEX);
        services.multiple(line, items, Places.RE_WARDS, 2);
        services.multiple(line, items, Places.RE_NOTES, 2);
        services.multiple(line, items, Places.RE_STATE, 3);
        if (receipt.treatmentMonth != ReceiptDates.NONE) {
            months(line, items, receipt);
            age(line, items, receipt);
        }
    }

    private void months(Line line, RecordItems items, Receipt receipt) {
        if (receipt.claimMonth != ReceiptDates.NONE && receipt.treatmentMonth >= receipt.claimMonth) {
            findings.add(Rule.TREATMENT_MONTH, line.number, items.label(Places.RE_TREATMENT_MONTH));
        }
        int end = ReceiptDates.endOf(receipt.treatmentMonth);
        if (receipt.birthDate > end) {
            findings.add(Rule.DAY_AFTER_TREATMENT, line.number, items.label(Places.RE_BIRTH_DATE));
        }
        boolean admitted = line.has(Places.RE_ADMISSION);
        boolean inPatient = receipt.typeDigit(4) % 2 == 1;
        if (receipt.type >= 0 && admitted != inPatient) {
            findings.add(Rule.BELONG_TOGETHER, line.number, items.label(Places.RE_ADMISSION));
        } else if (admitted && ReceiptDates.day(line, Places.RE_ADMISSION) > end) {
            findings.add(Rule.DAY_AFTER_TREATMENT, line.number, items.label(Places.RE_ADMISSION));
        }
    }

    /** Digit 4 of レセプト種別: 3, 4 before school age; 7 to 0 from 70 on; from 75 on nobody is with a society. */
    private void age(Line line, RecordItems items, Receipt receipt) {
        if (receipt.birthDate == ReceiptDates.NONE || receipt.typeDigit(2) != 1) {
            return;
        }
        int atStart = years(receipt.birthDate, receipt.treatmentMonth * 100 + 1);
        int atEnd = years(receipt.birthDate, ReceiptDates.endOf(receipt.treatmentMonth));
        boolean fits =
                switch (receipt.typeDigit(4)) {
                    case 3, 4 -> atStart <= SCHOOL_AGE;
                    case 1, 2, 5, 6 -> atEnd >= SCHOOL_AGE && atStart < ELDERLY_AGE;
                    default -> atEnd >= ELDERLY_AGE && atStart < LATE_ELDERLY_AGE;
                };
        if (!fits) {
            findings.add(Rule.AGE_AND_TYPE, line.number, items.label(Places.RE_TYPE));
        }
    }

    private static int years(int birth, int day) {
        return (day - birth) / 10_000;
    }
}
