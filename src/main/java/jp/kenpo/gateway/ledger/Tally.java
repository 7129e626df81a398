package jp.kenpo.gateway.ledger;

import jp.kenpo.gateway.purpose.Direction;

/**
 * How many transfers of one interchange stand in one state.
 *
 * @param records sum of their records; those that were never read count none
 */
public record Tally(String interchange, Direction direction, TransferState state, long transfers, long records) {}
