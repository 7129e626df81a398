package jp.kenpo.gateway.operations;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Spells values as they stand in tables and JSON: constants in kebab-case, times in Asia/Tokyo to the second. */
final class Labels {

    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private Labels() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static OffsetDateTime inTokyo(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).atZone(TOKYO).toOffsetDateTime();
    }
}
