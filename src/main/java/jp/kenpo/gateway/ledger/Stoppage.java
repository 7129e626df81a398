package jp.kenpo.gateway.ledger;

import java.time.Instant;

/**
 * An interchange that stands still, because the records of one of its transfers do not add up (件数不一致). It lasts for as
 * long as that transfer is held.
 *
 * @param transfer the one that is held
 */
public record Stoppage(String interchange, TransferId transfer, Instant since) {}
