package jp.kenpo.gateway.operations;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One route as commands and REST API show it.
 *
 * @param id name of the interchange it carries
 * @param direction {@code in} or {@code out}, seen from the society
 * @param purposes ids of the purposes that its steps name
 * @param legalCharacter for example {@code third-party-provision}; null if the interchange is not agreed
 * @param state {@code configured} (never started), {@code stopped}, {@code not-conserved} (stands still because the records
 *     of a transfer do not add up), or what the running gateway says
 * @param lastTransferAt when a transfer on it changed last; null if none did
 * @param parties how many parties its counterparty stands for; null where it is but one
 */
public record RouteView(
        String id,
        String direction,
        String counterparty,
        List<String> purposes,
        @Nullable String legalCharacter,
        String state,
        @Nullable OffsetDateTime lastTransferAt,
        @Nullable Integer parties) {}
