package jp.kenpo.gateway.sandbox.employer;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** One cell as it is written. */
record Cell(String text, Kind kind) {

    enum Kind {
        TEXT,
        NUMBER,
        /** A number that a workbook shows as a day. */
        DAY,
        FORMULA
    }

    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    static Cell text(String text) {
        return new Cell(text, Kind.TEXT);
    }

    static Cell number(String number) {
        return new Cell(number, Kind.NUMBER);
    }

    static Cell day(LocalDate day) {
        return new Cell(String.valueOf(ChronoUnit.DAYS.between(SERIAL_ZERO, day)), Kind.DAY);
    }
}
