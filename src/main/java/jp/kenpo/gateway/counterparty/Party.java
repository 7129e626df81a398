package jp.kenpo.gateway.counterparty;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of many parties that a counterparty stands for: an employer (事業所), a contracted institution, another insurer. All
 * of them have the counterparty's agreements and interchanges, and each its own home on the gateway's SFTP server.
 *
 * @param id for example {@code employer-0001}; also its user name. No counterparty and no other party has it
 * @param counterparty id of the counterparty
 * @param name Japanese name
 * @param code what its files name it by: number of the establishment, institution or insurer; no other party of the
 *     counterparty has it
 * @param address address, which the record of a third-party provision names; null where none is known
 * @param representative representative (代表者), which the same record names; null where none is known
 * @param publicKeys files of the keys that it logs in with (OpenSSH format)
 * @param from first day; null: open
 * @param until last day, included; null: open
 */
public record Party(
        String id,
        String counterparty,
        String name,
        String code,
        @Nullable String address,
        @Nullable String representative,
        List<Path> publicKeys,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** Returns whether data is exchanged with it on the day. */
    public boolean runsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
}
