package jp.kenpo.gateway.configuration;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads single values. Texts are taken as they are written, whatever YAML would make of them. */
final class Scalars {

    /** Names of components and constants, of which there are as many as the code has. */
    private static final Map<String, String> KEBAB = new ConcurrentHashMap<>();

    private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");

    private final Placeholders placeholders;

    Scalars(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /** Returns the name of a component or constant as it stands in YAML: {@code maxSize} and {@code MAX_SIZE} are {@code max-size}. */
    static String kebab(String name) {
        return KEBAB.computeIfAbsent(name, Scalars::kebabOf);
    }

    private static String kebabOf(String name) {
        var words = name.equals(name.toUpperCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : name;
        return HUMP.matcher(words).replaceAll("$1-$2").toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if the text is no such value; the message says what was found */
    Object read(String written, Class<?> type) {
        var text = placeholders.resolve(written);
        try {
            return read(type, text);
        } catch (IllegalArgumentException e) {
            // What came in through a placeholder may be meant for nobody's eyes
            throw text.equals(written)
                    ? e
                    : new IllegalArgumentException("the value of \"" + written + "\" does not fit", e);
        }
    }

    private static Object read(Class<?> type, String text) {
        if (type == String.class) {
            return text;
        } else if (type == int.class || type == Integer.class) {
            return Math.toIntExact(whole(text, Integer.MAX_VALUE));
        } else if (type == long.class || type == Long.class) {
            return whole(text, Long.MAX_VALUE);
        } else if (type == boolean.class || type == Boolean.class) {
            return yesOrNo(text);
        } else if (type == Path.class) {
            return Path.of(text);
        } else if (type.isEnum()) {
            return constant(text, type);
        }
        return time(text, type);
    }

    /** Returns what a person should write for a type. */
    String remedy(Class<?> type) {
        if (type.isEnum()) {
            return "Write one of: " + String.join(", ", constants(type));
        } else if (type == boolean.class || type == Boolean.class) {
            return "Write true or false";
        } else if (type == LocalDate.class) {
            return "Write a day as 2026-04-01";
        } else if (type == YearMonth.class) {
            return "Write a month as 2026-04";
        } else if (type == LocalTime.class) {
            return "Write a time as \"17:00\"";
        } else if (type == MonthDay.class) {
            return "Write a day of the year as 12-29";
        } else if (type == String.class || type == Path.class) {
            return "Correct the value";
        }
        return "Write a whole number from 0";
    }

    private static long whole(String text, long largest) {
        try {
            long value = Long.parseLong(text);
            if (value >= 0 && value <= largest) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below, together with what is out of range
        }
        throw new IllegalArgumentException("\"" + text + "\" is not a whole number from 0 to " + largest);
    }

    private static boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("\"" + text + "\" is neither true nor false");
        };
    }

    private static Object time(String text, Class<?> type) {
        try {
            if (type == LocalDate.class) {
                return LocalDate.parse(text);
            } else if (type == YearMonth.class) {
                return YearMonth.parse(text);
            } else if (type == LocalTime.class) {
                return LocalTime.parse(text);
            } else if (type == MonthDay.class) {
                return MonthDay.parse("--" + text);
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a day, month or time", e);
        }
        throw new IllegalStateException("no reading of " + type);
    }

    private static Object constant(String text, Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> kebab(((Enum<?>) each).name()).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown value \"" + text + "\""));
    }

    private static String[] constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(each -> kebab(((Enum<?>) each).name()))
                .collect(Collectors.toList())
                .toArray(String[]::new);
    }
}
