package jp.kenpo.gateway.operations.command;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.stream.Collectors;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.operations.InquirerVerification;
import jp.kenpo.gateway.operations.Printable;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Turns arguments into values, and says in the reader's language what was expected instead. */
final class Conversions {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final Texts texts;

    Conversions(Texts texts) {
        this.texts = texts;
    }

    void register(CommandLine line) {
        line.registerConverter(Instant.class, this::time);
        line.registerConverter(YearMonth.class, this::month);
        line.registerConverter(Duration.class, this::age);
        line.registerConverter(TransferState.class, this::state);
        line.registerConverter(InquirerVerification.Method.class, this::method);
        line.registerConverter(Integer.class, this::wholeNumber);
        line.registerConverter(int.class, this::wholeNumber);
        line.registerConverter(Long.class, value -> (long) wholeNumber(value));
    }

    /** A day means its beginning in Asia/Tokyo; a time without offset is one in Asia/Tokyo. */
    private Instant time(String value) {
        try {
            if (value.length() == "yyyy-MM-dd".length()) {
                return LocalDate.parse(value).atStartOfDay(TOKYO).toInstant();
            }
            return value.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                    ? OffsetDateTime.parse(value).toInstant()
                    : LocalDateTime.parse(value).atZone(TOKYO).toInstant();
        } catch (DateTimeException e) {
            throw expected("expected.time", value);
        }
    }

    private YearMonth month(String value) {
        try {
            return YearMonth.parse(value);
        } catch (DateTimeParseException e) {
            throw expected("expected.month", value);
        }
    }

    /** A number of days, hours or minutes: {@code 7d}, {@code 12h}, {@code 30m}. */
    private Duration age(String value) {
        try {
            return Duration.parse(value.endsWith("d") ? "P" + value : "PT" + value);
        } catch (DateTimeParseException e) {
            throw expected("expected.age", value);
        }
    }

    private TransferState state(String value) {
        return Arrays.stream(TransferState.values())
                .filter(state -> state.label().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> expected("expected.state", value));
    }

    private InquirerVerification.Method method(String value) {
        return Arrays.stream(InquirerVerification.Method.values())
                .filter(method -> method.label().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> expected("expected.method", value));
    }

    private int wholeNumber(String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw expected("expected.number", value);
        }
    }

    private TypeConversionException expected(String key, String value) {
        var states =
                Arrays.stream(TransferState.values()).map(TransferState::label).collect(Collectors.joining(", "));
        return new TypeConversionException(texts.text(key, Printable.of(value), states));
    }
}
