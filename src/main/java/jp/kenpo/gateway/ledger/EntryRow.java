package jp.kenpo.gateway.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is sealed and as it stands in its row. It is never made anew out of an {@link Entry}: the text that
 * was sealed is the text that is kept.
 *
 * @param at microseconds since 1970
 * @param details a JSON object
 */
record EntryRow(
        long number,
        long at,
        @Nullable String transfer,
        String kind,
        @Nullable String state,
        String details,
        String mac) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** Seals a new entry onto the end of the chain. */
    static EntryRow sealed(
            LedgerSeal seal,
            ChainEnd end,
            Instant at,
            @Nullable TransferId transfer,
            EntryKind kind,
            @Nullable TransferState state,
            Map<String, ?> details) {
        EntryRow open = new EntryRow(
                end.number() + 1,
                Micros.of(at),
                transfer == null ? null : transfer.value(),
                kind.label(),
                state == null ? null : state.label(),
                json(details),
                "");
        return open.withMac(seal.over(open.texts(end.mac())));
    }

    /** Returns whether the seal is the one over this entry and the one before it. */
    boolean follows(LedgerSeal seal, String previousMac) {
        return seal.holds(mac, texts(previousMac));
    }

    ChainEnd asEnd() {
        return new ChainEnd(number, mac);
    }

    /** @throws LedgerBrokenException if the row holds what the gateway never writes */
    Entry entry() {
        try {
            return new Entry(
                    number,
                    Micros.instant(at),
                    transfer == null ? null : new TransferId(transfer),
                    EntryKind.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_')),
                    state == null ? null : TransferState.valueOf(state.toUpperCase(Locale.ROOT)),
                    JSON.readValue(details, new TypeReference<Map<String, Object>>() {}),
                    mac);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new LedgerBrokenException(
                    "entry " + number + " of the ledger holds what the gateway never writes; run: ledger verify");
        }
    }

    private EntryRow withMac(String sealed) {
        return new EntryRow(number, at, transfer, kind, state, details, sealed);
    }

    private @Nullable String[] texts(String previousMac) {
        return new @Nullable String[] {
            "kenpo-gateway ledger entry",
            previousMac,
            Long.toString(number),
            Long.toString(at),
            transfer,
            kind,
            state,
            details
        };
    }

    private static String json(Map<String, ?> details) {
        try {
            return JSON.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("details of an entry are texts, numbers, times, lists and maps", e);
        }
    }
}
