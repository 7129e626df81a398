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
        int claimed = items.at(CheckedItem.CLAIM_MONTH);
        receipt.claimMonth = ReceiptDates.month(line, claimed);
        if (receipt.claimMonth > lastClaimMonth) {
            findings.add(
                    Rule.CLAIM_AFTER_DELIVERY, line.number, items.label(claimed), ReceiptDates.text(lastClaimMonth));
        }
        receipt.provider = line.hash(items.at(CheckedItem.PREFECTURE))
                + 31 * line.hash(items.at(CheckedItem.FEE_TABLE))
                + 961 * line.hash(items.at(CheckedItem.PROVIDER));
        if (!isInstitution(line, items)) {
            findings.add(Rule.INSTITUTION_CHECK_DIGIT, line.number, items.label(items.at(CheckedItem.PROVIDER)));
        }
    }

    private static boolean isInstitution(Line line, RecordItems items) {
        int prefecture = items.at(CheckedItem.PREFECTURE);
        int feeTable = items.at(CheckedItem.FEE_TABLE);
        int code = items.at(CheckedItem.PROVIDER);
        return InstitutionCode.isValid(line.text(prefecture), line.text(feeTable), line.text(code));
    }

    void header(Line line, RecordItems items, Receipt receipt) {
        int type = items.at(CheckedItem.TYPE);
        receipt.type = line.has(type) && line.length(type) == 4 ? line.number(type) : -1;
        receipt.treatmentMonth = ReceiptDates.month(line, items.at(CheckedItem.TREATMENT_MONTH));
        receipt.birthDate = ReceiptDates.day(line, items.at(CheckedItem.BIRTH_DATE));
        receipt.sex = line.number(items.at(CheckedItem.SEX));
        receipt.name = line.hash(items.at(CheckedItem.NAME));
        receipt.prescriber = line.hash(items.at(CheckedItem.PRESCRIBER));
        services.multiple(line, items, items.at(CheckedItem.WARDS), 2);
        services.multiple(line, items, items.at(CheckedItem.NOTES), 2);
        services.multiple(line, items, items.at(CheckedItem.STATE), 3);
        if (receipt.treatmentMonth != ReceiptDates.NONE) {
            months(line, items, receipt);
            age(line, items, receipt);
        }
    }

    private void months(Line line, RecordItems items, Receipt receipt) {
        if (receipt.claimMonth != ReceiptDates.NONE && receipt.treatmentMonth >= receipt.claimMonth) {
            findings.item(Rule.TREATMENT_MONTH, line, items, items.at(CheckedItem.TREATMENT_MONTH));
        }
        int end = ReceiptDates.endOf(receipt.treatmentMonth);
        if (receipt.birthDate > end) {
            findings.item(Rule.DAY_AFTER_TREATMENT, line, items, items.at(CheckedItem.BIRTH_DATE));
        }
        int admission = items.at(CheckedItem.ADMISSION);
        if (admission == RecordItems.ABSENT) {
            return;
        }
        boolean admitted = line.has(admission);
        boolean inPatient = receipt.typeDigit(4) % 2 == 1;
        if (receipt.type >= 0 && admitted != inPatient) {
            findings.item(Rule.BELONG_TOGETHER, line, items, admission);
        } else if (admitted && ReceiptDates.day(line, admission) > end) {
            findings.item(Rule.DAY_AFTER_TREATMENT, line, items, admission);
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
            findings.item(Rule.AGE_AND_TYPE, line, items, items.at(CheckedItem.TYPE));
        }
    }

    private static int years(int birth, int day) {
        return (day - birth) / 10_000;
    }
}
