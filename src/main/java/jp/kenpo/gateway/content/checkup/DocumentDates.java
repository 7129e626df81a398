package jp.kenpo.gateway.content.checkup;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Checks the order of the dates of one document and the age (rule V13). */
final class DocumentDates {

    private static final String SPECIFIC_CHECKUP = "10";
    private static final int YOUNGEST = 40;
    private static final int OLDEST = 75;

    private final HeaderChecks checks;
    private final LocalDate today;

    DocumentDates(HeaderChecks checks, LocalDate today) {
        this.checks = checks;
        this.today = today;
    }

    void check(DocumentHeader header, CheckupDocument document) {
        LocalDate birth = document.person().birthDate();
        LocalDate day = document.performedOn();
        LocalDate file = document.fileDate();
        needed(birth, ArchiveRule.BIRTH_FORM, header, HeaderDatum.BIRTH);
        needed(day, ArchiveRule.DAY_FORM, header, HeaderDatum.PERFORMED_ON);
        needed(file, ArchiveRule.FILE_DATE_FORM, header, HeaderDatum.FILE_DATE);
        if (file != null && file.isAfter(today)) {
            checks.add(ArchiveRule.FILE_IN_FUTURE, header, HeaderDatum.FILE_DATE);
        }
        if (day == null) {
            return;
        }
        if (file != null && day.isAfter(file)) {
            checks.add(ArchiveRule.DAY_AFTER_FILE, header, HeaderDatum.PERFORMED_ON);
        }
        if (day.isBefore(CheckupDates.FIRST_CHECKUPS)) {
            checks.add(ArchiveRule.DAY_TOO_EARLY, header, HeaderDatum.PERFORMED_ON);
        }
        if (birth != null && !birth.isBefore(day)) {
            checks.add(ArchiveRule.BIRTH_AFTER, header, HeaderDatum.BIRTH);
        } else if (birth != null && SPECIFIC_CHECKUP.equals(document.category()) && !isOfAge(birth, day)) {
            checks.add(ArchiveRule.AGE, header, HeaderDatum.BIRTH);
        }
    }

    /** Who reaches 75 in the fiscal year has a specific checkup before the birthday (実施基準 第1条). */
    private static boolean isOfAge(LocalDate birth, LocalDate day) {
        int age = CheckupDates.ageAtYearEnd(birth, day);
        return age >= YOUNGEST && (age < OLDEST || (age == OLDEST && day.isBefore(birth.plusYears(OLDEST))));
    }

    private void needed(@Nullable LocalDate date, ArchiveRule rule, DocumentHeader header, HeaderDatum datum) {
        if (date == null) {
            checks.add(rule, header, datum);
        }
    }
}
