package jp.kenpo.gateway.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import jp.kenpo.gateway.payload.Ticket;
import jp.kenpo.gateway.purpose.Direction;
import org.jspecify.annotations.Nullable;

/** How a transfer stands in the columns of its row. */
final class TransferColumns {

    static final String NAMES =
            "id, interchange, direction, counterparty, purposes, state, file_name, source, received_at, changed_at,"
                    + " records, members, parent, party, answers, payload_id, wrapped_key, sha256, size, last_error";

    private TransferColumns() {}

    /** Returns what stands in the columns, in their order. */
    static List<@Nullable Object> values(Transfer transfer) {
        Ticket ticket = transfer.ticket();
        return Arrays.asList(
                transfer.id().value(),
                transfer.interchange(),
                transfer.direction().name().toLowerCase(Locale.ROOT),
                transfer.counterparty(),
                joined(transfer.purposes()),
                transfer.state().label(),
                transfer.fileName(),
                transfer.source(),
                Micros.of(transfer.receivedAt()),
                Micros.of(transfer.changedAt()),
                transfer.records(),
                transfer.members(),
                transfer.parent() == null ? null : transfer.parent().value(),
                transfer.party(),
                transfer.answers() == null ? null : transfer.answers().value(),
                ticket == null ? null : ticket.payloadId(),
                ticket == null ? null : ticket.wrappedKey(),
                ticket == null ? null : ticket.sha256(),
                ticket == null ? null : ticket.size(),
                transfer.lastError());
    }

    static String joined(Set<String> purposes) {
        return String.join(",", new TreeSet<>(purposes));
    }

    static Transfer transfer(ResultSet rs, int index) throws SQLException {
        String parent = rs.getString("parent");
        String answers = rs.getString("answers");
        return new Transfer(
                new TransferId(rs.getString("id")),
                rs.getString("interchange"),
                Direction.valueOf(rs.getString("direction").toUpperCase(Locale.ROOT)),
                rs.getString("counterparty"),
                split(rs.getString("purposes")),
                TransferState.valueOf(rs.getString("state").toUpperCase(Locale.ROOT)),
                rs.getString("file_name"),
                rs.getString("source"),
                Micros.instant(rs.getLong("received_at")),
                Micros.instant(rs.getLong("changed_at")),
                number(rs, "records"),
                number(rs, "members"),
                parent == null ? null : new TransferId(parent),
                rs.getString("party"),
                answers == null ? null : new TransferId(answers),
                ticket(rs),
                rs.getString("last_error"));
    }

    private static Set<String> split(String purposes) {
        return purposes.isEmpty()
                ? Set.of()
                : Collections.unmodifiableSet(new LinkedHashSet<>(List.of(purposes.split(",", -1))));
    }

    private static @Nullable Long number(ResultSet rs, String column) throws SQLException {
        long number = rs.getLong(column);
        return rs.wasNull() ? null : number;
    }

    private static @Nullable Ticket ticket(ResultSet rs) throws SQLException {
        String payload = rs.getString("payload_id");
        String key = rs.getString("wrapped_key");
        return payload == null || key == null
                ? null
                : new Ticket(payload, key, rs.getString("sha256"), rs.getLong("size"));
    }
}
