package jp.kenpo.gateway.operations;

import java.util.List;

/**
 * What moved on one interchange in a time.
 *
 * @param direction {@code in} or {@code out}
 * @param transfers all of them
 * @param recordsIn records of those that were read
 * @param sent records that were delivered, or handed on where the interchange is inbound
 * @param leftOut records that a rule left out
 * @param held records that were held back
 * @param refused transfers that the gate refused
 * @param quarantined transfers whose content is wrong
 * @param failed transfers that were given up for now, because the world failed too often
 * @param duplicates transfers whose bytes came before
 * @param underWay transfers that still move
 * @param unaccounted records that are missing or there twice
 * @param differing ids of the transfers whose records do not add up
 * @param conserved whether every record is accounted for
 */
public record TotalView(
        String interchange,
        String direction,
        long transfers,
        long recordsIn,
        long sent,
        long leftOut,
        long held,
        long refused,
        long quarantined,
        long failed,
        long duplicates,
        long underWay,
        long unaccounted,
        List<String> differing,
        boolean conserved) {}
