package jp.kenpo.gateway.content.checkup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jp.kenpo.gateway.member.CheckupInstitutionNumber;
import jp.kenpo.gateway.member.InsurerNumber;
import org.jspecify.annotations.Nullable;

/** Checks the header of one document: codes, numbers, person (rules V08 to V11). */
final class HeaderChecks {

    private static final Pattern KANA = Pattern.compile("[ァ-ヶー・ヽヾ]{1,40}");
    private static final int LONGEST_KANA = 40;
    private static final Pattern POSTAL_CODE = Pattern.compile("[0-9]{3}-[0-9]{4}");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("[0-9]{8}");

    /** 10 results, 19 their deletion, 30 report to the state, 40s and 60s to 90s other checkups and deletions. */
    private static final Pattern CHECKUP_CATEGORY = Pattern.compile("10|19|30|[46789][0-9]");
    /** Start, result, stopped, other, first interview incomplete; 30 report to the state. */
    private static final Pattern GUIDANCE_CATEGORY = Pattern.compile("2[1-5]|30");

    private static final Set<String> CHECKUP_PROGRAMS = Set.of("000", "010", "020", "030", "040", "060", "090", "990");
    private static final Set<String> CHECKUP_SECTIONS = Set.of("01010", "01990");
    private static final Set<String> GUIDANCE_SECTIONS =
            Set.of("90010", "90020", "90030", "90040", "90050", "90060", "90070", "90080");

    private final CheckupFindings findings;
    private final boolean testNumbers;
    private final DocumentDates dates;

    /** @param testNumbers whether numbers with a wrong check digit are accepted, for trials */
    HeaderChecks(CheckupFindings findings, boolean testNumbers, Clock clock) {
        this.findings = findings;
        this.testNumbers = testNumbers;
        this.dates = new DocumentDates(this, LocalDate.now(clock));
    }

    /** @param payer insurer that the archive is for; null if its name does not tell */
    void check(DocumentSink read, CheckupDocument document, @Nullable String payer) {
        DocumentHeader header = read.header();
        codes(header, read.body().sections(), document.guidance());
        payer(header, payer);
        institution(header.of(HeaderDatum.INSTITUTION), HeaderDatum.INSTITUTION);
        if (header.of(HeaderDatum.AUTHOR) != null) {
            institution(header.of(HeaderDatum.AUTHOR), HeaderDatum.AUTHOR);
        }
        person(header, document.guidance());
        dates.check(header, document);
        new VoucherChecks(this, document).check(header.vouchers());
    }

    private void codes(DocumentHeader header, List<Text> sections, boolean guidance) {
        String category = header.value(HeaderDatum.CATEGORY);
        Pattern categories = guidance ? GUIDANCE_CATEGORY : CHECKUP_CATEGORY;
        if (category == null || !categories.matcher(category).matches()) {
            add(ArchiveRule.CATEGORY, header, HeaderDatum.CATEGORY);
        }
        String program = header.value(HeaderDatum.PROGRAM);
        if (program == null || !(guidance ? program.equals("100") : CHECKUP_PROGRAMS.contains(program))) {
            add(ArchiveRule.PROGRAM, header, HeaderDatum.PROGRAM);
        }
        for (Text root : header.otherRoots()) {
            add(ArchiveRule.ID_ROOT, root.line(), "id", null, root.value());
        }
        sections(sections, guidance);
    }

    private void sections(List<Text> sections, boolean guidance) {
        for (Text section : sections) {
            if (!(guidance ? GUIDANCE_SECTIONS : CHECKUP_SECTIONS).contains(section.value())) {
                add(ArchiveRule.SECTION, section.line(), "code", "section");
            }
        }
        String needed = guidance ? "90010" : "01010";
        if (sections.stream().noneMatch(section -> section.value().equals(needed))) {
            add(ArchiveRule.SECTION, 0, "section", needed);
        }
    }

    private void payer(DocumentHeader header, @Nullable String payer) {
        String number = header.value(HeaderDatum.INSURER);
        if (number == null || !EIGHT_DIGITS.matcher(number).matches()) {
            add(ArchiveRule.PAYER_FORM, header, HeaderDatum.INSURER);
        } else if (!testNumbers && !InsurerNumber.isValid(number)) {
            add(ArchiveRule.PAYER_CHECK_DIGIT, header, HeaderDatum.INSURER);
        } else if (payer != null && !number.equals(payer)) {
            add(ArchiveRule.OTHER_PAYER, header, HeaderDatum.INSURER);
        }
    }

    private void institution(@Nullable Text number, HeaderDatum datum) {
        int line = number == null ? 0 : number.line();
        if (number == null || !CheckupInstitutionNumber.isNumber(number.value())) {
            add(ArchiveRule.INSTITUTION_FORM, line, datum.element(), datum.label());
        } else if (!testNumbers && !CheckupInstitutionNumber.isValid(number.value())) {
            add(ArchiveRule.INSTITUTION_CHECK_DIGIT, line, datum.element(), datum.label());
        }
    }

    private void person(DocumentHeader header, boolean guidance) {
        String sex = header.value(HeaderDatum.SEX);
        if (!"1".equals(sex) && !"2".equals(sex)) {
            add(ArchiveRule.SEX, header, HeaderDatum.SEX);
        }
        String qualification = header.value(HeaderDatum.QUALIFICATION);
        if (qualification != null && !qualification.matches("[1-7]")) {
            add(ArchiveRule.QUALIFICATION, header, HeaderDatum.QUALIFICATION);
        }
        needed(header, HeaderDatum.NUMBER);
        needed(header, HeaderDatum.POSTAL_CODE);
        if (!guidance) {
            needed(header, HeaderDatum.ADDRESS);
        }
        String postalCode = header.value(HeaderDatum.POSTAL_CODE);
        if (postalCode != null && !POSTAL_CODE.matcher(postalCode).matches()) {
            add(ArchiveRule.POSTAL_CODE, header, HeaderDatum.POSTAL_CODE);
        }
        String name = header.value(HeaderDatum.NAME);
        needed(header, HeaderDatum.NAME);
        if (name != null && !KANA.matcher(name).matches()) {
            add(ArchiveRule.KANA, header, HeaderDatum.NAME, LONGEST_KANA);
        }
    }

    private void needed(DocumentHeader header, HeaderDatum datum) {
        if (header.of(datum) == null) {
            add(ArchiveRule.MISSING, header, datum);
        }
    }

    /** Adds a finding about a datum of the header. */
    void add(ArchiveRule rule, DocumentHeader header, HeaderDatum datum, Object... arguments) {
        Text text = header.of(datum);
        add(rule, text == null ? 0 : text.line(), datum.element(), datum.label(), arguments);
    }

    /**
     * Adds a finding.
     *
     * @param element that carries what is wrong
     * @param field as the finding names it
     */
    void add(ArchiveRule rule, int line, String element, @Nullable String field, Object... arguments) {
        findings.concern(element, line);
        findings.add(rule.severity(), rule.id(), line, field, arguments);
    }
}
