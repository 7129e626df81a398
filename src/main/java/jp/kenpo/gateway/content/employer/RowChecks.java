package jp.kenpo.gateway.content.employer;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.content.Society;
import jp.kenpo.gateway.member.InsurerNumber;
import jp.kenpo.gateway.member.MemberIdentity;
import jp.kenpo.gateway.member.MemberPseudonyms;
import jp.kenpo.gateway.member.MembersConcerned;
import org.jspecify.annotations.Nullable;

/** What the cells of one row say together: who the member is, when the checkup was, what is missing. */
final class RowChecks {

    /** First day of specific checkups. Source: 高齢者の医療の確保に関する法律, in force from 2008-04-01. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2008, 4, 1);

    private final UploadedTable table;
    private final Society society;
    private final MemberPseudonyms pseudonyms;
    private final LocalDate today;
    private final Map<Role, Column> roles = new LinkedHashMap<>();
    private final MembersConcerned concerned = new MembersConcerned();

    /** @param table whose header was found */
    RowChecks(UploadedTable table, Society society, MemberPseudonyms pseudonyms, Clock clock) {
        this.table = table;
        this.society = society;
        this.pseudonyms = pseudonyms;
        this.today = LocalDate.now(clock);
        for (Column column : table.columns()) {
            if (column.item().role() != null) {
                roles.put(column.item().role(), column);
            }
        }
    }

    MembersConcerned concerned() {
        return concerned;
    }

    /** Checks the present row of the table. */
    void check() {
        checkNumbers();
        LocalDate birth = day(Role.BIRTH_DATE);
        LocalDate checkup = day(Role.CHECKUP_DATE);
        checkDays(birth, checkup);
        checkNeeds(birth == null || checkup == null ? null : ageAtEndOfFiscalYear(birth, checkup));
        identify(birth);
    }

    private void checkNumbers() {
        String insurer = text(Role.INSURER_NUMBER);
        if (insurer != null && !InsurerNumber.isValid(insurer)) {
            remark(EmployerRule.INSURER_CHECK_DIGIT, Role.INSURER_NUMBER);
        } else if (insurer != null && !society.insurerNumbers().contains(insurer)) {
            remark(EmployerRule.OTHER_INSURER, Role.INSURER_NUMBER);
        }
        String institution = text(Role.INSTITUTION_NUMBER);
        if (institution != null && !hasCheckDigit(institution)) {
            remark(EmployerRule.INSTITUTION_CHECK_DIGIT, Role.INSTITUTION_NUMBER);
        }
    }

    /** The same sum as that of an insurer number, over ten digits. */
    private static boolean hasCheckDigit(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int weighted = (number.charAt(number.length() - 1 - i) - '0') * (i % 2 + 1);
            sum += weighted / 10 + weighted % 10;
        }
        return sum % 10 == 0;
    }

    private void checkDays(@Nullable LocalDate birth, @Nullable LocalDate checkup) {
        if (checkup != null && checkup.isAfter(today)) {
            remark(EmployerRule.FUTURE_DATE, Role.CHECKUP_DATE);
        } else if (checkup != null && checkup.isBefore(FIRST_DAY)) {
            remark(EmployerRule.BEFORE_THE_LAW, Role.CHECKUP_DATE);
        }
        if (birth != null && !birth.isBefore(checkup == null ? today : checkup)) {
            remark(EmployerRule.BIRTH_NOT_BEFORE_CHECKUP, Role.BIRTH_DATE);
        }
    }

    /**
     * Returns the age at the end of the fiscal year (31 March) of a checkup.
     *
     * <p>Source: 年齢計算ニ関する法律: an age is reached on the day before the birthday, so who was born on 1 April has it.
     */
    private static int ageAtEndOfFiscalYear(LocalDate birth, LocalDate checkup) {
        int year = checkup.getMonthValue() >= 4 ? checkup.getYear() + 1 : checkup.getYear();
        return (int) ChronoUnit.YEARS.between(birth, LocalDate.of(year, 4, 1));
    }

    private void checkNeeds(@Nullable Integer age) {
        Set<String> groups = new HashSet<>();
        for (Column column : table.columns()) {
            String group = column.item().group();
            if (group == null) {
                checkNeed(column, List.of(column), age);
            } else if (groups.add(group)) {
                List<Column> together = table.columns().stream()
                        .filter(other -> group.equals(other.item().group()))
                        .toList();
                checkNeed(column, together, age);
            }
        }
    }

    private void checkNeed(Column column, List<Column> together, @Nullable Integer age) {
        boolean answered = false;
        for (Column each : together) {
            var state = table.value(each.item()).state();
            answered |= state == CellValue.State.READ || state == CellValue.State.UNREADABLE;
        }
        for (Column each : together) {
            if (table.value(each.item()).state() == CellValue.State.NOT_DONE) {
                boolean needed = !answered && each.item().neededAt(age);
                table.remark(needed ? EmployerRule.NOT_DONE_NEEDED : EmployerRule.NOT_DONE, each);
                answered = true;
            }
        }
        if (!answered && column.item().neededAt(age)) {
            table.remark(emptiness(column.item()), column);
        }
    }

    private static EmployerRule emptiness(Item item) {
        if (item.role() == Role.BRANCH_NUMBER) {
            return EmployerRule.NO_BRANCH_NUMBER;
        }
        return item.need() == Need.REQUIRED ? EmployerRule.REQUIRED_EMPTY : EmployerRule.EXPECTED_EMPTY;
    }

    private void identify(@Nullable LocalDate birth) {
        String insurer = text(Role.INSURER_NUMBER);
        String symbol = text(Role.SYMBOL);
        String number = text(Role.NUMBER);
        String branch = text(Role.BRANCH_NUMBER);
        String sex = text(Role.SEX);
        if (insurer == null || symbol == null || number == null) {
            return;
        }
        MemberIdentity member = null;
        if (branch != null) {
            member = MemberIdentity.withBranch(insurer, symbol, number, branch);
        } else if (birth != null && sex != null) {
            member = MemberIdentity.withoutBranch(insurer, symbol, number, birth, Integer.parseInt(sex));
        }
        if (member != null && !concerned.add(pseudonyms.of(member))) {
            remark(EmployerRule.MEMBER_TWICE, Role.NUMBER);
        }
    }

    private @Nullable String text(Role role) {
        Column column = roles.get(role);
        CellValue value = column == null ? CellValue.BLANK : table.value(column.item());
        return value.isRead() ? value.text() : null;
    }

    private @Nullable LocalDate day(Role role) {
        String text = text(role);
        return text == null ? null : LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    }

    private void remark(EmployerRule rule, Role role) {
        Column column = roles.get(role);
        if (column != null) {
            table.remark(rule, column);
        }
    }
}
