package jp.kenpo.gateway.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kenpo.gateway.ledger.Transfer;

/** Makes the name under which a transfer leaves: the same transfer always gets the same name. */
final class DeliveryName {

    private static final Pattern TOKEN = Pattern.compile("\\{([a-z0-9]+)(?::(\\d+))?}");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneId.of("Asia/Tokyo"));

    private DeliveryName() {}

    /**
     * Fills the pattern.
     *
     * @param arrived when the source arrived
     * @throws IllegalArgumentException if the pattern has a token that is none
     */
    static String of(String pattern, Transfer transfer, Instant arrived, String sha256) {
        Matcher tokens = TOKEN.matcher(pattern);
        return tokens.replaceAll(token -> {
            String value =
                    switch (token.group(1)) {
                        case "date" -> DATE.format(arrived);
                        case "month" -> DATE.format(arrived).substring(0, 6);
                        case "sha256" -> sha256;
                        case "transfer" -> transfer.id().value();
                        case "parent" -> String.valueOf(transfer.parent());
                        case "party" -> String.valueOf(transfer.party());
                        default -> throw new IllegalArgumentException("no such token in a file name: " + token.group());
                    };
            String length = token.group(2);
            return length == null ? value : value.substring(0, Math.min(value.length(), Integer.parseInt(length)));
        });
    }
}
