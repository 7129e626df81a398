package jp.kenpo.gateway.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.kenpo.gateway.configuration.ConfigurationRejectedException;
import jp.kenpo.gateway.configuration.Problem;
import jp.kenpo.gateway.configuration.Problems;

/** Reads {@code holidays.csv}: a day and its name in each line, behind the header {@code date,name}. */
final class HolidayFile {

    private static final String HEADER = "date,name";
    private static final String REMEDY = "Write a day and its name, for example 2026-01-01,元日";

    private final String name;
    private final Problems problems = new Problems();
    private final Set<LocalDate> days = new LinkedHashSet<>();
    private boolean begun;

    private HolidayFile(Path file) {
        this.name = file.normalize().toString().replace('\\', '/');
    }

    /** @throws ConfigurationRejectedException if the file can't be read, or a line is no holiday */
    static Set<LocalDate> read(Path file) {
        HolidayFile holidays = new HolidayFile(file);
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new ConfigurationRejectedException(List.of(new Problem(
                    holidays.name,
                    0,
                    "the holidays can't be read as UTF-8",
                    "Write the file, or correct its encoding")));
        }
        for (int at = 0; at < lines.size(); at++) {
            holidays.line(lines.get(at).strip(), at + 1);
        }
        if (holidays.days.isEmpty()) {
            holidays.problem(0, "there is no holiday");
        }
        holidays.problems.throwIfAny();
        return holidays.days;
    }

    private void line(String line, int number) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        if (!begun) {
            begun = true;
            if (!line.equals(HEADER)) {
                problems.add(new Problem(name, number, "the header is missing", "Write " + HEADER));
            }
            return;
        }
        int comma = line.indexOf(',');
        try {
            if (comma < 0 || line.substring(comma + 1).isBlank()) {
                problem(number, "the holiday has no name");
            } else if (!days.add(LocalDate.parse(line.substring(0, comma)))) {
                problem(number, "the day stands twice");
            }
        } catch (DateTimeParseException e) {
            problem(number, "\"" + line.substring(0, comma) + "\" is no day");
        }
    }

    private void problem(int line, String what) {
        problems.add(new Problem(name, line, what, REMEDY));
    }
}
