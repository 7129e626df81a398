package jp.kenpo.gateway.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kenpo.gateway.configuration.ConfigurationRejectedException;
import jp.kenpo.gateway.configuration.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessCalendarTest {

    private static final Set<MonthDay> YEAR_END =
            Set.of(MonthDay.of(12, 29), MonthDay.of(12, 30), MonthDay.of(12, 31), MonthDay.of(1, 2), MonthDay.of(1, 3));
    private static final BusinessCalendar SHIPPED = BusinessCalendar.load(Path.of("config"), YEAR_END);

    @TempDir
    Path temp;

    @Test
    void restsOverGoldenWeekWithItsSubstituteHoliday() {
        assertThat(businessDays("2026-04-27", "2026-05-08"))
                .containsExactly("2026-04-27", "2026-04-28", "2026-04-30", "2026-05-01", "2026-05-07", "2026-05-08");
        assertThat(SHIPPED.onOrAfter(day("2026-05-02"))).isEqualTo(day("2026-05-07"));
    }

    @Test
    void restsOnTheDayBetweenTwoHolidays() {
        assertThat(businessDays("2026-09-18", "2026-09-24")).containsExactly("2026-09-18", "2026-09-24");
    }

    @Test
    void restsOverTheTurnOfTheYear() {
        assertThat(businessDays("2026-12-28", "2027-01-05")).containsExactly("2026-12-28", "2027-01-04", "2027-01-05");
        assertThat(SHIPPED.after(day("2026-12-28"))).isEqualTo(day("2027-01-04"));
        assertThat(SHIPPED.before(day("2027-01-04"))).isEqualTo(day("2026-12-28"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2025-02-24", "2025-05-06", "2025-11-24", "2026-05-06", "2026-09-22", "2027-03-22", "2027-07-19"
            })
    void restsOnHolidaysThatMove(String holiday) {
        assertThat(SHIPPED.isBusinessDay(day(holiday))).isFalse();
    }

    @Test
    void countsBusinessDaysWithoutTheFirst() {
        assertThat(SHIPPED.plusBusinessDays(day("2026-04-28"), 3)).isEqualTo(day("2026-05-07"));
        assertThat(SHIPPED.plusBusinessDays(day("2026-05-03"), 1)).isEqualTo(day("2026-05-07"));
        assertThat(SHIPPED.plusBusinessDays(day("2026-06-01"), 10)).isEqualTo(day("2026-06-15"));
    }

    @Test
    void everyHolidayOnASundayIsMadeUpFor() {
        List<LocalDate> onSunday = LocalDate.of(2025, 1, 1)
                .datesUntil(LocalDate.of(2028, 1, 1))
                .filter(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY)
                .filter(HolidayFile.read(Path.of("config/holidays.csv"))::contains)
                .toList();

        assertThat(onSunday).hasSize(5).allSatisfy(sunday -> {
            // Source: 国民の祝日に関する法律 第3条第2項: the next day that is no holiday itself
            LocalDate madeUp = sunday.plusDays(1);
            while (madeUp.getDayOfWeek() != DayOfWeek.SATURDAY && !SHIPPED.isBusinessDay(madeUp)) {
                madeUp = madeUp.plusDays(1);
            }
            assertThat(madeUp).isAfter(sunday.plusDays(1));
        });
    }

    @Test
    void eachYearHasItsSixteenHolidays() {
        assertThat(HolidayFile.read(Path.of("config/holidays.csv")).stream()
                        .collect(Collectors.groupingBy(LocalDate::getYear, Collectors.counting())))
                .containsEntry(2025, 19L)
                .containsEntry(2026, 18L)
                .containsEntry(2027, 17L);
        assertThat(SHIPPED.knownUntil()).isEqualTo(day("2027-12-31"));
    }

    @Test
    void refusesAFileThatIsNoListOfHolidays() throws Exception {
        Path file = temp.resolve("holidays.csv");
        Files.writeString(file, "day,name\n2026-01-01,元日\n2026-13-01,x\n2026-01-01,元日\n2026-02-11\n");

        assertThatThrownBy(() -> BusinessCalendar.load(temp, Set.of()))
                .isInstanceOfSatisfying(
                        ConfigurationRejectedException.class, rejected -> assertThat(rejected.problems())
                                .extracting(Problem::line, Problem::what)
                                .containsExactly(
                                        org.assertj.core.groups.Tuple.tuple(1, "the header is missing"),
                                        org.assertj.core.groups.Tuple.tuple(3, "\"2026-13-01\" is no day"),
                                        org.assertj.core.groups.Tuple.tuple(4, "the day stands twice"),
                                        org.assertj.core.groups.Tuple.tuple(5, "the holiday has no name")));
    }

    @Test
    void refusesAnInstallationWithoutHolidays() {
        assertThatThrownBy(() -> BusinessCalendar.load(temp, Set.of()))
                .isInstanceOf(ConfigurationRejectedException.class)
                .hasMessageContaining("holidays.csv");
    }

    private static List<String> businessDays(String from, String until) {
        return day(from)
                .datesUntil(day(until).plusDays(1))
                .filter(SHIPPED::isBusinessDay)
                .map(LocalDate::toString)
                .toList();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void countsTimeOnBusinessDaysOnly() {
        Instant fridayNoon = Instant.parse("2026-10-02T03:00:00Z");
        BusinessCalendar calendar = new BusinessCalendar(Set.of(), Set.of());

        assertThat(calendar.between(fridayNoon, Instant.parse("2026-10-02T04:30:00Z")))
                .hasMinutes(90);
        assertThat(calendar.between(fridayNoon, Instant.parse("2026-10-04T10:00:00Z")))
                .hasHours(12);
        assertThat(calendar.between(fridayNoon, Instant.parse("2026-10-05T03:00:00Z")))
                .hasHours(24);
    }
}
