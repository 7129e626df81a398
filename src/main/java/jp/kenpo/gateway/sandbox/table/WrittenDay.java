package jp.kenpo.gateway.sandbox.table;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import jp.kenpo.gateway.sandbox.agreed.AgreedColumn;

/** Writes days and months in the first form that a column names. */
final class WrittenDay {

    private static final LocalDate REIWA = LocalDate.of(2019, 5, 1);
    private static final LocalDate HEISEI = LocalDate.of(1989, 1, 8);
    private static final LocalDate SHOWA = LocalDate.of(1926, 12, 25);
    private static final int LENGTH_OF_MONTH = 6;

    private WrittenDay() {}

    static String compact(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** A column of digits holds a day as the era form does: its first digit the era, or the era left out. */
    static String of(LocalDate day, AgreedColumn column) {
        if (!column.codes().isEmpty()) {
            return column.codes().contains(era(day)) ? era(day) : column.codes().get(0);
        }
        if (column.type().equals("digits") && column.size().longest() == LENGTH_OF_MONTH) {
            return "%02d%02d%02d".formatted(yearOfEra(day), day.getMonthValue(), day.getDayOfMonth());
        }
        boolean month = column.type().equals("month");
        String form = column.dates().isEmpty() ? "compact" : column.dates().get(0);
        return switch (form) {
            case "hyphens" -> day.toString().substring(0, month ? 7 : 10);
            case "slashes" -> day.toString().replace('-', '/').substring(0, month ? 7 : 10);
            case "era-digits" ->
                eraDigit(day)
                        + "%02d%02d".formatted(yearOfEra(day), day.getMonthValue())
                        + (month ? "" : "%02d".formatted(day.getDayOfMonth()));
            case "era-written" ->
                letter(day) + yearOfEra(day) + "." + day.getMonthValue() + (month ? "" : "." + day.getDayOfMonth());
            default -> compact(day).substring(0, month ? 6 : 8);
        };
    }

    private static String era(LocalDate day) {
        return !day.isBefore(REIWA) ? "9" : !day.isBefore(HEISEI) ? "7" : "5";
    }

    /** In the form that is one number: 3 昭和, 4 平成, 5 令和. Filings count otherwise: 5, 7, 9. */
    private static String eraDigit(LocalDate day) {
        return !day.isBefore(REIWA) ? "5" : !day.isBefore(HEISEI) ? "4" : "3";
    }

    private static String letter(LocalDate day) {
        return !day.isBefore(REIWA) ? "R" : !day.isBefore(HEISEI) ? "H" : "S";
    }

    private static int yearOfEra(LocalDate day) {
        LocalDate begin = !day.isBefore(REIWA) ? REIWA : !day.isBefore(HEISEI) ? HEISEI : SHOWA;
        return day.getYear() - begin.getYear() + 1;
    }
}
