package jp.kenpo.gateway.ledger;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger (授受台帳).
 *
 * @param number from 1, without a gap
 * @param transfer null for what concerns no transfer
 * @param state where the transfer stood after it; null where there is no transfer
 * @param details what the entry says, by name; never a value of a person
 * @param mac seal over this entry and the one before it, hexadecimal (64 digits)
 */
public record Entry(
        long number,
        Instant at,
        @Nullable TransferId transfer,
        EntryKind kind,
        @Nullable TransferState state,
        Map<String, Object> details,
        String mac) {}
